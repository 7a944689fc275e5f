package hone.view;

import hone.profile.Label;
import hone.profile.Profile;
import java.util.HashMap;
import java.util.Map;

/// The unit of each key of numeric labels: the first that a sample names; where none does, bytes
/// for `request` and `alignment`, and the key itself for others, as in pprof.
final class LabelUnits {

  private LabelUnits() {}

  static Map<String, String> of(Profile profile) {
    Map<String, String> units = new HashMap<>();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      for (Label label : profile.labels(sample)) {
        if (label instanceof Label.Amount amount && !amount.unit().isEmpty()) {
          units.putIfAbsent(amount.key(), amount.unit());
        }
      }
    }
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      for (Label label : profile.labels(sample)) {
        if (label instanceof Label.Amount amount) {
          boolean bytes = amount.key().equals("request") || amount.key().equals("alignment");
          units.putIfAbsent(amount.key(), bytes ? "bytes" : amount.key());
        }
      }
    }
    return units;
  }
}
