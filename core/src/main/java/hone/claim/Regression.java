package hone.claim;

import java.util.List;

/// A benchmark that got worse, as an agent is asked about it.
///
/// @param effect    new / old - 1
/// @param cause     where hone itself would look
/// @param functions that the change touches, each as `name (file)`
public record Regression(
    String benchmark, String metric, double effect, String cause, List<String> functions) {

  public Regression {
    functions = List.copyOf(functions);
  }
}
