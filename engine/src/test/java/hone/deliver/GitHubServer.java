package hone.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of GitHub's API that opens pull requests, on the loopback interface, for the repository
/// `octocat/Hello-World`.
final class GitHubServer implements AutoCloseable {

  static final String REPOSITORY = "octocat/Hello-World";

  /// A request as it came.
  record Request(String method, URI target, Map<String, List<String>> headers, JsonNode body) {}

  /// An answer; status 0 breaks the connection off instead.
  record Answer(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Function<String, String> tips;
  private final JsonNode example;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<ObjectNode> pulls = new CopyOnWriteArrayList<>();
  private final List<ObjectNode> comments = new CopyOnWriteArrayList<>();
  private final Queue<Answer> instead = new ArrayDeque<>();
  private final Queue<Answer> afterOpening = new ArrayDeque<>();

  private GitHubServer(HttpServer server, Function<String, String> tips, JsonNode example) {
    this.server = server;
    this.tips = tips;
    this.example = example;
  }

  /// @param tips    from a branch's name to its commit in the repository; empty where it has none
  /// @param example of a pull request; what it says beyond the server's own state is kept
  static GitHubServer start(Function<String, String> tips, JsonNode example) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GitHubServer server = new GitHubServer(http, tips, example);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<ObjectNode> pulls() {
    return List.copyOf(pulls);
  }

  /// The next requests get these answers and have no effect.
  void answersInstead(Answer... answers) {
    instead.addAll(List.of(answers));
  }

  /// The next pull request is opened, and its caller gets this answer.
  void answersAfterOpening(Answer answer) {
    afterOpening.add(answer);
  }

  /// A pull request that was there before.
  ObjectNode add(String branch, String commit, String state) {
    ObjectNode pull =
        example.isObject()
            ? (ObjectNode) example.deepCopy()
            : JsonMapper.shared().createObjectNode();
    int number = pulls.size() + 1;
    pull.put("number", number).put("state", state);
    pull.put("html_url", "https://github.com/" + REPOSITORY + "/pull/" + number);
    ObjectNode head = pull.withObject("/head");
    head.put("ref", branch).put("sha", commit);
    head.withObject("/repo").put("full_name", REPOSITORY);
    pulls.add(pull);
    return pull;
  }

  List<ObjectNode> comments() {
    return List.copyOf(comments);
  }

  /// A comment that was there before.
  ObjectNode comment(String login, String type, String body) {
    ObjectNode comment = JsonMapper.shared().createObjectNode();
    comment.put("id", comments.size() + 1).put("body", body);
    comment.putObject("user").put("login", login).put("type", type);
    comments.add(comment);
    return comment;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      JsonNode body =
          bytes.length == 0 ? MissingNode.getInstance() : JsonMapper.shared().readTree(bytes);
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              body);
      requests.add(request);
      Answer answer = instead.isEmpty() ? answer(request) : instead.remove();
      if (answer.status() == 0) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] text = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private Answer answer(Request request) {
    String path = request.target().getRawPath();
    String repository = "/repos/" + REPOSITORY;
    if (path.equals(repository)) {
      return json(200, JsonMapper.shared().createObjectNode().put("default_branch", "trunk"));
    }
    if (path.startsWith(repository + "/branches/")) {
      return branch(URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), UTF_8));
    }
    if (path.equals("/user")) {
      return json(403, message("Resource not accessible by integration"));
    }
    if (path.startsWith(repository + "/issues/")) {
      return comments(request, path);
    }
    return path.equals(repository + "/pulls") ? pulls(request) : json(404, message("Not Found"));
  }

  /// Comments of one pull request, written by a job.
  private Answer comments(Request request, String path) {
    String text = request.body().path("body").asString("");
    if (request.method().equals("POST")) {
      return json(201, comment("github-actions[bot]", "Bot", text));
    }
    if (request.method().equals("GET")) {
      ArrayNode list = JsonMapper.shared().createArrayNode();
      boolean first = request.target().getQuery().endsWith("&page=1");
      comments.stream().skip(first ? 0 : 100).limit(100).forEach(list::add);
      return json(200, list);
    }
    String id = path.substring(path.lastIndexOf('/') + 1);
    ObjectNode comment =
        comments.stream()
            .filter(each -> each.path("id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    if (request.method().equals("DELETE")) {
      comments.remove(comment);
      return new Answer(204, Map.of(), "");
    }
    return json(200, comment.put("body", text));
  }

  private Answer branch(String name) {
    String commit = tips.apply(name);
    if (commit.isEmpty()) {
      return json(404, message("Branch not found"));
    }
    ObjectNode branch = JsonMapper.shared().createObjectNode().put("name", name);
    branch.putObject("commit").put("sha", commit);
    return json(200, branch);
  }

  private Answer pulls(Request request) {
    if (request.method().equals("GET")) {
      ArrayNode list = JsonMapper.shared().createArrayNode();
      boolean openOnly = request.target().getQuery().contains("state=open");
      pulls.stream()
          .filter(pull -> !openOnly || pull.path("state").asString().equals("open"))
          .forEach(list::add);
      return json(200, list);
    }
    String branch = request.body().path("head").asString();
    boolean there =
        pulls.stream()
            .anyMatch(pull ->
                pull.path("state").asString().equals("open")
                    && pull.path("head").path("ref").asString().equals(branch));
    if (there) {
      ObjectNode refused = message("Validation Failed");
      refused.putArray("errors").addObject().put("message", "A pull request already exists");
      return json(422, refused);
    }
    ObjectNode pull = add(branch, tips.apply(branch), "open");
    pull.put("title", request.body().path("title").asString());
    pull.put("body", request.body().path("body").asString());
    return afterOpening.isEmpty() ? json(201, pull) : afterOpening.remove();
  }

  private static ObjectNode message(String text) {
    return JsonMapper.shared().createObjectNode().put("message", text);
  }

  private static Answer json(int status, JsonNode body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body.toString());
  }
}
