package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.cli.ScriptedModel.Act;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole loop with the real codex: a scripted model has it edit a real service in its sandbox,
/// by each tool that models have, and hone judges what came of it.
@Tag("e2e")
class OptimiseWithCodexTest {

  private static final String ROUNDS =
      """
        let found = 0;
        for (let round = 0; round < 50000; round++) for (let i = 0; i < words.length; i++) found += words.charCodeAt(i) % 7;
        return found;
      """;

  private static final String ONCE =
      """
        let found = 0;
        for (let i = 0; i < words.length; i++) found += words.charCodeAt(i) % 7;
        return 50000 * found;
      """;

  private static final String LOOK = "sed -n 1,20p server.js";
  private static final String WITHOUT_CHECK = "sed -i 2,4d server.js && cat server.js";

  @TempDir private Path scratch;

  @Test
  void whatFallsAtThePolicyIsMendedAndProven() throws Exception {
    Function<String, List<Act>> script =
        prompt ->
            prompt.contains("Earlier attempts")
                ? List.of(
                    new Act.Shell(LOOK),
                    new Act.Patch(Act.replacing("server.js", ROUNDS, ONCE)),
                    new Act.Say("Once, not 50,000 times."))
                : List.of(new Act.Shell(WITHOUT_CHECK), new Act.Say("90 % faster."));
    try (ScriptedModel model = ScriptedModel.start(script)) {
      SlowService service = service(model);

      JsonNode candidates = service.audited();

      assertThat(candidates).hasSize(2);
      assertThat(verdict(candidates.path(0))).isEqualTo("policy");
      assertThat(candidates.path(0).path("reason").asString()).contains("server.js", "validation");
      isProven(candidates.path(1), service);
      assertThat(model.requests()).hasSize(5);
      assertThat(model.requests().get(2).path("input").toString())
          .contains("policy: it takes away")
          .contains("server.js:");
    }
  }

  @Test
  void aCheckThatIsDeletedTwiceReachesNoBranch() throws Exception {
    try (ScriptedModel model =
        ScriptedModel.start(
            _ -> List.of(new Act.Shell(WITHOUT_CHECK), new Act.Say("All tests pass.")))) {
      SlowService service = service(model);

      JsonNode candidates = service.audited();

      assertThat(candidates)
          .hasSize(2)
          .allSatisfy(candidate -> {
            assertThat(verdict(candidate)).isEqualTo("policy");
            assertThat(candidate.path("branch").isNull()).isTrue();
          });
      assertThat(service.git("branch", "--list", "hone/*")).isEmpty();
      assertThat(service.git("worktree", "list").lines()).hasSize(1);
    }
  }

  /// The first change does the same in other words; the second one comes from the model for designs,
  /// which edits by a program.
  @Test
  void whatIsMeasuredInVainFeedsARedesign() throws Exception {
    String counted =
        ROUNDS.replace("round = 0; round < 50000; round++", "round = 49999; round >= 0; round--");
    Function<String, List<Act>> script =
        prompt ->
            prompt.contains("why this work is done at all")
                ? List.of(
                    new Act.Program(Act.replacing("server.js", ROUNDS, ONCE)), new Act.Say("Once."))
                : List.of(
                    new Act.Patch(Act.replacing("server.js", ROUNDS, counted)),
                    new Act.Say("Done."));
    try (ScriptedModel model = ScriptedModel.start(script)) {
      SlowService service = service(model);

      JsonNode candidates = service.audited();

      assertThat(candidates).hasSize(2);
      assertThat(verdict(candidates.path(0))).isEqualTo("not-improved");
      assertThat(candidates.path(0).path("kind").asString()).isEqualTo("micro");
      isProven(candidates.path(1), service);
      assertThat(model.models()).startsWith("gpt-5.5").endsWith("gpt-6.1-sol");
      assertThat(model.requests().getLast().path("input").toString())
          .contains("not-improved: nothing improved; the best is")
          .contains("let round = 49999");
      assertThat(Run.of("audit", "--resume", "-C", service.directory().toString()).out())
          .contains("See the patch: git show " + candidates.path(1).path("branch").asString());
      assertThat(model.models()).hasSize(4);
    }
  }

  private static void isProven(JsonNode candidate, SlowService service) throws Exception {
    assertThat(verdict(candidate)).as(candidate.toString()).isEqualTo("improved");
    assertThat(candidate.path("source").asString()).isEqualTo("agent:codex");
    assertThat(candidate.path("kind").asString()).isEqualTo("algorithmic");
    assertThat(candidate.path("effect").asDouble()).isLessThan(-0.5);
    String branch = candidate.path("branch").asString();
    assertThat(service.git("diff", "--name-only", "main", branch).strip()).isEqualTo("server.js");
    assertThat(service.git("show", branch + ":server.js")).isEqualTo(SlowService.FAST);
  }

  private static String verdict(JsonNode candidate) {
    return candidate.path("verdict").asString();
  }

  private SlowService service(ScriptedModel model) throws IOException, InterruptedException {
    String settings = String.join("', -c, '", model.settings());
    return SlowService.in(
        scratch,
        "agent: {name: codex, path: %s, args: [--strict-config, -c, '%s'], models: {optimise: gpt-5.5, redesign: gpt-6.1-sol}}"
            .formatted(TestPath.needed("codex"), settings));
  }
}
