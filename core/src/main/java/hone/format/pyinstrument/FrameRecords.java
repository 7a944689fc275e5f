package hone.format.pyinstrument;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The samples of a saved session: each a list of frames, outermost first, and its seconds.
final class FrameRecords {

  private static final double NANOS = 1e9;

  private final String input;
  private final Limits limits;
  private final ProfileBuilder builder;
  private final Map<String, Integer> frames = new HashMap<>();

  FrameRecords(String input, Limits limits, ProfileBuilder builder) {
    this.input = input;
    this.limits = limits;
    this.builder = builder;
  }

  /// Adds the record the document stands at.
  void read(JsonDocument document) throws IOException {
    int[] stackAndDepth = {Profile.NONE, 0};
    double[] seconds = {Double.NaN};
    document.array(() -> {
      if (document.isArray()) {
        document.array(() -> push(document, stackAndDepth));
      } else {
        seconds[0] = document.decimal();
      }
    });
    if (!(seconds[0] >= 0 && seconds[0] < Long.MAX_VALUE / NANOS / 2)) {
      throw document.broken("'" + seconds[0] + "' is no time in seconds");
    }
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    builder.sample(stackAndDepth[0], Math.round(seconds[0] * NANOS));
  }

  private void push(JsonDocument document, int[] stackAndDepth) throws FormatException {
    String identifier = document.text();
    Integer frame = frames.get(identifier);
    if (frame == null) {
      frame = builder.frame(Identifier.frame(identifier));
      frames.put(identifier, frame);
      limits.checkCount(input, "frames", frames.size());
    }
    stackAndDepth[0] = builder.stack(frame, stackAndDepth[0]);
    limits.checkCount(input, "stacks", builder.stackCount());
    if (++stackAndDepth[1] > limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
  }
}
