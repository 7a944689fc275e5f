package hone.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The processes of this machine at one moment.
final class ProcessTable {

  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /// One process that is not a zombie.
  ///
  /// @param session 0 where it is unknown
  /// @param marked  whether its environment, as it was at its start, holds the mark
  record Entry(long pid, long parent, long session, boolean marked) {}

  static List<Entry> withMark(String mark) {
    return Files.exists(PROC.resolve("self/stat")) ? fromProc(mark) : fromHandles();
  }

  private static List<Entry> fromProc(String mark) {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        entry(folder, mark).ifPresent(entries::add);
      }
    } catch (IOException unreadable) {
      return fromHandles();
    }
    return entries;
  }

  private static Optional<Entry> entry(Path folder, String mark) {
    try {
      // pid (name) state parent group session …; the name may hold spaces and parentheses
      String stat = Files.readString(folder.resolve("stat"), ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
      return fields[0].equals("Z") || fields[0].equals("X")
          ? Optional.empty()
          : Optional.of(
              new Entry(
                  Long.parseLong(folder.getFileName().toString()),
                  Long.parseLong(fields[1]),
                  Long.parseLong(fields[3]),
                  marked(folder, mark)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static boolean marked(Path folder, String mark) {
    try {
      return Files.readString(folder.resolve("environ"), ISO_8859_1).contains(mark);
    } catch (IOException unreadable) {
      return false; // another user's, or gone
    }
  }

  private static List<Entry> fromHandles() {
    return ProcessHandle.allProcesses()
        .map(process ->
            new Entry(process.pid(), process.parent().map(ProcessHandle::pid).orElse(0L), 0, false))
        .toList();
  }
}
