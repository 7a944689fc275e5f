package hone.history;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// All stories of a service along one line of revisions.
///
/// @param stories   in the order in which the entries first name them
/// @param entries   how many were read
/// @param elsewhere how many of them are of revisions that are not on the line
public record History(List<Story> stories, int entries, int elsewhere) {

  public History {
    stories = List.copyOf(stories);
  }

  /// From where on, and by what, creep is judged.
  ///
  /// @param since     place of the release on the line
  /// @param threshold smallest product that counts, a ratio
  public record Watch(int since, double threshold) {}

  private record Key(String benchmark, String metric, String unit) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::benchmark).thenComparing(Key::metric).thenComparing(Key::unit);

    /// For the reason that [hone.bench.SeriesKey] gives.
    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /// What one entry says of it.
  record Said(Entry entry, Figure figure) {}

  /// The stories that these entries tell.
  ///
  /// Cost: for each story, entries × revisions that were measured, and [hone.stat.ChangePoints].
  public static History of(List<Entry> entries, Line line, Watch watch) {
    Map<String, Integer> places = line.places();
    Map<Key, List<Said>> said = new LinkedHashMap<>();
    int elsewhere = 0;
    for (Entry entry : entries) {
      if (place(entry, places).isEmpty()) {
        elsewhere++;
        continue;
      }
      for (Figure figure : entry.figures()) {
        Key key =
            new Key(figure.benchmark(), figure.metric().name(), figure.metric().unit().name());
        said.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Said(entry, figure));
      }
    }
    List<Story> stories = new ArrayList<>();
    said.forEach((key, all) -> {
      Metric metric = all.getFirst().figure().metric();
      stories.add(new Telling(key.benchmark(), metric, all, line, places).story(watch));
    });
    return new History(stories, entries.size(), elsewhere);
  }

  /// Of a comparison the head counts, where it is on the line; else, as for a pull request that was
  /// never merged as it was, the base.
  static Optional<Integer> place(Entry entry, Map<String, Integer> places) {
    return Optional.ofNullable(places.get(entry.head().tree()))
        .or(() -> entry.base().map(Revision::tree).map(places::get));
  }

  /// The same without the other stories.
  public History only(Predicate<Story> asked) {
    return new History(stories.stream().filter(asked).toList(), entries, elsewhere);
  }
}
