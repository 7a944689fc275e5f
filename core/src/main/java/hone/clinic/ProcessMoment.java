package hone.clinic;

import java.util.OptionalDouble;

/// A process at one moment, as Doctor notes it every 10 ms.
///
/// @param timeNanos   since 1970, by the clock of the process
/// @param delayNanos  how much later than it was due its timer fired
/// @param processors  how many it kept busy since the moment before
/// @param handleCount sockets, files and timers that it held open
/// @param utilisation share of all its time so far that the event loop was not waiting, in [0, 1];
///                    empty where Doctor was not told to note it
public record ProcessMoment(
    long timeNanos,
    long delayNanos,
    double processors,
    long handleCount,
    OptionalDouble utilisation) {

  public ProcessMoment {
    boolean plain = timeNanos >= 0 && delayNanos >= 0 && handleCount >= 0;
    boolean share =
        utilisation.isEmpty() || (utilisation.getAsDouble() >= 0 && utilisation.getAsDouble() <= 1);
    if (!plain || !share || !(processors >= 0 && Double.isFinite(processors))) {
      throw new IllegalArgumentException(
          "not a process: %d, %d, %s, %d, %s"
              .formatted(timeNanos, delayNanos, processors, handleCount, utilisation));
    }
  }
}
