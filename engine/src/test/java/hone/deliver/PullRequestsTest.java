package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.deliver.GitHubServer.Answer;
import hone.deliver.PullRequests.Placed;
import hone.process.Supervisor;
import hone.service.Delivery;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Real branches, a real push, and a server that answers as GitHub does.
class PullRequestsTest {

  private static final String TOKEN = "ghp_secret0123456789";
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2));
  private static final Offer OFFER = new Offer("hone/1-faster", "main", "faster", "evidence");

  @TempDir private Path directory;
  private Supervisor supervisor;
  private Git git;
  private Path root;
  private Path bare;
  private GitHubServer server;
  private Optional<GitHubDescription> description = Optional.empty();

  @BeforeEach
  void aRepositoryWithABranchAndItsRemote() throws Exception {
    supervisor = Supervisor.open();
    git = new Git(supervisor);
    root = Files.createDirectory(directory.resolve("repo"));
    bare = directory.resolve("bare.git");
    git.run(directory, "init", "--quiet", "--bare", bare.toString());
    git.run(root, "init", "--quiet", "--initial-branch=main");
    git.run(root, "config", "user.name", "hone");
    git.run(root, "config", "user.email", "hone@localhost");
    git.run(root, "remote", "add", "origin", "https://user:pw@github.com/octocat/Hello-World.git");
    git.run(
        root,
        "config",
        "url." + bare + ".insteadOf",
        "https://user:pw@github.com/octocat/Hello-World.git");
    commit("one");
    branch("hone/1-faster");
    description = GitHubDescription.here();
    server =
        GitHubServer.start(
            this::tip,
            description.map(GitHubDescription::pullRequest).orElse(MissingNode.getInstance()));
  }

  @AfterEach
  void endAll() {
    server.close();
    supervisor.close();
  }

  @Test
  void opensOneForABranchHoweverOftenItIsAsked() throws Exception {
    assertThat(placed(1, OFFER)).isEqualTo(new Placed.Open(url(1)));
    assertThat(placed(1, OFFER)).isEqualTo(new Placed.Open(url(1)));

    assertThat(server.pulls()).hasSize(1);
    assertThat(tip("hone/1-faster")).isEqualTo(git.run(root, "rev-parse", "hone/1-faster").strip());
  }

  @Test
  void sendsWhatGitHubDescribes() throws Exception {
    assumeTrue(
        description.isPresent() || System.getenv("CI") != null,
        "GitHub's description of its API is not here: .ci/run brings it");

    placed(1, OFFER);
    placed(1, new Offer("hone/1-faster", "", "faster", "evidence"));

    assertThat(server.requests()).hasSizeGreaterThan(4);
    assertThat(server.requests())
        .allSatisfy(request -> {
          assertThat(description.orElseThrow().faults(request)).as("%s", request).isEmpty();
          assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + TOKEN);
        });
    GitHubServer.Request opening =
        server.requests().stream()
            .filter(each -> each.method().equals("POST"))
            .findFirst()
            .orElseThrow();
    ((ObjectNode) opening.body()).remove("base");
    assertThat(description.orElseThrow().faults(opening)).isNotEmpty();
  }

  @Test
  void asksForTheDefaultBranchWhereNoBaseIsNamed() throws Exception {
    placed(1, new Offer("hone/1-faster", "", "faster", "evidence"));

    assertThat(server.requests().getLast().body().path("base").asString()).isEqualTo("trunk");
  }

  @ParameterizedTest
  @CsvSource({"0", "502", "500"})
  void findsTheOneThatWasOpenedThoughTheAnswerWasLost(int status) throws Exception {
    server.answersAfterOpening(new Answer(status, Map.of(), ""));

    assertThat(placed(1, OFFER)).isEqualTo(new Placed.Open(url(1)));
    assertThat(server.pulls()).hasSize(1);
  }

  @Test
  void opensNoneAgainThatPeopleClosed() throws Exception {
    placed(1, OFFER);
    server.pulls().getFirst().put("state", "closed");

    assertThat(placed(1, OFFER)).isEqualTo(new Placed.Closed(url(1)));
    assertThat(server.pulls()).hasSize(1);
  }

  @Test
  void keepsToTheNumberThatMayBeOpenAtOnce() throws Exception {
    server.add("hone/2-other", "0".repeat(40), "open");
    server.add("people/3", "0".repeat(40), "open");

    assertThat(placed(1, OFFER)).isEqualTo(new Placed.Waiting(1));
    assertThat(tip("hone/1-faster")).isEmpty();
    assertThat(placed(2, OFFER)).isInstanceOf(Placed.Open.class);
  }

  @Test
  void leavesAnotherChangeOfTheSameNameOnTheRemoteAlone() throws Exception {
    git.run(root, "push", "--quiet", "origin", "main:refs/heads/hone/1-faster");
    String other = tip("hone/1-faster");

    placed(1, OFFER);

    String tree = git.run(root, "rev-parse", "hone/1-faster^{tree}").strip();
    assertThat(tip("hone/1-faster")).isEqualTo(other);
    assertThat(server.pulls().getFirst().path("head").path("ref").asString())
        .isEqualTo("hone/1-faster-" + tree.substring(0, 8));
  }

  @Test
  void waitsForARateLimitThatOpensSoon() throws Exception {
    server.answersInstead(
        new Answer(429, Map.of("Retry-After", "1"), "{\"message\": \"slow down\"}"));

    assertThat(placed(1, OFFER)).isInstanceOf(Placed.Open.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | '' | 401: no ghp; the token is not accepted: put a valid one into HONE_FORGE_TOKEN",
        "403 | '' | 403: no ghp; the token may not do this: it needs to write contents and pull requests",
        "404 | '' | 404; there is no such repository or branch, or the token may not see it",
        "422 | '' | 422: no ghp; the forge does not take it: see the pull requests that are there",
        "409 | '' | 409: no ghp; the forge does not take it: see the pull requests that are there",
        "301 | '' | 301: no ghp; it has moved: mend the remote's URL",
        "503 | '' | 503: no ghp; the forge fails: go on later with: hone deliver",
        "429 | 900 | 429: no ghp; the rate limit opens again in 900 s: go on then with: hone deliver",
        "403 | 900 | 403: no ghp; the rate limit opens again in 900 s: go on then with: hone deliver",
      })
  void saysInOneLineWhatTheForgeHasAgainstIt(int status, String retryAfter, String reason) {
    Map<String, String> headers =
        retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter);
    Answer answer = new Answer(status, headers, "{\"message\": \"no ghp\"}");
    server.answersInstead(answer, answer, answer);

    assertThatThrownBy(() -> placed(1, OFFER))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.fault()).isEqualTo(Refusal.Fault.TOOL))
        .hasMessage(server.url() + "/repos/octocat/Hello-World/pulls: " + reason);
  }

  @Test
  void showsItsTokenToNobody() {
    server.answersInstead(new Answer(401, Map.of(), "{\"message\": \"bad: " + TOKEN + "\"}"));

    assertThatThrownBy(() -> placed(1, OFFER))
        .hasMessageContaining("401: bad: ***")
        .hasMessageNotContaining(TOKEN)
        .hasMessageNotContaining("pw");
  }

  @Test
  void saysThatNothingAnswers() {
    server.close();

    assertThatThrownBy(() -> placed(1, OFFER))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/pulls: cannot be reached");
  }

  @Test
  void saysThatTheAnswerTakesTooLong() throws Exception {
    try (java.net.ServerSocket silent =
        new java.net.ServerSocket(0, 8, java.net.InetAddress.getLoopbackAddress())) {
      Patience none = new Patience(Duration.ofMillis(200), Duration.ofMillis(1), Duration.ZERO);

      assertThatThrownBy(() -> placed("http://127.0.0.1:" + silent.getLocalPort(), none, OFFER))
          .hasMessageContaining("/pulls: ");
    }
  }

  @Test
  void needsATokenAndAPrivateWay() {
    Delivery settings = new Delivery(Delivery.Forge.GITHUB, Optional.empty(), 1);

    assertThatThrownBy(() -> PullRequests.of(repository(), settings, Map.of(), SHORT))
        .hasMessageContaining("set HONE_FORGE_TOKEN");
    assertThatThrownBy(() ->
            PullRequests.of(
                repository(),
                settings,
                Map.of("HONE_FORGE_TOKEN", TOKEN, "HONE_FORGE_URL", "http://forge.example/api"),
                SHORT))
        .hasMessage("http://forge.example: a token would travel in the clear; use https");
  }

  private Placed placed(int openAtOnce, Offer offer) throws Exception {
    Delivery settings = new Delivery(Delivery.Forge.GITHUB, Optional.of("main"), openAtOnce);
    return placed(settings, server.url(), SHORT, offer);
  }

  private Placed placed(String url, Patience patience, Offer offer) throws Exception {
    Delivery settings = new Delivery(Delivery.Forge.GITHUB, Optional.of("main"), 1);
    return placed(settings, url, patience, offer);
  }

  private Placed placed(Delivery settings, String url, Patience patience, Offer offer)
      throws Exception {
    Map<String, String> environment = Map.of("HONE_FORGE_TOKEN", TOKEN, "HONE_FORGE_URL", url);
    try (PullRequests forge =
        PullRequests.of(repository(), settings, environment, patience).orElseThrow()) {
      return forge.place(offer);
    }
  }

  private Repository repository() {
    return new Repository(git, root);
  }

  private static String url(int number) {
    return "https://github.com/octocat/Hello-World/pull/" + number;
  }

  private String tip(String branch) {
    try {
      return git.ask(bare, "rev-parse", "--verify", "--quiet", "refs/heads/" + branch)
          .map(String::strip)
          .orElse("");
    } catch (Refusal refused) {
      throw new AssertionError(refused);
    }
  }

  private void commit(String text) throws Exception {
    Files.writeString(root.resolve("a.txt"), text);
    git.run(root, "add", "--all");
    git.run(root, "commit", "--quiet", "-m", text);
  }

  private void branch(String name) throws Exception {
    git.run(root, "checkout", "--quiet", "-b", name);
    commit("faster");
    git.run(root, "checkout", "--quiet", "main");
  }
}
