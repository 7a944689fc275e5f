package hone.process;

import hone.process.ProcessTable.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A program with all that came of it, even what left its parent, its group or its session.
///
/// A process belongs if its environment carries the mark, if a member is its parent, or if it is
/// in a member's session. One that clears its environment, leaves the session *and* outlives its
/// parent gets away; such programs are not met where people start services and benchmarks.
final class ProcessTree {

  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LAST_PAUSE_MILLIS = 100;

  private final String mark;
  private final List<ProcessHandle> roots;

  ProcessTree(String mark, List<ProcessHandle> roots) {
    this.mark = mark;
    this.roots = List.copyOf(roots);
  }

  /// The members that are alive.
  List<ProcessHandle> members() {
    List<Entry> entries = ProcessTable.withMark(mark);
    long self = ProcessHandle.current().pid();
    Set<Long> members = new HashSet<>();
    roots.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).forEach(members::add);
    entries.stream().filter(Entry::marked).map(Entry::pid).forEach(members::add);
    long ownSession =
        entries.stream()
            .filter(e -> e.pid() == self)
            .mapToLong(Entry::session)
            .findFirst()
            .orElse(0);
    Set<Long> sessions = new HashSet<>();
    while (grow(members, sessions, entries, ownSession)) {
      // until nobody new belongs
    }
    members.remove(self);
    return members.stream().map(ProcessHandle::of).flatMap(Optional::stream).toList();
  }

  /// Asks all members to end, and kills those that have not when the grace is over.
  ///
  /// An interrupt ends the grace, and is kept.
  ///
  /// @return whether none is left
  boolean stop(Signal signal, Duration grace) {
    List<ProcessHandle> first = members();
    if (first.isEmpty()) {
      return true;
    }
    send(signal, first);
    boolean interrupted = false;
    try {
      if (ended(grace, false)) {
        return true;
      }
    } catch (InterruptedException hurry) {
      interrupted = true;
    }
    while (true) {
      try {
        return ended(KILL_LIMIT, true);
      } catch (InterruptedException again) {
        interrupted = true;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static boolean grow(
      Set<Long> members, Set<Long> sessions, List<Entry> entries, long ownSession) {
    boolean grown = false;
    for (Entry entry : entries) {
      boolean member =
          members.contains(entry.pid())
              || members.contains(entry.parent())
              || sessions.contains(entry.session());
      if (member) {
        grown |= members.add(entry.pid());
        if (entry.session() != 0 && entry.session() != ownSession) {
          grown |= sessions.add(entry.session());
        }
      }
    }
    return grown;
  }

  private boolean ended(Duration limit, boolean kill) throws InterruptedException {
    long start = System.nanoTime();
    long pauseMillis = FIRST_PAUSE_MILLIS;
    while (true) {
      List<ProcessHandle> left = members();
      if (left.isEmpty()) {
        return true;
      }
      if (System.nanoTime() - start >= limit.toNanos()) {
        return false;
      }
      if (kill) {
        left.forEach(ProcessHandle::destroyForcibly);
      }
      Thread.sleep(pauseMillis);
      pauseMillis = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
    }
  }

  private static void send(Signal signal, List<ProcessHandle> processes) {
    switch (signal) {
      case TERM -> processes.forEach(ProcessHandle::destroy);
      case KILL -> processes.forEach(ProcessHandle::destroyForcibly);
      case HUP, INT, QUIT, USR1, USR2 -> shellKill(signal, processes);
    }
  }

  // Java itself sends only TERM and KILL.
  private static void shellKill(Signal signal, List<ProcessHandle> processes) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "kill -s \"$@\"", "kill"));
    words.add(signal.name());
    processes.forEach(process -> words.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noShell) {
      processes.forEach(ProcessHandle::destroy);
    }
  }
}
