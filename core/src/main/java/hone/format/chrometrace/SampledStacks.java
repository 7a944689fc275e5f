package hone.format.chrometrace;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The samples that the object form may have beside its events, and the frames they name.
final class SampledStacks {

  /// What was met when: `weight` samples of one frame.
  private record Met(double time, String frame, long weight) {}

  /// A frame and the one that called it, by name; empty at the root.
  private record Node(String name, String parent) {}

  private final String input;
  private final Limits limits;
  private final Map<String, List<Met>> threads = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private long count;
  private long dropped;

  SampledStacks(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void readSample(JsonDocument document) throws IOException {
    String[] texts = {"", "", "", "1"};
    double[] time = new double[1];
    document.object(field -> {
      switch (field) {
        case "pid" -> texts[0] = Event.text(document);
        case "tid" -> texts[1] = Event.text(document);
        case "sf" -> texts[2] = Event.text(document);
        case "weight" -> texts[3] = Event.text(document);
        case "ts" -> time[0] = Event.microseconds(document);
        default -> {
          return false;
        }
      }
      return true;
    });
    limits.checkCount(input, "samples", ++count);
    if (!texts[3].matches("\\d{1,18}")) {
      throw document.broken("'" + texts[3] + "' is no weight");
    }
    threads
        .computeIfAbsent(texts[0] + ":" + texts[1], _ -> new ArrayList<>())
        .add(new Met(time[0], texts[2], Long.parseLong(texts[3])));
  }

  void readFrames(JsonDocument document) throws IOException {
    document.object(id -> {
      String[] texts = {"", ""};
      document.object(field -> {
        switch (field) {
          case "name" -> texts[0] = Event.text(document);
          case "parent" -> texts[1] = Event.text(document);
          default -> {
            return false;
          }
        }
        return true;
      });
      nodes.put(id, new Node(texts[0].isBlank() ? "(no name)" : texts[0], texts[1]));
      limits.checkCount(input, "frames", nodes.size());
      return true;
    });
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// How many samples name no frame that is there.
  long droppedCount() {
    return dropped;
  }

  /// When the first of all samples was taken.
  private long startNanos() {
    return threads.values().stream()
        .flatMap(List::stream)
        .mapToLong(met -> Event.nanos(met.time))
        .min()
        .orElse(0);
  }

  /// Adds the samples; each lasts until the next of its thread, the last no time.
  ///
  /// @param timed whether they get their times
  void addTo(ProfileBuilder builder, Consumer<Diagnostic> passedOver, boolean timed)
      throws FormatException {
    long origin = timed ? startNanos() : 0;
    Map<String, Integer> stacks = new HashMap<>();
    for (List<Met> thread : threads.values()) {
      thread.sort(Comparator.comparingDouble(Met::time));
      for (int at = 0; at < thread.size(); at++) {
        Met met = thread.get(at);
        if (!nodes.containsKey(met.frame)) {
          dropped++;
          passedOver.accept(
              new Diagnostic(input, 1, "sample of frame '" + met.frame + "', which is not there"));
          continue;
        }
        double until = at + 1 < thread.size() ? thread.get(at + 1).time : met.time;
        builder.sample(
            stack(builder, stacks, met.frame),
            met.weight,
            Event.nanos(until) - Event.nanos(met.time));
        if (timed) {
          builder.time(Event.nanos(met.time) - origin);
        }
      }
    }
  }

  private int stack(ProfileBuilder builder, Map<String, Integer> stacks, String leaf)
      throws FormatException {
    List<String> path = new ArrayList<>();
    List<String> names = new ArrayList<>();
    String id = leaf;
    Node node = nodes.get(id);
    while (node != null && !stacks.containsKey(id)) {
      path.add(id);
      names.add(node.name);
      id = node.parent;
      node = nodes.get(id);
      if (path.size() > limits.depth()) {
        throw new FormatException(
            input, "more than " + limits.depth() + " frames on one stack, or calls in a circle");
      }
    }
    int stack = stacks.getOrDefault(id, Profile.NONE);
    for (int at = path.size() - 1; at >= 0; at--) {
      stack = builder.stack(builder.frame(Frame.named(names.get(at))), stack);
      stacks.put(path.get(at), stack);
    }
    return stack;
  }
}
