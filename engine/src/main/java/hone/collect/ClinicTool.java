package hone.collect;

import java.util.Locale;

/// What of Clinic.js is run.
public enum ClinicTool {
  /// Samples stacks with V8's own log.
  FLAME(Stage.CLINIC_FLAME),
  /// Notes the event loop, processors, memory and handles every 10 ms.
  DOCTOR(Stage.CLINIC_DOCTOR);

  private final Stage stage;

  ClinicTool(Stage stage) {
    this.stage = stage;
  }

  /// As it is called on its command line, and in the names of its folders.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  Stage stage() {
    return stage;
  }
}
