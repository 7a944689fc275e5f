package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Gitea with SQLite on the loopback interface, with the user `hone` and a token of theirs.
///
/// @param token may do everything
record Gitea(Process process, String url, String token) implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// It refuses to run as root, and takes this user then.
  private static final String USER = "64001";

  /// The archive that the shared tools hold.
  static Path archive() {
    String shared = System.getenv().getOrDefault("HONE_SHARED", "");
    return Path.of(shared, "tools", "gitea", "gitea-1.26.4-linux-x86_64.tar.zst");
  }

  /// Starts it with all its files below a directory.
  static Gitea start(Path directory) throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("gitea-home"));
    run(directory, "sh", "-c", "zstd -dc '" + archive() + "' | tar x -C '" + directory + "'");
    int port = freePort();
    Path settings = Files.createDirectories(home.resolve("custom/conf")).resolve("app.ini");
    Files.writeString(settings, settings(home, directory.resolve("gitea"), port));
    open(directory);
    open(directory.resolveSibling("."));
    if (isRoot()) {
      run(directory, "chown", "-R", USER + ":" + USER, home.toString());
    }
    run(directory, words(directory, "migrate"));
    run(
        directory,
        words(
            directory,
            "admin",
            "user",
            "create",
            "--username",
            "hone",
            "--password",
            "Pw-12345678",
            "--email",
            "h@example.org",
            "--admin",
            "--must-change-password=false"));
    String token =
        run(
                directory,
                words(
                    directory,
                    "admin",
                    "user",
                    "generate-access-token",
                    "--username",
                    "hone",
                    "--token-name",
                    "t",
                    "--scopes",
                    "all",
                    "--raw"))
            .lines()
            .reduce((_, last) -> last)
            .orElseThrow()
            .strip();
    Process process =
        new ProcessBuilder(words(directory, "web"))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("gitea.log").toFile())
            .start();
    Gitea gitea = new Gitea(process, "http://127.0.0.1:" + port, token);
    gitea.awaitAnswer("/version");
    return gitea;
  }

  /// Makes a repository of the user's and pushes `main` of a working tree to it.
  void create(String name, ProgramCopy repository, String address)
      throws IOException, InterruptedException {
    api("POST", "/user/repos", "{\"name\": \"" + name + "\", \"default_branch\": \"main\"}");
    repository.git("remote", "add", "origin", address + "/hone/" + name + ".git");
    push(name, repository, "main");
  }

  /// Pushes a branch of a working tree to a repository of the user's.
  void push(String name, ProgramCopy repository, String branch)
      throws IOException, InterruptedException {
    repository.git(
        "-c",
        "http.extraHeader=Authorization: token " + token,
        "push",
        "--quiet",
        url + "/hone/" + name + ".git",
        branch);
    // Gitea looks at a push after it has taken it: until then it knows of no such branch.
    awaitAnswer("/repos/hone/" + name + "/branches/" + branch);
  }

  /// All pull requests of a repository.
  JsonNode pullRequests(String name) throws IOException, InterruptedException {
    return api("GET", "/repos/hone/" + name + "/pulls?state=all&limit=50", "");
  }

  JsonNode api(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "token " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(method + " " + path + ": " + response.body());
      }
      return JsonMapper.shared().readTree(response.body());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer(String path) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      try {
        api("GET", path, "");
        return;
      } catch (IOException notYet) {
        if (Instant.now().isAfter(end) || process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw notYet;
        }
      }
    }
  }

  private static String settings(Path home, Path program, int port) {
    return """
    RUN_MODE = prod
    [server]
    PROTOCOL = http
    HTTP_ADDR = 127.0.0.1
    HTTP_PORT = %1$d
    ROOT_URL = http://127.0.0.1:%1$d/
    DISABLE_SSH = true
    OFFLINE_MODE = true
    STATIC_ROOT_PATH = %2$s
    LFS_START_SERVER = false
    [database]
    DB_TYPE = sqlite3
    PATH = %3$s/data/gitea.db
    [repository]
    ROOT = %3$s/repos
    [security]
    INSTALL_LOCK = true
    SECRET_KEY = x0123456789
    PASSWORD_HASH_ALGO = pbkdf2_v1
    [log]
    LEVEL = Warn
    MODE = file
    ROOT_PATH = %3$s/log
    [service]
    DISABLE_REGISTRATION = true
    [cron]
    ENABLED = false
    [indexer]
    ISSUE_INDEXER_TYPE = db
    [actions]
    ENABLED = false
    [mailer]
    ENABLED = false
    """
        .formatted(port, program, home);
  }

  private static List<String> words(Path directory, String... arguments) {
    Path home = directory.resolve("gitea-home");
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"));
    }
    words.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "HOME=" + home, "USER=git"));
    words.addAll(List.of("GITEA_WORK_DIR=" + home, "GITEA_CUSTOM=" + home.resolve("custom")));
    words.add(directory.resolve("gitea/gitea").toString());
    words.addAll(List.of(arguments));
    return words;
  }

  /// Lets the other user reach the directory.
  private static void open(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String run(Path directory, String... words)
      throws IOException, InterruptedException {
    return run(directory, List.of(words));
  }

  private static String run(Path directory, List<String> words)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + output);
    }
    return output;
  }
}
