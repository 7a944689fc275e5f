package hone.process;

import java.nio.file.Path;

/// A program that starts a shell line under a supervisor and prints what the line prints; its test
/// kills it.
final class KilledSupervisor {

  private KilledSupervisor() {}

  public static void main(String[] args) throws Exception {
    Supervisor supervisor = Supervisor.open();
    Running running =
        supervisor.start(
            Command.shell(args[0], Path.of("/")), (_, line) -> System.out.println(line));
    running.exit().join();
  }
}
