package hone.benchstat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files of a command line, and what their columns are called.
public final class Inputs {

  private Inputs() {}

  /// One file.
  ///
  /// @param path `-` is the standard input
  public record Named(String label, String path) {}

  /// Labels of `label=path` and of `path`; a path that is there twice gets a number.
  public static List<Named> of(List<String> arguments) {
    Map<String, Integer> uses = new HashMap<>();
    for (String argument : arguments) {
      uses.merge(argument, 1, Integer::sum);
    }
    Map<String, Integer> used = new HashMap<>();
    List<Named> named = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals >= 0) {
        named.add(new Named(argument.substring(0, equals), argument.substring(equals + 1)));
      } else if (uses.getOrDefault(argument, 0) == 1) {
        named.add(new Named(argument, argument));
      } else {
        int number = used.merge(argument, 1, Integer::sum) - 1;
        named.add(new Named(argument + "#" + number, argument));
      }
    }
    return named;
  }
}
