package hone.collect;

import hone.process.Command;
import hone.process.Running;
import hone.process.Supervisor;
import hone.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a service is started, by itself or within a tool.
///
/// @param worktree where it is checked out and built
record Launch(Supervisor supervisor, Service service, Path worktree) {

  /// The folder of the service.
  Path folder() {
    return worktree.resolve(service.path());
  }

  /// Its start command.
  String line() throws CollectException {
    return service
        .start()
        .orElseThrow(() -> new CollectException(new CollectFailure.NotDescribed("start")));
  }

  /// The variables that it is started with.
  Map<String, String> variables(Port port) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PORT", Integer.toString(port.number()));
    RuntimeEnvironment.of(service).forEach((name, value) -> variables.put(name, port.in(value)));
    return variables;
  }

  /// Starts it; it may not be ready yet.
  Running started(String line, Port port, Map<String, String> variables, Readiness readiness)
      throws CollectException {
    Command command = Command.shell(port.in(line), folder()).withEnvironment(variables);
    try {
      return supervisor.start(command, (_, text) -> readiness.hear(text));
    } catch (IOException refused) {
      throw new CollectException(
          new CollectFailure.CannotBeRun(String.valueOf(refused.getMessage())));
    }
  }
}
