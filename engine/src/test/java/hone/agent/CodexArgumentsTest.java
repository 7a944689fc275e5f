package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodexArgumentsTest {

  @Test
  void takesWhatNamesAProvider() throws Exception {
    List<String> arguments =
        List.of(
            "-c",
            "model_provider=\"corp\"",
            "--config=model_providers.corp={name=\"corp\", base_url=\"http://proxy/v1\"}",
            "-cmodel_providers.corp.request_max_retries=1",
            "--config",
            "openai_base_url=\"http://proxy/v1\"",
            "--strict-config",
            "--oss",
            "--local-provider",
            "ollama");

    assertThat(CodexArguments.checked("hone.yaml", arguments)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s danger-full-access",
        "--sandbox danger-full-access",
        "--sandbox=danger-full-access",
        "--dangerously-bypass-approvals-and-sandbox",
        "--dangerously-bypass-hook-trust",
        "--approve-for-me",
        "-C /",
        "--cd /",
        "--add-dir /",
        "--worktree",
        "-o /etc/passwd",
        "--output-last-message x",
        "--output-schema x",
        "--trust",
        "-p mine",
        "--profile mine",
        "-m other",
        "--enable network_proxy",
        "--disable shell_tool",
        "-i picture",
        "resume",
        "-",
        "--",
        "-c sandbox_mode=\"danger-full-access\"",
        "-csandbox_mode=\"danger-full-access\"",
        "-c=sandbox_mode=\"danger-full-access\"",
        "--config=sandbox_workspace_write.network_access=true",
        "-c shell_environment_policy.inherit=all",
        "-c approval_policy=\"never\"",
        "-c default_permissions=\"mine\"",
        "-c permissions.mine={}",
        "-c mcp_servers.x.command=\"sh\"",
        "-c notify=[\"sh\"]",
        "-c features.network_proxy=true",
        "-c \"sandbox_mode\"=\"danger-full-access\"",
        "-c web_search=\"live\"",
        "-c allow_login_shell=true",
      })
  void refusesWhatWouldReplaceTheSafetyOptions(String line) {
    assertThatThrownBy(() -> CodexArguments.checked("hone.yaml", List.of(line.split(" ", 2))))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("hone.yaml: agent.args: ")
        .hasMessageContaining("allowed are --oss");
  }

  @Test
  void refusesAnOptionWithoutItsValue() {
    assertThatThrownBy(() -> CodexArguments.checked("hone.yaml", List.of("-c")))
        .hasMessage("hone.yaml: agent.args: '-c' has no value");
  }
}
