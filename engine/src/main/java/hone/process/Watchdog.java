package hone.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// A small shell that outlives this process, and then ends what this process had started.
///
/// It reads a pipe that only this process holds. However this process ends, the pipe ends with it.
/// Then the shell kills the process groups it was told of, and whatever carries the mark in its
/// environment, until nothing does.
final class Watchdog {

  // The second look, after nothing was found, is for a program that was being started just then.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP QUIT
      groups=' '
      while read -r change pid; do
        case $change in
          start) groups="$groups$pid " ;;
          end) case $groups in *" $pid "*) groups="${groups%% $pid *} ${groups#* $pid }" ;; esac ;;
        esac
      done
      for pid in $groups; do kill -s KILL -- "-$pid"; done
      looks=2
      rounds=100
      while [ $looks -gt 0 ] && [ $rounds -gt 0 ]; do
        found=$(grep -l -s -F -e "$1" /proc/[0-9]*/environ)
        if [ -z "$found" ]; then looks=$((looks - 1)); else looks=2; fi
        for file in $found; do
          pid=${file#/proc/}
          kill -s KILL "${pid%/environ}"
        done
        rounds=$((rounds - 1))
        [ $looks -eq 0 ] || sleep 0.1
      done
      """;

  private final OutputStream pipe;
  private final boolean groups;

  private Watchdog(OutputStream pipe, boolean groups) {
    this.pipe = pipe;
    this.groups = groups;
  }

  /// Starts the shell.
  ///
  /// @param prefix how programs are started in a session of their own; empty where they are not
  static Watchdog start(String mark, List<String> prefix) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of("/bin/sh", "-c", SCRIPT, "hone-watchdog", mark));
    Process shell =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Watchdog(shell.getOutputStream(), !prefix.isEmpty());
  }

  void started(long pid) {
    tell("start " + pid);
  }

  void ended(long pid) {
    tell("end " + pid);
  }

  /// Lets it look one last time and go.
  void close() {
    try {
      pipe.close();
    } catch (IOException gone) {
      // Killed by somebody: there is nothing left to end it for.
    }
  }

  private synchronized void tell(String line) {
    if (groups) {
      try {
        pipe.write((line + "\n").getBytes(US_ASCII));
        pipe.flush();
      } catch (IOException gone) {
        // Killed by somebody. Programs still end with their supervisor, only kill -9 of us is open.
      }
    }
  }
}
