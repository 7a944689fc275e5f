package hone.benchstat;

import java.util.List;

/// One line of results, with the settings that hold for it.
///
/// @param settings in the order in which they came
record Observation(List<Setting> settings, ResultName name, List<Value> values) {

  Observation {
    settings = List.copyOf(settings);
    values = List.copyOf(values);
  }

  /// A line `key: value`, or what is known of the input.
  ///
  /// @param isFromFile whether it is a line
  record Setting(String key, String value, boolean isFromFile) {}

  /// One measurement.
  ///
  /// @param unit         tidied
  /// @param originalUnit as it was written
  record Value(double value, String unit, String originalUnit) {}

  /// The value of a setting; empty where there is none.
  String setting(String key) {
    return settings.stream()
        .filter(each -> each.key().equals(key))
        .map(Setting::value)
        .findFirst()
        .orElse("");
  }
}
