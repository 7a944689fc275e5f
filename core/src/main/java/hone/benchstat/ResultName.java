package hone.benchstat;

import java.util.ArrayList;
import java.util.List;

/// A benchmark's name without `Benchmark`: `Copy/size=4k-16`.
record ResultName(String full) {

  /// `Copy`.
  String base() {
    int slash = full.indexOf('/');
    return full.substring(0, slash >= 0 ? slash : processorsAt());
  }

  /// `/size=4k` and `-16`; together with what is in front they are the name.
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    int end = processorsAt();
    int slash = full.substring(0, end).indexOf('/');
    while (slash >= 0) {
      int next = full.substring(0, end).indexOf('/', slash + 1);
      parts.add(full.substring(slash, next < 0 ? end : next));
      slash = next;
    }
    if (end < full.length()) {
      parts.add(full.substring(end));
    }
    return parts;
  }

  /// What is in front of the parts.
  String front() {
    int end = processorsAt();
    int slash = full.substring(0, end).indexOf('/');
    return full.substring(0, slash < 0 ? end : slash);
  }

  /// Where a last `-16` begins; the length where there is none.
  private int processorsAt() {
    int at = full.length() - 1;
    while (at >= 0 && full.charAt(at) >= '0' && full.charAt(at) <= '9') {
      at--;
    }
    return at >= 0 && at < full.length() - 1 && full.charAt(at) == '-' ? at : full.length();
  }
}
