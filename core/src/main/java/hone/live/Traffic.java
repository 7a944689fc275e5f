package hone.live;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The requests that a service got, and how it bore them.
///
/// @param model   what decided when a request was sent
/// @param sent    requests; 0 where there were none
/// @param failed  of these, those without an answer or with a status of 400 or above
/// @param late    those that left late, or not at all, because what sent them was too busy
/// @param classes latencies by endpoint class, of the requests that have one
public record Traffic(
    Model model,
    long sent,
    long failed,
    long late,
    Latencies all,
    SortedMap<String, Latencies> classes) {

  /// What decides when a request is sent.
  public enum Model {
    /// A schedule, whether or not earlier requests were answered.
    OPEN,
    /// The answer to an earlier request: a service that stalls is not asked meanwhile.
    CLOSED;

    /// As documents write it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Traffic {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    if (sent < 0 || failed < 0 || late < 0 || failed > sent) {
      throw new IllegalArgumentException(
          "requests do not add up: " + failed + " failed, " + late + " late of " + sent);
    }
  }

  /// Whether all requests came under this class; all come under the class without a name.
  boolean isAll(String endpointClass) {
    return endpointClass.isEmpty()
        || (classes.containsKey(endpointClass)
            && classes.get(endpointClass).count() == all.count());
  }

  double failedShare() {
    return sent == 0 ? 0 : (double) failed / sent;
  }

  double lateShare() {
    return sent == 0 ? 0 : (double) late / sent;
  }
}
