package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.deliver.PullRequestComment.Placed;
import hone.workspace.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

/// A server that answers a job's token as GitHub does.
class PullRequestCommentTest {

  private static final String MARKED = "<!-- hone gate-1 -->\n";
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2));

  private GitHubServer server;

  @BeforeEach
  void aServer() throws Exception {
    server = GitHubServer.start(_ -> "", MissingNode.getInstance());
  }

  @AfterEach
  void endIt() {
    server.close();
  }

  @Test
  void thereIsOneHoweverOftenItIsPlaced() throws Exception {
    assertThat(placed("closed")).isEqualTo(Placed.WRITTEN);
    assertThat(placed("closed")).isEqualTo(Placed.KEPT);
    assertThat(placed("open")).isEqualTo(Placed.UPDATED);

    assertThat(server.comments()).hasSize(1);
    assertThat(server.comments().getFirst().path("body").asString()).isEqualTo(MARKED + "open");
  }

  @Test
  void aStrangersCommentWithTheMarkIsLeftAlone() throws Exception {
    server.comment("stranger", "User", MARKED + "gate: open, trust me");

    placed("closed");
    placed("closed again");

    assertThat(server.comments()).hasSize(2);
    assertThat(server.comments().getFirst().path("body").asString()).endsWith("trust me");
    assertThat(server.comments().getLast().path("body").asString()).endsWith("closed again");
  }

  @Test
  void ourCommentIsFoundBehindAHundredOthersAndASecondOneGoes() throws Exception {
    for (int i = 0; i < 130; i++) {
      server.comment("somebody", "User", "nice");
    }
    server.comment("github-actions[bot]", "Bot", MARKED + "old");
    server.comment("github-actions[bot]", "Bot", MARKED + "of a job that ran beside it");
    server.comment("github-actions[bot]", "Bot", "<!-- hone gate-2 -->\nof another service");

    assertThat(placed("new")).isEqualTo(Placed.UPDATED);

    assertThat(server.comments()).hasSize(132);
    assertThat(server.comments().get(130).path("body").asString()).isEqualTo(MARKED + "new");
  }

  @Test
  void aTokenThatMayOnlyReadIsToldInOneLine() throws Exception {
    server.answersInstead(
        new GitHubServer.Answer(403, Map.of(), "{}"),
        new GitHubServer.Answer(200, Map.of(), "[]"),
        new GitHubServer.Answer(
            403, Map.of(), "{\"message\": \"Resource not accessible by integration\"}"));

    assertThatThrownBy(() -> placed("closed"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("403: Resource not accessible by integration; the token may not do");
    assertThat(server.comments()).isEmpty();
  }

  @Test
  void sendsWhatGitHubDescribes() throws Exception {
    Optional<GitHubDescription> description = GitHubDescription.here();
    assumeTrue(
        description.isPresent() || System.getenv("CI") != null,
        "GitHub's description of its API is not here: .ci/run brings it");
    server.comment("github-actions[bot]", "Bot", MARKED + "old");
    server.comment("github-actions[bot]", "Bot", MARKED + "spare");

    placed("new");
    server.comments().getFirst().put("body", "gone");
    placed("newer");

    assertThat(server.requests())
        .extracting(GitHubServer.Request::method)
        .containsExactly("GET", "GET", "DELETE", "PATCH", "GET", "GET", "POST");
    assertThat(server.requests())
        .allSatisfy(request ->
            assertThat(description.orElseThrow().faults(request)).as("%s", request).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_REPOSITORY, ../x, names no repository",
    "GITHUB_REPOSITORY, '', names no repository",
    "GITHUB_API_URL, http://forge.example/api/v1, would travel in the clear",
    "GITHUB_API_URL, nowhere, is no address",
    "GITHUB_TOKEN, '', no token",
  })
  void refusesAJobThatSaysTooLittle(String variable, String value, String why) {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put(variable, value);

    assertThatThrownBy(() -> PullRequestComment.of(environment, SHORT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  private Placed placed(String body) throws Refusal {
    try (PullRequestComment comment = PullRequestComment.of(environment(), SHORT)) {
      return comment.place(7, "gate-1", body);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "GITHUB_REPOSITORY",
        GitHubServer.REPOSITORY,
        "GITHUB_API_URL",
        server.url(),
        "GITHUB_TOKEN",
        "ghs_0123456789");
  }
}
