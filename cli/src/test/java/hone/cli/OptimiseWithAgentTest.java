package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Has an agent change a real service whose bottleneck no recipe cures: the agent is a script, all
/// that judges it is real.
@Tag("slow")
class OptimiseWithAgentTest {

  @TempDir private Path scratch;

  /// The first turn edits the settings, the second one the code.
  @Test
  void aChangeThatFallsFeedsOneMoreAttempt() throws Exception {
    SlowService service =
        service(
            """
            if grep -q 'Earlier attempts' prompt.md; then
              cp "$HONE_TEST/fast.js" server.js
            else
              echo '# tuned' >> hone.yaml
            fi
            rm prompt.md
            echo Done.
            """);

    JsonNode candidates = service.audited();

    assertThat(candidates).hasSize(2);
    assertThat(candidates.path(0).path("verdict").stringValue()).isEqualTo("policy");
    assertThat(candidates.path(0).path("reason").stringValue()).contains("hone.yaml");
    JsonNode second = candidates.path(1);
    assertThat(second.path("verdict").stringValue()).as(second.toString()).isEqualTo("improved");
    assertThat(second.path("effect").doubleValue()).isLessThan(-0.5);
    assertThat(second.path("source").stringValue()).isEqualTo("agent:command");
    String branch = second.path("branch").stringValue();
    assertThat(service.git("diff", "--name-only", "main", branch).strip()).isEqualTo("server.js");
    assertThat(service.git("show", branch + ":server.js")).isEqualTo(SlowService.FAST);
    assertThat(service.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void aChangeThatDropsACheckFallsTwice() throws Exception {
    SlowService service =
        service(
            "rm prompt.md; sed '2,4d' \"$HONE_TEST/fast.js\" > server.js; echo faster than ever");

    JsonNode candidates = service.audited();

    assertThat(candidates)
        .hasSize(2)
        .allSatisfy(candidate -> {
          assertThat(candidate.path("verdict").stringValue()).isEqualTo("policy");
          assertThat(candidate.path("reason").stringValue()).contains("server.js");
          assertThat(candidate.path("branch").isNull()).isTrue();
        });
  }

  @Test
  void aChangeThatIsSlowerIsRejectedWithItsFigures() throws Exception {
    SlowService service =
        service(
            "rm prompt.md; sed -i 's/words.charCodeAt(i) % 7/Number(String(words.charCodeAt(i) % 7))/' server.js; echo Faster.");

    JsonNode candidates = service.audited();

    assertThat(candidates)
        .hasSize(2)
        .allSatisfy(candidate -> {
          assertThat(candidate.path("verdict").stringValue()).isEqualTo("not-improved");
          assertThat(candidate.path("reason").stringValue())
              .containsPattern("nothing improved; the best is .* \\+\\d+");
          assertThat(candidate.path("branch").isNull()).isTrue();
        });
    assertThat(service.git("branch", "--list", "hone/*")).isEmpty();
  }

  /// The first time the agent is interrupted, the second time it works.
  @Test
  void anInterruptionIsToldAndIsNoFailureOfTheAgent() throws Exception {
    Path asked = scratch.resolve("asked");
    SlowService service =
        service(
            """
            if [ -e "$HONE_TEST/asked" ]; then
              rm prompt.md
              cp "$HONE_TEST/fast.js" server.js
              echo Done.
            else
              touch "$HONE_TEST/asked"
              exec sleep 60
            fi
            """);
    Path said = scratch.resolve("audit.out");
    Process audit =
        Hone.started(said, "audit", "--blocks", "3", "-C", service.directory().toString());
    while (!Files.exists(asked)) {
      assertThat(audit.waitFor(20, TimeUnit.MILLISECONDS)).as(said.toString()).isFalse();
    }

    assertThat(Runtime.getRuntime().exec(new String[] {"kill", "-INT", "" + audit.pid()}).waitFor())
        .isZero();

    assertThat(audit.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).content().contains("hone: interrupted\n").doesNotContain("exit code");
    assertThat(service.attempts()).isEmpty();
    Run resumed = Run.of("audit", "--resume", "-C", service.directory().toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.DONE);
    assertThat(resumed.out()).contains("See the patch: git show hone/command-");
  }

  @Test
  void anAgentThatFailsOrDoesNothingIsToldApart() throws Exception {
    SlowService service = service("rm prompt.md; echo out of order >&2; exit 7");
    JsonNode failed = service.audited();
    service.write("agent", "#!/bin/sh\ncat > /dev/null\necho 'Edited server.js, 90 % faster.'\n");
    service.commit();
    JsonNode talked = service.audited();

    assertThat(failed).hasSize(1);
    assertThat(failed.path(0).path("verdict").stringValue()).isEqualTo("failed");
    assertThat(failed.path(0).path("reason").stringValue())
        .contains("exit code 7")
        .contains("out of order");
    assertThat(talked)
        .hasSize(2)
        .allSatisfy(candidate ->
            assertThat(candidate.path("reason").stringValue()).isEqualTo("it changes nothing"));
  }

  /// @param turn what the agent does in its checkout, where the prompt is `prompt.md`
  private SlowService service(String turn) throws IOException, InterruptedException {
    Path agent = scratch.resolve("tiny/agent");
    SlowService service = SlowService.in(scratch, "agent: {name: command, path: " + agent + "}");
    Files.writeString(scratch.resolve("fast.js"), SlowService.FAST);
    service.write(
        "agent", "#!/bin/sh\nHONE_TEST='%s'\ncat > prompt.md\n%s\n".formatted(scratch, turn));
    assertThat(agent.toFile().setExecutable(true)).isTrue();
    service.commit();
    return service;
  }
}
