package hone.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The limits that a container or a service manager sets for this process, read from its own
/// control group or the nearest one above that has them; version 2 before version 1.
final class ControlGroup {

  private static final Path MOUNTED = Path.of("/sys/fs/cgroup");

  private ControlGroup() {}

  /// `cpu limit`, `memory limit` and `cpus` by name.
  static Map<String, String> limits() {
    String groups = Machine.text(Path.of("/proc/self/cgroup"));
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put(
        "cpu limit",
        first(
            List.of(
                nearest(MOUNTED, path(groups, ""), "cpu.max"),
                nearest(MOUNTED.resolve("cpu"), path(groups, "cpu"), "cpu.cfs_quota_us"))));
    limits.put(
        "memory limit",
        first(
            List.of(
                nearest(MOUNTED, path(groups, ""), "memory.max"),
                nearest(
                    MOUNTED.resolve("memory"), path(groups, "memory"), "memory.limit_in_bytes"))));
    limits.put("cpus", allowed(Machine.text(Path.of("/proc/self/status"))));
    return limits;
  }

  /// Where in the hierarchy of a controller this process is; version 2 has no name.
  static String path(String groups, String controller) {
    return groups
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts ->
            controller.isEmpty()
                ? parts[0].equals("0") && parts[1].isEmpty()
                : List.of(parts[1].split(",", -1)).contains(controller))
        .map(parts -> parts[2])
        .findFirst()
        .orElse("/");
  }

  private static String nearest(Path top, String group, String file) {
    Path at = top.resolve(group.substring(1)).normalize();
    while (at != null && at.startsWith(top)) {
      if (Files.isReadable(at.resolve(file))) {
        return Machine.text(at.resolve(file));
      }
      at = at.getParent();
    }
    return Machine.UNKNOWN;
  }

  private static String first(List<String> found) {
    return found.stream()
        .filter(text -> !text.equals(Machine.UNKNOWN))
        .findFirst()
        .orElse(Machine.UNKNOWN);
  }

  private static String allowed(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(Machine.UNKNOWN);
  }
}
