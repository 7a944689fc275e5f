package hone.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a measurement was made on; figures from different machines are never compared.
///
/// @param facts name to value, in the order people read them
public record Machine(Map<String, String> facts) {

  static final String UNKNOWN = "unknown";

  /// What says how the machine is just now, not which one it is.
  private static final Set<String> PASSING = Set.of("load");

  /// Variables that change how programs run, without a secret in any of them.
  private static final Set<String> FLAGS =
      Set.of(
          "GOFLAGS",
          "GOGC",
          "GOMAXPROCS",
          "GOMEMLIMIT",
          "GODEBUG",
          "GOEXPERIMENT",
          "GOAMD64",
          "CGO_ENABLED",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "MAVEN_OPTS",
          "GRADLE_OPTS",
          "NODE_OPTIONS",
          "NODE_ENV",
          "UV_THREADPOOL_SIZE",
          "PYTHONOPTIMIZE",
          "PYTHONHASHSEED",
          "PYTHONMALLOC",
          "OMP_NUM_THREADS",
          "MALLOC_ARENA_MAX",
          "LD_PRELOAD");

  public Machine {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /// The machine this runs on, as far as it can be read.
  public static Machine here() {
    return here(System.getenv());
  }

  static Machine here(Map<String, String> environment) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", field(Path.of("/proc/cpuinfo"), "model name"));
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("governor", text(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.putAll(ControlGroup.limits());
    facts.put("load", text(Path.of("/proc/loadavg")));
    facts.put("memory", field(Path.of("/proc/meminfo"), "MemTotal"));
    Map<String, String> flags = new TreeMap<>(environment);
    flags.keySet().retainAll(FLAGS);
    facts.put("flags", flags.isEmpty() ? "none" : String.join(" ", pairs(flags)));
    return new Machine(facts);
  }

  /// What tells this machine from another, one sentence a fact; a fact that either does not have
  /// tells nothing.
  List<String> differences(Machine other) {
    return differences(facts, other.facts, "was", "is");
  }

  static List<String> differences(
      Map<String, String> some, Map<String, String> others, String one, String another) {
    List<String> differences = new ArrayList<>();
    some.forEach((name, value) -> {
      String second = others.getOrDefault(name, value);
      boolean known = !value.equals(UNKNOWN) && !second.equals(UNKNOWN);
      if (known && !PASSING.contains(name) && !second.equals(value)) {
        differences.add("%s %s '%s' and %s '%s'".formatted(name, one, value, another, second));
      }
    });
    return differences;
  }

  private static List<String> pairs(Map<String, String> flags) {
    return flags.entrySet().stream().map(flag -> flag.getKey() + "=" + flag.getValue()).toList();
  }

  private static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException unreadable) {
      return UNKNOWN;
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      return UNKNOWN;
    }
  }
}
