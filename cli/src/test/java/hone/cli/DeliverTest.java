package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real audits that deliver to a real Gitea.
@Tag("slow")
class DeliverTest {

  @TempDir private static Path shared;
  private static Gitea gitea;

  @TempDir private Path scratch;

  @BeforeAll
  static void startGitea() throws IOException, InterruptedException {
    assumeTrue(
        Files.isRegularFile(Gitea.archive()),
        "Gitea is not here: HONE_SHARED names no directory with tools/gitea");
    gitea = Gitea.start(Files.createDirectory(shared.resolve("forge")));
  }

  @AfterAll
  static void endGitea() {
    if (gitea != null) {
      gitea.close();
    }
  }

  @Test
  void opensOnePullRequestWithTheEvidenceAndShowsItsTokenToNobody() throws Exception {
    TinyService tiny = service("plain", gitea.url());

    Run run = hone(tiny, gitea.token(), "audit", "--candidate", tiny.faster().toString(), "--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode candidate = JsonMapper.shared().readTree(run.out()).path("candidates").path(0);
    JsonNode pulls = gitea.pullRequests("plain");
    assertThat(pulls).hasSize(1);
    JsonNode pull = pulls.path(0);
    assertThat(candidate.path("pull_request").asString())
        .isEqualTo(pull.path("html_url").asString());
    assertThat(pull.path("head").path("ref").asString())
        .isEqualTo(candidate.path("branch").asString());
    assertThat(pull.path("base").path("ref").asString()).isEqualTo("main");
    assertThat(pull.path("body").asString())
        .contains("## Effect", "## Every run", "hone measure", "improved: total");
    assertThat(run.out() + run.err() + everythingBelow(tiny.file(".hone")))
        .doesNotContain(gitea.token());

    Run again = hone(tiny, gitea.token(), "deliver", "--json");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(gitea.pullRequests("plain")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void opensExactlyOneThoughItIsKilledMeanwhile(Relay.Held where) throws Exception {
    try (Relay relay = Relay.to(gitea.url())) {
      String name = where.name().toLowerCase(java.util.Locale.ROOT);
      TinyService tiny = service(name, relay.url());
      relay.hold(where);
      Process audit =
          started(
              tiny,
              gitea.token(),
              "audit",
              "--candidate",
              tiny.faster().toString(),
              "--blocks",
              "3");
      assertThat(relay.awaitHeld()).isTrue();
      assertThat(new ProcessBuilder("kill", "-KILL", String.valueOf(audit.pid())).start().waitFor())
          .isZero();
      assertThat(audit.waitFor(1, TimeUnit.MINUTES)).isTrue();
      relay.holdNothing();

      Run resumed = hone(tiny, gitea.token(), "audit", "--resume", "--json");

      assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.DONE);
      JsonNode pulls = gitea.pullRequests(name);
      assertThat(pulls).hasSize(1);
      assertThat(pulls.path(0).path("state").asString()).isEqualTo("open");
      assertThat(gitea.api("GET", "/repos/hone/" + name + "/branches", "")).hasSize(2);
    }
  }

  @Test
  void keepsOneCommentOnAPullRequestUpToDate() throws Exception {
    TinyService tiny = service("talk", gitea.url());
    tiny.repository().git("checkout", "--quiet", "-b", "change");
    tiny.write("README.md", "more\n");
    tiny.commit();
    gitea.push("talk", tiny.repository(), "change");
    String pull = "{\"title\": \"more\", \"head\": \"change\", \"base\": \"main\"}";
    long number = gitea.api("POST", "/repos/hone/talk/pulls", pull).path("number").asLong();
    String comments = "/repos/hone/talk/issues/" + number + "/comments";

    for (String reason : List.of("slower", "slower", "much slower")) {
      Run run = commented("talk", number, reason);
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.TOOL);
      assertThat(run.err()).doesNotContain("no comment");
    }

    JsonNode all = gitea.api("GET", comments, "");
    assertThat(all).hasSize(1);
    assertThat(all.path(0).path("body").asString())
        .contains("## Performance gate of `tiny`: undecided", "- much slower");
  }

  /// Tells a kept result on a pull request, as a job of Gitea's does.
  private Run commented(String repository, long number, String reason) throws Exception {
    Path kept = scratch.resolve("perf-gate.json");
    Files.writeString(
        kept,
        """
        {"gate": "undecided", "exit": 4, "service": "tiny", "reasons": ["%s"],
         "benchmarks": [], "blocking_regressions": []}
        """
            .formatted(reason));
    ProcessBuilder builder =
        new ProcessBuilder(
                words("gate", "--from", kept.toString(), "--comment", String.valueOf(number)))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(scratch.resolve("out.txt").toFile())
            .redirectError(scratch.resolve("err.txt").toFile());
    builder.environment().put("GITHUB_REPOSITORY", "hone/" + repository);
    builder.environment().put("GITHUB_API_URL", gitea.url() + "/api/v1");
    builder.environment().put("GITHUB_TOKEN", gitea.token());
    builder.environment().keySet().removeAll(List.of("HONE_FORGE_TOKEN", "GITEA_TOKEN"));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(scratch.resolve("out.txt")),
        Files.readString(scratch.resolve("err.txt")));
  }

