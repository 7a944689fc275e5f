package hone.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which TCP ports a process listens on, as Linux tells it.
///
/// @see <a href="https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html">/proc/net/tcp</a>
final class ListeningSockets {

  // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode; 0A is LISTEN
  private static final Pattern LISTENING =
      Pattern.compile(
          "\\s*\\d+: \\p{XDigit}+:(\\p{XDigit}{4}) \\p{XDigit}+:\\p{XDigit}{4} 0A \\S+ \\S+ \\S+"
              + "\\s+\\d+\\s+\\d+ (\\d+) .*");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  private ListeningSockets() {}

  /// Those of the processes that listen on a port, in the order given.
  static List<ProcessHandle> owners(int port, List<ProcessHandle> processes) {
    return processes.stream().filter(process -> ports(process.pid()).contains(port)).toList();
  }

  /// The ports a process listens on; none where that cannot be known.
  static Set<Integer> ports(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    Map<String, Integer> portOfInode = new HashMap<>();
    listening(process.resolve("net/tcp"), portOfInode);
    listening(process.resolve("net/tcp6"), portOfInode);
    Set<Integer> ports = new TreeSet<>();
    for (String inode : sockets(process.resolve("fd"))) {
      Integer port = portOfInode.get(inode);
      if (port != null) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static void listening(Path table, Map<String, Integer> portOfInode) {
    try {
      for (String line : Files.readAllLines(table, ISO_8859_1)) {
        Matcher socket = LISTENING.matcher(line);
        if (socket.matches()) {
          portOfInode.put(socket.group(2), Integer.parseInt(socket.group(1), 16));
        }
      }
    } catch (IOException gone) {
      // The process has ended, or there is no IPv6: nothing listens there.
    }
  }

  private static Set<String> sockets(Path descriptors) {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        Matcher socket = SOCKET.matcher(target(link));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    } catch (IOException gone) {
      // ended, or another user's
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
