package hone.jmh;

import hone.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/// Profiles in formats that hone reads and does not write.
final class Texts {

  private Texts() {}

  static byte[] perf(Profile profile) {
    StringBuilder text = new StringBuilder();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      text.append("orders 1000 [000] 1000.").append(100_000 + sample).append(": 1 cycles:u: \n");
      int stack = profile.sampleStack(sample);
      while (stack != Profile.NONE) {
        int frame = profile.stackFrame(stack);
        text.append("\t    ").append(Integer.toHexString(0x400000 + 64 * frame)).append(' ');
        text.append(profile.frames().get(frame).function());
        text.append("+0x10 (/usr/bin/orders)\n");
        stack = profile.stackCaller(stack);
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Each node names its caller, as older V8 wrote it.
  static byte[] cpuprofile(Profile profile) {
    StringJoiner nodes = new StringJoiner(",", "{\"nodes\":[", "]");
    for (int stack = 0; stack < profile.stackCount(); stack++) {
      int caller = profile.stackCaller(stack);
      nodes.add(
          "{\"id\":%d,\"callFrame\":{\"functionName\":\"%s\",\"url\":\"file:///srv/a.js\"}%s}"
              .formatted(
                  stack + 1,
                  profile.frames().get(profile.stackFrame(stack)).function(),
                  caller == Profile.NONE ? "" : ",\"parent\":" + (caller + 1)));
    }
    StringJoiner samples = new StringJoiner(",", ",\"samples\":[", "]");
    StringJoiner deltas = new StringJoiner(",", ",\"timeDeltas\":[", "]");
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      samples.add(Integer.toString(profile.sampleStack(sample) + 1));
      deltas.add("1000");
    }
    String end = ",\"startTime\":0,\"endTime\":" + profile.sampleCount() * 1000L + "}";
    return (nodes + samples.toString() + deltas + end).getBytes(StandardCharsets.UTF_8);
  }
}
