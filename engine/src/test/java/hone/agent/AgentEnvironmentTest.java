package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentEnvironmentTest {

  @Test
  void givesNextToNothing() {
    Map<String, String> ours =
        Map.of(
            "PATH", "/bin",
            "https_proxy", "http://me:pass-word-1@proxy",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "CODEX_API_KEY", "key-0123456789",
            "CORP_API_KEY", "corp-0123456789");

    AgentEnvironment seen =
        AgentEnvironment.of(ours, List.of("CODEX_API_KEY"), List.of("CORP_API_KEY", "ABSENT"));

    assertThat(seen.variables())
        .containsOnlyKeys("PATH", "https_proxy", "CODEX_API_KEY", "CORP_API_KEY");
    assertThat(seen.notices()).containsExactly("agent.env names ABSENT, which is not set");
    assertThat(seen.redaction().of("a key-0123456789 b corp-0123456789 c pass-word-1 d /bin"))
        .isEqualTo("a [redacted] b [redacted] c [redacted] d /bin");
  }

  @Test
  void takesOutSecretsAsJsonWritesThem() {
    Redaction redaction = Redaction.of(List.of("quote\"and\\slash", "short"));

    assertThat(redaction.of("{\"a\":\"quote\\\"and\\\\slash\", \"b\":\"short\"}"))
        .isEqualTo("{\"a\":\"[redacted]\", \"b\":\"short\"}");
  }
}
