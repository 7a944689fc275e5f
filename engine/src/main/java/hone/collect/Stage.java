package hone.collect;

/// What a collection is at.
public enum Stage {
  STARTING,
  WARMING_UP,
  PROFILING,
  STOPPING,
  /// Once more, with Clinic.js Flame.
  CLINIC_FLAME,
  /// And with Clinic.js Doctor.
  CLINIC_DOCTOR
}
