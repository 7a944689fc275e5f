package hone.report;

import hone.standard.Budget;
import hone.standard.Meaning;

/// What hone does about a line of the standards, in one sentence.
final class Handling {

  private Handling() {}

  static String of(Meaning meaning) {
    return switch (meaning) {
      case Budget budget -> budget(budget);
      case Meaning.MinimumDuration _ ->
          "hone collect loads and profiles at least so long; a profile that is shorter or without"
              + " load makes no critical finding";
      case Meaning.ProfileType type -> profileType(type);
      case Meaning.Tool tool -> tool(tool);
      case Meaning.Endpoint _ ->
          "hone collect takes its profiles there, or where hone.yaml says, and fails where nothing"
              + " answers";
      case Meaning.Threshold threshold -> threshold(threshold);
      case Meaning.Significance _ ->
          "the gate and every acceptance use it, corrected for the number of benchmarks";
      case Meaning.MinimumRuns _ -> "hone refuses to measure with fewer";
      case Meaning.Constraint constraint -> constraint(constraint);
      case Meaning.Advice _ -> passedOn();
    };
  }

  private static String budget(Budget budget) {
    return switch (budget.measure()) {
      case LATENCY ->
          "taken under load, from when each request was due; held against the requests of that"
              + " class in hone.yaml";
      case ALLOCATION_RATE ->
          "taken from the allocation profile under load, by the time the profile itself records";
      case EVENT_LOOP_DELAY -> "taken under load, inside the service";
      case BENCHMARK ->
          "held against the runs of the head by hone gate and hone measure, with their interval";
    };
  }

  private static String profileType(Meaning.ProfileType type) {
    return type.name().equals("allocs")
        ? "hone collect takes this one: all allocations of the time under load, not what is live"
        : "hone collect takes allocs: only that tells a rate of allocation";
  }

  private static String tool(Meaning.Tool tool) {
    return tool.used()
        ? "hone collect runs it"
        : "hone collect runs it where the project has it; it breaks on Node.js 21.7 and later, and"
            + " Node's own profiler has the same answers everywhere";
  }

  private static String threshold(Meaning.Threshold threshold) {
    return switch (threshold.of()) {
      case CHANGE ->
          "a candidate that improves less is rejected; a smaller regression closes no gate";
      case HOTSPOT -> "smaller ones are listed and get no candidate";
    };
  }

  private static String constraint(Meaning.Constraint constraint) {
    return switch (constraint.kind()) {
      case SAFE_CODE ->
          "a candidate that brings in unsafe or native code is rejected before it is built, by its"
              + " syntax trees";
      case ERROR_HANDLING ->
          "a candidate that takes away error handling, a check, a log line, a metric or a trace is"
              + " rejected before it is built, by its syntax trees";
      case ALGORITHMS ->
          "candidates that change an algorithm are measured and offered before the others";
      case EVIDENCE -> "hone delivers nothing that was not measured before and after";
      case OTHER -> passedOn();
    };
  }

  private static String passedOn() {
    return "not checked by hone: whoever proposes changes gets it to read, word for word";
  }
}