  @Test
  void keepsBranchAndEvidenceWhereTheForgeSaysNo() throws Exception {
    TinyService tiny = service("refused", gitea.url());

    Run run = hone(tiny, "0123456789abcdef", "audit", "--candidate", tiny.faster().toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(run.err().lines().filter(line -> line.startsWith("hone: ")))
        .hasSize(1)
        .allMatch(line -> !line.contains("0123456789abcdef"));
    assertThat(tiny.repository().git("branch", "--list", "hone/*").lines()).hasSize(1);
    assertThat(everythingBelow(tiny.file(".hone"))).contains("## Every run");
    assertThat(gitea.pullRequests("refused")).isEmpty();

    Run later = hone(tiny, gitea.token(), "deliver");
    assertThat(later.exitCode()).as(later.err()).isEqualTo(ExitCode.DONE);
    assertThat(later.out()).contains("pull request " + gitea.url() + "/hone/refused/pulls/1");
  }

  @Test
  void saysBeforeAnythingIsMeasuredThatThereIsNoToken() throws Exception {
    TinyService tiny = service("tokenless", gitea.url());

    Run run = hone(tiny, "", "audit");

    assertThat(run.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(run.err()).contains("deliver: forge gitea: no token: set HONE_FORGE_TOKEN");
    assertThat(tiny.file(".hone")).doesNotExist();
  }

  private TinyService service(String name, String address)
      throws IOException, InterruptedException {
    TinyService tiny = TinyService.in(scratch);
    tiny.replace("hone.yaml", "service: tiny", "service: tiny\ndeliver: {forge: gitea}");
    tiny.commit();
    gitea.create(name, tiny.repository(), address);
    return tiny;
  }

  private static Run hone(TinyService tiny, String token, String... arguments)
      throws IOException, InterruptedException {
    Process process = started(tiny, token, arguments);
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(log(tiny, "out")),
        Files.readString(log(tiny, "err")));
  }

  private static Process started(TinyService tiny, String token, String... arguments)
      throws IOException {
    List<String> words = words(arguments);
    words.addAll(List.of("-C", tiny.directory().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log(tiny, "out").toFile())
            .redirectError(log(tiny, "err").toFile());
    builder.environment().put("HONE_FORGE_TOKEN", token);
    builder.environment().remove("GITEA_TOKEN");
    return builder.start();
  }

  private static List<String> words(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "hone.cli.Main"));
    words.addAll(Arrays.asList(arguments));
    return words;
  }

  private static Path log(TinyService tiny, String name) {
    return tiny.directory().resolveSibling(name + ".txt");
  }

  private static String everythingBelow(Path directory) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
