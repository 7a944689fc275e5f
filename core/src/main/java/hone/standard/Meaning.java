package hone.standard;

import hone.service.Language;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.util.Optional;

/// One thing that a clause of the standards says.
public sealed interface Meaning
    permits Budget,
        Meaning.MinimumDuration,
        Meaning.ProfileType,
        Meaning.Tool,
        Meaning.Endpoint,
        Meaning.Threshold,
        Meaning.Significance,
        Meaning.MinimumRuns,
        Meaning.Constraint,
        Meaning.Advice {

  Treatment treatment();

  /// What was understood, for people.
  String text();

  /// Profiles record at least so long.
  ///
  /// @param underLoad whether the service must be under load meanwhile
  record MinimumDuration(long durationNanos, boolean underLoad) implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return "profiles record at least "
          + new Quantity(durationNanos, Unit.NANOSECONDS)
          + (underLoad ? " under load" : "");
    }
  }

  /// Memory profiles are of this type.
  record ProfileType(String name) implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return "memory profiles are of type " + name;
    }
  }

  /// Services of a language are profiled with this tool.
  record Tool(String name, Optional<Language> language, boolean used) implements Meaning {
    @Override
    public Treatment treatment() {
      return used ? Treatment.ENFORCED : Treatment.MEASURED;
    }

    @Override
    public String text() {
      return used ? "profiled with " + name : "asked for " + name + ": the runtime's own profiler";
    }
  }

  /// Services of a language answer at this path.
  record Endpoint(String path, Optional<Language> language) implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return "profiles are taken from " + path;
    }
  }

  /// The smallest part that matters.
  ///
  /// @param of    what it is a part of
  /// @param share in (0, 1)
  record Threshold(Of of, double share) implements Meaning {

    /// What a threshold is applied to.
    public enum Of {
      /// A change against the baseline.
      CHANGE,
      /// A hotspot's part of the total.
      HOTSPOT
    }

    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return switch (of) {
        case CHANGE -> "changes below " + new Share(share) + " do not count";
        case HOTSPOT -> "hotspots below " + new Share(share) + " are left alone";
      };
    }
  }

  /// The probability of chance above which a difference is not believed.
  record Significance(double level) implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return "differences count where p < " + level;
    }
  }

  /// Benchmarks run at least so often for each revision.
  record MinimumRuns(int runCount) implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return "at least " + runCount + " benchmark runs for each revision";
    }
  }

  /// Something an optimisation must keep to.
  record Constraint(Kind kind) implements Meaning {

    /// What a constraint protects.
    public enum Kind {
      /// No unsafe or native code comes in.
      SAFE_CODE("no unsafe code for speed"),
      /// What handles errors, checks, logs, measures or traces stays.
      ERROR_HANDLING("error handling and observability stay"),
      /// A better algorithm comes before a smaller constant.
      ALGORITHMS("algorithms before micro-optimisations"),
      /// Nothing is delivered unmeasured.
      EVIDENCE("no change without benchmarks before and after"),
      /// Anything else, in the team's words.
      OTHER("constraint on optimisations");

      private final String text;

      Kind(String text) {
        this.text = text;
      }
    }

    @Override
    public Treatment treatment() {
      return kind == Kind.OTHER ? Treatment.PASSED_ON : Treatment.ENFORCED;
    }

    @Override
    public String text() {
      return kind.text;
    }
  }

  /// Prose without a rule in it.
  record Advice() implements Meaning {
    @Override
    public Treatment treatment() {
      return Treatment.PASSED_ON;
    }

    @Override
    public String text() {
      return "advice";
    }
  }
}
