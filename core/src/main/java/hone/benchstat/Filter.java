package hone.benchstat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is looked at: whole lines, or single measurements of a line where a unit is asked for.
sealed interface Filter {

  /// What a filter says of a line.
  ///
  /// @param some which measurements match, where it looks at these
  /// @param all  whether the line matches, where it looks at the line
  record Selection(Optional<BitSet> some, boolean all) {

    static Selection of(boolean all) {
      return new Selection(Optional.empty(), all);
    }

    static Selection of(BitSet some) {
      return new Selection(Optional.of(some), false);
    }
  }

  Selection select(Observation observation);

  /// The line with the measurements that match, where there are any.
  default Optional<Observation> apply(Observation observation) {
    Selection selection = select(observation);
    if (selection.some().isEmpty()) {
      return selection.all() ? Optional.of(observation) : Optional.empty();
    }
    List<Observation.Value> kept =
        selection.some().get().stream().mapToObj(observation.values()::get).toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Observation(observation.settings(), observation.name(), kept));
  }

  /// A value of the line.
  record Match(Function<Observation, String> value, Predicate<String> matches) implements Filter {

    @Override
    public Selection select(Observation observation) {
      return Selection.of(matches.test(value.apply(observation)));
    }
  }

  /// The unit of each measurement, tidied or as written.
  record UnitMatch(Predicate<String> matches) implements Filter {

    @Override
    public Selection select(Observation observation) {
      BitSet some = new BitSet();
      for (int i = 0; i < observation.values().size(); i++) {
        Observation.Value value = observation.values().get(i);
        some.set(i, matches.test(value.unit()) || matches.test(value.originalUnit()));
      }
      return Selection.of(some);
    }
  }

  /// The opposite.
  record Not(Filter filter) implements Filter {

    @Override
    public Selection select(Observation observation) {
      Selection selection = filter.select(observation);
      if (selection.some().isEmpty()) {
        return Selection.of(!selection.all());
      }
      BitSet others = (BitSet) selection.some().get().clone();
      others.flip(0, observation.values().size());
      return Selection.of(others);
    }
  }

  /// Everything that all of them match; everything at all for none of them.
  record And(List<Filter> filters) implements Filter {

    public And {
      filters = List.copyOf(filters);
    }

    @Override
    public Selection select(Observation observation) {
      Optional<BitSet> some = Optional.empty();
      for (Filter filter : filters) {
        Selection selection = filter.select(observation);
        if (selection.some().isPresent()) {
          BitSet both = (BitSet) selection.some().get().clone();
          some.ifPresent(both::and);
          some = Optional.of(both);
        } else if (!selection.all()) {
          return Selection.of(false);
        }
      }
      return new Selection(some, true);
    }
  }

  /// Everything that one of them matches.
  record Or(List<Filter> filters) implements Filter {

    public Or {
      filters = List.copyOf(filters);
    }

    @Override
    public Selection select(Observation observation) {
      Optional<BitSet> some = Optional.empty();
      for (Filter filter : filters) {
        Selection selection = filter.select(observation);
        if (selection.some().isPresent()) {
          BitSet either = (BitSet) selection.some().get().clone();
          some.ifPresent(either::or);
          some = Optional.of(either);
        } else if (selection.all()) {
          return Selection.of(true);
        }
      }
      return new Selection(some, false);
    }
  }
}
