package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A real Chromium with one page, driven in the Chrome DevTools protocol.
final class Browser implements AutoCloseable {

  private static final String ADDRESS = "DevTools listening on ws://";
  private static final long LIMIT_SECONDS = 60;

  private final Process chromium;
  private final WebSocket socket;
  private final Conversation conversation;
  private final AtomicInteger lastId = new AtomicInteger();

  private Browser(Process chromium, WebSocket socket, Conversation conversation) {
    this.chromium = chromium;
    this.socket = socket;
    this.conversation = conversation;
  }

  /// @param profile directory of its own
  static Browser open(Path profile) throws Exception {
    Path program = TestPath.needed("chromium");
    Process chromium =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=1280,800",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Conversation conversation = new Conversation();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(page(client, authority(chromium)), conversation)
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    Browser browser = new Browser(chromium, socket, conversation);
    browser.call("Page.enable", Map.of());
    browser.call("Network.enable", Map.of());
    browser.size(1280, 800);
    return browser;
  }

  /// Where chromium listens. Where it cannot start at all, as on machines without what it needs of
  /// the kernel, there is nothing to test with.
  private static String authority(Process chromium) throws Exception {
    return CompletableFuture.supplyAsync(() -> listening(chromium))
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .get()
        .orElseThrow(() -> new TestAbortedException("chromium does not start on this machine"));
  }

  private static Optional<String> listening(Process chromium) {
    BufferedReader errors =
        new BufferedReader(
            new InputStreamReader(chromium.getErrorStream(), StandardCharsets.UTF_8));
    Iterator<String> lines = errors.lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(ADDRESS)) {
        Thread.ofVirtual().start(() -> lines.forEachRemaining(_ -> {}));
        return Optional.of(line.substring(ADDRESS.length()).replaceAll("/.*", ""));
      }
    }
    return Optional.empty();
  }

  private static URI page(HttpClient client, String authority) throws Exception {
    HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + authority + "/json")).build();
    for (JsonNode target :
        JsonMapper.shared()
            .readTree(client.send(list, HttpResponse.BodyHandlers.ofString()).body())) {
      if (target.path("type").stringValue("").equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").stringValue(""));
      }
    }
    throw new IOException("chromium has no page");
  }

  void size(int width, int height) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean wanted) throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", wanted ? "dark" : "light"))));
  }

  /// Whether pages run their scripts; what a test evaluates runs in any case.
  void scripts(boolean wanted) throws Exception {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !wanted));
  }

  /// Opens a page and waits until it is there, whatever its scripts do.
  void load(Path page) throws Exception {
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    while (!evaluate("document.readyState").stringValue("").equals("complete")) {
      Thread.onSpinWait();
    }
  }

  /// Opens a page and waits until it says in `data-state` of its body that it is done.
  ///
  /// @return what it says
  String show(Path page) throws Exception {
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    return evaluate(
            """
            new Promise((done) => {
              const look = () => document.body?.dataset.state
                ? done(document.body.dataset.state) : requestAnimationFrame(look);
              look();
            })\
            """)
        .stringValue("");
  }

  /// The value of an expression in the page; a promise is waited for.
  JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    assertThat(answer.has("exceptionDetails")).as(answer.toString()).isFalse();
    return answer.path("result").path("value");
  }

  String text(String selector) throws Exception {
    return evaluate("document.querySelector('" + selector + "').textContent").stringValue("");
  }

  void click(double x, double y) throws Exception {
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /// Presses the mouse at one place and lets it go at another of the same height.
  void drag(double fromX, double toX, double y) throws Exception {
    mouse("mousePressed", fromX, y);
    mouse("mouseMoved", (fromX + toX) / 2, y);
    mouse("mouseMoved", toX, y);
    mouse("mouseReleased", toX, y);
  }

  private void mouse(String type, double x, double y) throws Exception {
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  /// Presses keys by the names that the DOM gives them.
  void press(String... keys) throws Exception {
    for (String key : keys) {
      String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
      int code = key.equals("Tab") ? '\t' : 0;
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", code));
      call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }
  }

  /// What a screen reader is given of the page: `role: name` of everything that is not left out.
  List<String> spoken() throws Exception {
    return call("Accessibility.getFullAXTree", Map.of())
        .path("nodes")
        .valueStream()
        .filter(node -> !node.path("ignored").booleanValue())
        .map(node ->
            node.at("/role/value").stringValue("") + ": " + node.at("/name/value").stringValue(""))
        .toList();
  }

  byte[] picture() throws Exception {
    JsonNode shot = call("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode(shot.path("data").stringValue(""));
  }

  /// Addresses that were asked for.
  List<String> requests() {
    return List.copyOf(conversation.requests);
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    conversation.answers.put(id, answer);
    ObjectNode message = JsonMapper.shared().createObjectNode().put("id", id).put("method", method);
    message.set("params", JsonMapper.shared().valueToTree(parameters));
    socket.sendText(message.toString(), true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    JsonNode told = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(told.has("error")).as(method + ": " + told).isFalse();
    return told.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    chromium.descendants().forEach(ProcessHandle::destroyForcibly);
    chromium.destroyForcibly().onExit().join();
  }

  /// What comes in.
  private static final class Conversation implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        JsonNode told = JsonMapper.shared().readTree(message.toString());
        message.setLength(0);
        if (told.has("id")) {
          answers
              .computeIfAbsent(told.path("id").intValue(), _ -> new CompletableFuture<>())
              .complete(told);
        } else if (told.path("method").stringValue("").equals("Network.requestWillBeSent")) {
          requests.add(told.at("/params/request/url").stringValue(""));
        }
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  /// Keeps a picture where `hone.pictures` names a directory.
  static void keep(String name, byte[] png) throws IOException {
    String directory = System.getProperty("hone.pictures", "");
    if (!directory.isEmpty()) {
      Files.write(Path.of(directory, name), png);
    }
  }
}
