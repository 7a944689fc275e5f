package hone.profile;

import hone.unit.Unit;

/// What one column of sample values measures: `cpu` in nanoseconds, `alloc_space` in bytes,
/// `samples` as a count.
public record ValueType(String name, Unit unit) {

  public ValueType {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of value type is blank");
    }
  }
}
