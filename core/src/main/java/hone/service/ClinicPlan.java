package hone.service;

/// Whether Clinic.js is run beside hone's own profiler of Node.js services.
public sealed interface ClinicPlan {

  /// The one among the service's own packages, where it is there.
  record Own() implements ClinicPlan {}

  /// A certain program.
  ///
  /// @param path from the service's folder, or a name on the search path
  record Program(String path) implements ClinicPlan {
    public Program {
      Checks.filled("clinic", path);
    }
  }

  /// It is not run.
  record None() implements ClinicPlan {}

  /// What a file says: `none`, or a program.
  static ClinicPlan of(String text) {
    return text.equals("none") ? new None() : new Program(text);
  }
}
