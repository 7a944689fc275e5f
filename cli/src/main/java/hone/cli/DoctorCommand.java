package hone.cli;

import hone.input.JsonText;
import hone.process.Supervisor;
import hone.setup.Tool;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Says what can be profiled on this machine, and what gets the rest.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what can be profiled and driven on this machine, and how to get the rest.",
    footer = {"", "Example: hone doctor"})
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    PrintWriter out = spec.commandLine().getOut();
    ObjectNode document = JsonMapper.shared().createObjectNode();
    ArrayNode tools = document.putArray("tools");
    try (Supervisor supervisor = Supervisor.open()) {
      for (Tool tool : Tool.all()) {
        Optional<String> version = tool.version(supervisor);
        ObjectNode entry = tools.addObject().put("name", tool.name());
        entry.put("version", version.orElse(null)).put("for", tool.needFor());
        entry.put("install", version.isPresent() ? null : tool.install());
        if (!json) {
          out.println(line(tool, version));
        }
      }
    }
    if (json) {
      out.println(JsonText.line(document));
    }
    return ExitCode.DONE;
  }

  private static String line(Tool tool, Optional<String> version) {
    String state = version.orElse("missing: " + tool.install() + " (for " + tool.needFor() + ")");
    return Paragraph.wrapped(
        String.format(Locale.ROOT, " %s %-16s", version.isPresent() ? "✓" : "✗", tool.name()),
        state,
        Terminal.current().columns(),
        20);
  }
}
