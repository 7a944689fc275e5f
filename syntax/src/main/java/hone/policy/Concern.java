package hone.policy;

import java.util.Arrays;
import java.util.Locale;

/// What a row of a rule table is about.
enum Concern {
  ERROR_HANDLING("error handling"),
  VALIDATION("validation"),
  LOGGING("logging"),
  METRICS("a metric"),
  TRACING("tracing"),
  LOCKING("a lock or other synchronisation"),
  TIME_LIMIT("a time limit or cancellation"),
  CLOSING("the closing of a resource"),
  SECURITY("a security measure"),
  UNSAFE("unsafe or native code"),
  DYNAMIC("code that is made or found at run time"),
  PROCESS("the start or the end of a process"),
  NETWORK("network access, in a file that had none"),
  FILES("file access, in a file that had none"),
  HARNESS("a look at who is running it"),
  RUNTIME("a setting of the whole runtime"),
  SWALLOWING("the swallowing of errors"),
  START_WORK("work at program start");

  private final String phrase;

  Concern(String phrase) {
    this.phrase = phrase;
  }

  /// As it stands in the middle of a sentence.
  String phrase() {
    return phrase;
  }

  /// The concern that a table calls so.
  ///
  /// @throws IllegalArgumentException if there is none
  static Concern of(String name) {
    return Arrays.stream(values())
        .filter(concern -> concern.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no concern '" + name + "'"));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
