package hone.analysis;

import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Which frames of a profile make up one row of a table.
public final class Rows {

  private final int[] rowOf;
  private final int count;
  private final IntFunction<Place> places;

  private Rows(int[] rowOf, int count, IntFunction<Place> places) {
    this.rowOf = rowOf;
    this.count = count;
    this.places = places;
  }

  /// One row for each thing of that granularity that the profile has.
  public static Rows of(Profile profile, Granularity granularity) {
    int[] rowOf = new int[profile.frames().size()];
    if (granularity == Granularity.LINES && profile.code().locations().isEmpty()) {
      // Without locations no two frames are equal.
      Arrays.setAll(rowOf, frame -> frame);
      return new Rows(rowOf, rowOf.length, row -> place(profile, row, granularity));
    }
    RowNumbers numbers = new RowNumbers(profile, granularity);
    int[] firstFrame = new int[rowOf.length];
    int count = 0;
    for (int frame = 0; frame < rowOf.length; frame++) {
      int row = numbers.row(frame);
      if (row == count) {
        firstFrame[count++] = frame;
      }
      rowOf[frame] = row;
    }
    return new Rows(rowOf, count, row -> place(profile, firstFrame[row], granularity));
  }

  /// What a frame is a part of.
  static Place place(Profile profile, int number, Granularity granularity) {
    Frame frame = profile.frames().get(number);
    return switch (granularity) {
      case FUNCTIONS -> new Place(0, frame.function(), "", 0);
      case FILEFUNCTIONS -> new Place(0, frame.function(), frame.file(), 0);
      case FILES ->
          frame.file().isEmpty()
              ? new Place(0, withoutFile(profile, number), "", 0)
              : new Place(0, "", frame.file(), 0);
      case LINES -> new Place(0, frame.function(), frame.file(), frame.line());
      case ADDRESSES ->
          new Place(address(profile, number), frame.function(), frame.file(), frame.line());
    };
  }

  private static String withoutFile(Profile profile, int frame) {
    int location = profile.frameLocation(frame);
    int mapping =
        location == Profile.NONE ? Profile.NONE : profile.code().locations().mapping(location);
    return mapping == Profile.NONE
        ? Code.UNKNOWN_FUNCTION
        : profile.code().mappings().get(mapping).shortName();
  }

  private static long address(Profile profile, int frame) {
    int location = profile.frameLocation(frame);
    return location == Profile.NONE ? 0 : profile.code().locations().address(location);
  }

  /// The same with places under other names; those of one name are one row.
  ///
  /// @param names of the places that have another
  public Rows named(Map<Place, Place> names) {
    int[] merged = new int[count];
    Map<Place, Integer> rows = new HashMap<>();
    List<Place> kept = new ArrayList<>();
    for (int row = 0; row < merged.length; row++) {
      Place place = names.getOrDefault(place(row), place(row));
      Integer known = rows.putIfAbsent(place, kept.size());
      if (known == null) {
        kept.add(place);
      }
      merged[row] = known == null ? kept.size() - 1 : known;
    }
    return new Rows(Arrays.stream(rowOf).map(row -> merged[row]).toArray(), kept.size(), kept::get);
  }

  public int count() {
    return count;
  }

  /// The row of a frame.
  public int row(int frame) {
    return rowOf[frame];
  }

  /// The first frame of each row.
  int[] firstFrames() {
    int[] first = new int[count];
    for (int frame = rowOf.length - 1; frame >= 0; frame--) {
      first[rowOf[frame]] = frame;
    }
    return first;
  }

  public Place place(int row) {
    return places.apply(row);
  }

  int[] ofFrames() {
    return rowOf;
  }
}
