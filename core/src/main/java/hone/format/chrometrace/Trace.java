package hone.format.chrometrace;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What a trace has of stacks, whichever way it tells them.
final class Trace {

  private static final ValueType WALL = new ValueType("wall", Unit.NANOSECONDS);

  private final String input;
  private final Limits limits;
  private final Map<String, CpuProfile> profiles = new LinkedHashMap<>();
  private final SampledStacks sampled;
  private final Durations durations;
  private long otherEvents;
  private boolean complete = true;

  /// A profile that is all but built.
  record Measured(ProfileBuilder builder, Recording recording) {}

  Trace(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
    sampled = new SampledStacks(input, limits);
    durations = new Durations(input, limits);
  }

  /// Reads a field of the object form.
  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "traceEvents" -> document.array(() -> add(Event.read(document)));
      case "samples" -> document.array(() -> sampled.readSample(document));
      case "stackFrames" -> sampled.readFrames(document);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Reads the array form, whose end may be missing.
  void readEvents(JsonDocument document) throws IOException {
    complete = document.arrayOrPart(() -> add(Event.read(document)));
  }

  private void add(Event event) throws FormatException {
    switch (event.name()) {
      case "Profile", "ProfileChunk", "CpuProfile" -> {
        if (!event.phase().equals("X")) {
          boolean whole = event.name().equals("CpuProfile");
          String key = whole ? "whole " + profiles.size() : event.profile();
          profiles.computeIfAbsent(key, _ -> new CpuProfile(input, limits)).add(event.chunk());
          return;
        }
        count(event);
      }
      default -> count(event);
    }
  }

  private void count(Event event) throws FormatException {
    if (!durations.add(event) && !event.phase().equals("M")) {
      otherEvents++;
    }
  }

  boolean isEmpty() {
    return profiles.values().stream().allMatch(CpuProfile::isEmpty)
        && sampled.isEmpty()
        && durations.isEmpty();
  }

  /// @param timed whether samples get their times
  Measured measured(Consumer<Diagnostic> passedOver, boolean timed) throws FormatException {
    List<CpuProfile> filled = profiles.values().stream().filter(each -> !each.isEmpty()).toList();
    if (!filled.isEmpty()) {
      return cpuProfiles(filled, passedOver, timed);
    }
    return sampled.isEmpty() ? events(timed) : samples(passedOver, timed);
  }

  private Measured cpuProfiles(
      List<CpuProfile> filled, Consumer<Diagnostic> passedOver, boolean timed)
      throws FormatException {
    ProfileBuilder builder = builder("samples");
    OptionalLong origin =
        timed ? filled.stream().mapToLong(CpuProfile::startNanos).min() : OptionalLong.empty();
    long longest = 0;
    long dropped = 0;
    long truncated = 0;
    for (CpuProfile profile : filled) {
      longest = Math.max(longest, profile.addTo(builder, passedOver, origin));
      dropped += profile.droppedCount();
      truncated += profile.truncatedCount();
    }
    List<String> warnings = warnings(otherEvents + durations.count(), "are not in its CPU profile");
    if (filled.size() > 1) {
      warnings.add(filled.size() + " CPU profiles are added up");
    }
    return new Measured(
        builder, recording(warnings, 0).missing(dropped, truncated).lasting(longest));
  }

  private Measured samples(Consumer<Diagnostic> passedOver, boolean timed) throws FormatException {
    ProfileBuilder builder = builder("samples");
    sampled.addTo(builder, passedOver, timed);
    List<String> warnings = warnings(otherEvents + durations.count(), "are not in its samples");
    return new Measured(builder, recording(warnings, sampled.droppedCount()));
  }

  private Measured events(boolean timed) throws FormatException {
    ProfileBuilder builder = builder("events");
    durations.addTo(builder, timed);
    List<String> warnings = warnings(otherEvents, "measure no stack and are not read");
    warnings.addAll(durations.warnings());
    return new Measured(builder, recording(warnings, durations.endsWithoutBeginning()));
  }

  private List<String> warnings(long unread, String why) {
    List<String> warnings = new ArrayList<>();
    if (unread > 0) {
      warnings.add(unread + " events of the trace " + why);
    }
    if (!complete) {
      warnings.add("the trace ends early, what came before is read");
    }
    return warnings;
  }

  private static ProfileBuilder builder(String counts) {
    return new ProfileBuilder(List.of(new ValueType(counts, Unit.COUNT), WALL));
  }

  private static Recording recording(List<String> warnings, long dropped) {
    return Recording.of("chrometrace").missing(dropped, 0).warning(warnings);
  }
}
