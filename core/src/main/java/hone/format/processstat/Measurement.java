package hone.format.processstat;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/// What was measured at one moment.
///
/// @param millis      since 1970
/// @param delayMillis how late the event loop was
/// @param cores       CPU time per time that passed since the moment before
record Measurement(double millis, double delayMillis, double cores) {

  static final int TIME = 1 << 3 | 1;
  private static final int DELAY = 2 << 3 | 1;
  private static final int CPU = 3 << 3 | 1;

  static Measurement read(CodedInputStream message) throws IOException {
    double millis = Double.NaN;
    double delay = 0;
    double cores = 0;
    for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
      switch (tag) {
        case TIME -> millis = message.readDouble();
        case DELAY -> delay = message.readDouble();
        case CPU -> cores = message.readDouble();
        default -> message.skipField(tag);
      }
    }
    return new Measurement(millis, delay, cores);
  }

  /// Whether the numbers can be what they say: a moment, a time and a number of cores.
  boolean isSound() {
    return millis > 0 && millis < 1e14 && within(delayMillis, 1e9) && within(cores, 1e5);
  }

  private static boolean within(double value, double most) {
    return value >= 0 && value < most;
  }
}
