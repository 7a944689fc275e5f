package hone.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What a measurement was made on; figures from different machines are never compared.
///
/// @param facts name to value, in the order people read them
public record Machine(Map<String, String> facts) {

  public Machine {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /// The machine this runs on, as far as it can be read.
  public static Machine here() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", field(Path.of("/proc/cpuinfo"), "model name"));
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("governor", text(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("cpu limit", text(Path.of("/sys/fs/cgroup/cpu.max")));
    facts.put("memory limit", text(Path.of("/sys/fs/cgroup/memory.max")));
    facts.put("load", text(Path.of("/proc/loadavg")));
    facts.put("memory", field(Path.of("/proc/meminfo"), "MemTotal"));
    return new Machine(facts);
  }

  private static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
