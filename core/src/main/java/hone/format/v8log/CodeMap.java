package hone.format.v8log;

import hone.format.CodeName;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What code is at which address, at one time of the log.
final class CodeMap {

  private static final Set<String> SCRIPTS =
      Set.of("LazyCompile", "Function", "Script", "Eval", "JS");

  /// Code of so many bytes; only functions of scripts count as found on top of a stack.
  record Code(long size, boolean script, Frame frame) {}

  private final String input;
  private final Limits limits;
  private final TreeMap<Long, Code> code = new TreeMap<>(Long::compareUnsigned);
  private final TreeMap<Long, Code> libraries = new TreeMap<>(Long::compareUnsigned);

  CodeMap(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void library(String path, long start, long end) throws FormatException {
    limits.checkCount(input, "libraries", libraries.size() + 1L);
    libraries.put(start, new Code(end - start, false, CodeName.library(path)));
  }

  void create(String type, long start, long size, String name) throws FormatException {
    limits.checkCount(input, "pieces of code", code.size() + 1L);
    boolean script = SCRIPTS.contains(type);
    Frame frame =
        script ? CodeName.frame("JS", name) : CodeName.frame(type, (type + ": " + name).strip());
    put(start, new Code(size, script, frame));
  }

  void move(long from, long to) {
    Code moved = code.remove(from);
    if (moved != null) {
      put(to, moved);
    }
  }

  void delete(long start) {
    code.remove(start);
  }

  /// The code at an address.
  Optional<Code> at(long address) {
    return in(code, address).or(() -> in(libraries, address));
  }

  /// Puts code in place of what was there.
  private void put(long start, Code added) {
    Map.Entry<Long, Code> before = code.lowerEntry(start);
    if (before != null && covers(before, start)) {
      code.remove(before.getKey());
    }
    Long next = code.ceilingKey(start);
    while (next != null && Long.compareUnsigned(next - start, Math.max(1, added.size)) < 0) {
      code.remove(next);
      next = code.ceilingKey(start);
    }
    code.put(start, added);
  }

  private static Optional<Code> in(NavigableMap<Long, Code> map, long address) {
    Map.Entry<Long, Code> entry = map.floorEntry(address);
    return entry != null && covers(entry, address)
        ? Optional.of(entry.getValue())
        : Optional.empty();
  }

  private static boolean covers(Map.Entry<Long, Code> entry, long address) {
    return Long.compareUnsigned(address - entry.getKey(), entry.getValue().size) < 0;
  }
}
