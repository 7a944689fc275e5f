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

  private static final String LOOP =
      """
        let found = 0;
        for (let i = 0; i < 1000000; i++) {
          found += words.charCodeAt(i % words.length) % 7;
        }
        return found;
      """;

  private static final String SUMS =
      """
        const sums = [0];
        for (let i = 0; i < words.length; i++) {
          sums.push(sums[i] + words.charCodeAt(i) % 7);
        }
        const rounds = Math.floor(1000000 / words.length);
        return rounds * sums[words.length] + sums[1000000 % words.length];
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
                    new Act.Patch(Act.replacing("server.js", LOOP, SUMS)),
                    new Act.Say("Sums instead of a loop."))
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

  private static void isProven(JsonNode candidate, SlowService service) throws Exception {
    assertThat(verdict(candidate)).as(candidate.toString()).isEqualTo("improved");
    assertThat(candidate.path("source").asString()).isEqualTo("agent:codex");
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
