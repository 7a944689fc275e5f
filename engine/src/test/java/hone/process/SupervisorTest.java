package hone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.process.Outcome.Exited;
import hone.process.Outcome.NotStarted;
import hone.process.Outcome.TimedOut;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@Tag("slow")
class SupervisorTest {

  // Prints the process ids of a child, of a grandchild in a session of its own that ignores a
  // hang-up, and of one whose parent is gone and whose environment is empty.
  private static final String FAMILY =
      """
      sleep 1000 & echo $!
      setsid nohup sh -c 'echo $$; exec sleep 1000' &
      (env -i sh -c 'echo $$; exec sleep 1000' &)
      wait
      """;
  private static final int FAMILY_SIZE = 3;

  @TempDir private Path folder;

  @Test
  void givesTheExitCodeAndWhatWasWritten() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      Outcome outcome = supervisor.run(shell("echo out; echo err >&2; exit 3"));

      assertThat(outcome).isInstanceOf(Exited.class);
      Exited exited = (Exited) outcome;
      assertThat(exited.code()).isEqualTo(3);
      assertThat(exited.stdout().text()).isEqualTo("out\n");
      assertThat(exited.stderr().text()).isEqualTo("err\n");
      assertThat(exited.stdout().whole()).isTrue();
      assertThat(exited.wallNanos()).isPositive();
    }
  }

  @Test
  void addsToTheEnvironmentAndRunsInTheDirectoryWithNothingToRead() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      Command command =
          shell("echo \"$GREETING\"; pwd; cat; test -n \"$PATH\"")
              .withEnvironment(Map.of("GREETING", "good day"));

      Exited exited = (Exited) supervisor.run(command);

      assertThat(exited.stdout().text()).isEqualTo("good day\n" + folder.toRealPath() + "\n");
      assertThat(exited.code()).isZero();
    }
  }

  @Test
  void givesNothingOfItsOwnEnvironmentToAProgramThatIsToSeeNone() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      Command command =
          Command.of(folder, List.of("/usr/bin/env"))
              .withOnlyEnvironment(Map.of("GREETING", "good day"));

      Exited exited = (Exited) supervisor.run(command);

      assertThat(exited.stdout().text().lines())
          .hasSize(2)
          .contains("GREETING=good day")
          .anyMatch(line -> line.startsWith("HONE_RUN="));
    }
  }

  @Test
  void letsAProgramReadAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("input"), "from a file\n");
    try (Supervisor supervisor = Supervisor.open()) {
      Exited exited = (Exited) supervisor.run(shell("cat; echo end").withInput(file));

      assertThat(exited.stdout().text()).isEqualTo("from a file\nend\n");
    }
  }

  @Test
  void cutsLinesWhereItsListenerSays() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    LineListener heard =
        new LineListener() {
          @Override
          public void line(Channel channel, String line) {
            lines.add(line);
          }

          @Override
          public int lineLimitBytes() {
            return 200_000;
          }
        };
    try (Supervisor supervisor = Supervisor.open();
        Running running =
            supervisor.start(
                shell("head -c 199999 /dev/zero | tr '\\0' 'x'; echo; head -c 300000 /dev/zero"),
                heard)) {
      running.exit().get(10, TimeUnit.SECONDS);

      assertThat(lines).extracting(String::length).containsExactly(199_999, 200_000);
      assertThat(running.byteCount()).isEqualTo(500_000);
    }
  }

  @Test
  void readsAHundredMegabytesAndKeepsTheEnd() throws Exception {
    Path file = folder.resolve("all");
    try (Supervisor supervisor = Supervisor.open()) {
      Command command =
          shell("head -c 100000000 /dev/zero | tr '\\0' 'x'; echo; echo last").withOutput(file);

      Exited exited = (Exited) supervisor.run(command);

      assertThat(exited.stdout().byteCount()).isEqualTo(100_000_006);
      assertThat(exited.stdout().whole()).isFalse();
      assertThat(exited.stdout().text()).endsWith("last\n").hasSizeLessThan(40_000_000);
      assertThat(file).hasSize(100_000_006);
    }
  }

  @Test
  void saysWhenTheFileForTheOutputIsNotAllOfIt() throws Exception {
    Path full = Path.of("/dev/full");
    try (Supervisor supervisor = Supervisor.open()) {
      Exited exited = (Exited) supervisor.run(shell("echo lost").withOutput(full));

      assertThat(exited.code()).isZero();
      assertThat(exited.stdout().text()).isEqualTo("lost\n");
      assertThat(exited.stdout().unwritten()).hasValue("No space left on device");
    }
  }

  @Test
  void endsAProgramAtItsTimeLimitEvenIfItIgnoresTheRequest() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      Command command =
          shell("trap '' TERM; echo begun; while :; do sleep 1000; done")
              .withLimit(Duration.ofMillis(300));

      Outcome outcome = supervisor.run(command);

      assertThat(outcome).isInstanceOf(TimedOut.class);
      assertThat(((TimedOut) outcome).stdout().text()).isEqualTo("begun\n");
    }
  }

  @Test
  void leavesNothingOfARunBehindWhenItsProgramEnds() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      String line = "nohup setsid sleep 1000 >/dev/null 2>&1 & echo $!; sleep 1000 & echo $!";

      Exited exited = (Exited) supervisor.run(shell(line));

      assertThat(exited.stdout().text().lines().mapToLong(Long::parseLong))
          .hasSize(2)
          .noneMatch(SupervisorTest::alive);
    }
  }

  @Test
  void endsAWholeFamilyWhenItIsClosed() throws Exception {
    List<Long> family;
    try (Supervisor supervisor = Supervisor.open()) {
      BlockingQueue<String> lines = new LinkedBlockingQueue<>();
      supervisor.start(shell(FAMILY), (_, line) -> lines.add(line));
      family = family(lines);
      assertThat(family).allMatch(SupervisorTest::alive);
    }

    assertThat(family).noneMatch(SupervisorTest::alive);
  }

  @Test
  void stopsAProgramWithTheSignalItWants() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      BlockingQueue<String> lines = new LinkedBlockingQueue<>();
      String line = "trap 'echo bye; exit 7' USR1; echo ready; while :; do sleep 0.01; done";
      Running running = supervisor.start(shell(line), (_, text) -> lines.add(text));
      assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("ready");

      assertThat(running.stop(Signal.USR1, Duration.ofSeconds(10))).isTrue();

      Exited exited = running.exit().get(10, TimeUnit.SECONDS);
      assertThat(exited.code()).isEqualTo(7);
      assertThat(exited.stdout().text()).isEqualTo("ready\nbye\n");
    }
  }

  @Test
  void leavesNothingBehindWhenItsOwnProcessIsKilled() throws Exception {
    endsWithTheSupervisor(ProcessHandle::destroyForcibly);
  }

  @Test
  void leavesNothingBehindWhenItsOwnProcessIsAskedToEnd() throws Exception {
    endsWithTheSupervisor(ProcessHandle::destroy);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
    try (Supervisor supervisor = Supervisor.open()) {
      assertThat(supervisor.run(Command.of(folder, List.of("no-such-program"))))
          .isEqualTo(new NotStarted("program not found on the PATH: 'no-such-program'"));
      assertThat(supervisor.run(Command.of(folder, List.of("./absent"))))
          .isEqualTo(new NotStarted("no such program: './absent'"));
      assertThat(supervisor.run(Command.of(folder, List.of("./script"))))
          .isEqualTo(new NotStarted("not executable: './script'"));
      assertThat(supervisor.run(Command.shell("true", folder.resolve("nowhere"))))
          .isEqualTo(new NotStarted("no such directory: '" + folder.resolve("nowhere") + "'"));
    }
  }

  @Test
  void startsNothingOnceItIsClosed() throws Exception {
    Supervisor supervisor = Supervisor.open();
    supervisor.close();

    assertThatThrownBy(() -> supervisor.start(shell("true"), LineListener.none()))
        .isInstanceOf(IOException.class)
        .hasMessage("everything is being ended");
  }

  @Test
  void endsTheProgramOfAnInterruptedRun() throws Exception {
    Path pidFile = folder.resolve("pid");
    try (Supervisor supervisor = Supervisor.open()) {
      BlockingQueue<String> ended = new LinkedBlockingQueue<>();
      Thread runner =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  supervisor.run(shell("echo $$ > pid.tmp; mv pid.tmp pid; exec sleep 1000"));
                } catch (InterruptedException expected) {
                  ended.add("interrupted");
                }
              });
      await(() -> Files.exists(pidFile));

      runner.interrupt();

      assertThat(ended.poll(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
      assertThat(alive(Long.parseLong(Files.readString(pidFile).strip()))).isFalse();
    }
  }

  private void endsWithTheSupervisor(Consumer<ProcessHandle> end) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process victim =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledSupervisor.class.getName(),
                FAMILY)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Long> family = new ArrayList<>();
    try (BufferedReader lines = victim.inputReader()) {
      for (int i = 0; i < FAMILY_SIZE; i++) {
        family.add(Long.parseLong(lines.readLine()));
      }
      assertThat(family).allMatch(SupervisorTest::alive);

      end.accept(victim.toHandle());

      await(() -> family.stream().noneMatch(SupervisorTest::alive));
    } finally {
      victim.destroyForcibly();
    }
  }

  private static List<Long> family(BlockingQueue<String> lines) throws InterruptedException {
    List<Long> family = new ArrayList<>();
    for (int i = 0; i < FAMILY_SIZE; i++) {
      family.add(Long.parseLong(String.valueOf(lines.poll(10, TimeUnit.SECONDS))));
    }
    return family;
  }

  private Command shell(String line) {
    return Command.shell(line, folder);
  }

  // An orphan that has ended may stay a zombie where nobody collects it.
  private static boolean alive(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
