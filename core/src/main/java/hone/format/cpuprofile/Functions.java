package hone.format.cpuprofile;

import hone.format.CallFrame;
import hone.input.JsonDocument;
import hone.input.MetObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The functions that nodes are of, numbered from 0; nodes are many times more.
///
/// V8 writes a function the same way each time, so that most call frames are known by their bytes.
final class Functions {

  private final MetObjects written = new MetObjects();
  private int[] writtenNumbers = new int[64];
  private final Map<CallFrame, Integer> numbers = new HashMap<>();
  private final List<CallFrame> functions = new ArrayList<>();

  int count() {
    return functions.size();
  }

  CallFrame function(int number) {
    return functions.get(number);
  }

  int number(CallFrame function) {
    Integer met = numbers.putIfAbsent(function, functions.size());
    if (met == null) {
      functions.add(function);
    }
    return met == null ? functions.size() - 1 : met;
  }

  /// Reads a `callFrame`, and gives its number.
  int read(JsonDocument document) throws IOException {
    int met = document.passIfMet(written);
    if (met >= 0) {
      return writtenNumbers[met];
    }
    int number = number(CallFrame.read(document));
    int kept = document.keep(written);
    if (kept >= 0) {
      writtenNumbers =
          kept < writtenNumbers.length ? writtenNumbers : Arrays.copyOf(writtenNumbers, kept * 2);
      writtenNumbers[kept] = number;
    }
    return number;
  }
}
