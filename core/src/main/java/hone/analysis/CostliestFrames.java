package hone.analysis;

import hone.profile.Profile;
import java.util.Arrays;
import java.util.BitSet;

/// Of each row of a table the frame at its costliest line, by flat value, then by cumulative value.
///
/// Lines are added up for those rows alone that are asked about, mostly twenty of tens of thousands.
final class CostliestFrames {

  private final Profile profile;
  private final Rows rows;
  private final BitSet frames = new BitSet();
  private final int[] lineOf;
  private int lineCount;

  private CostliestFrames(Profile profile, Rows rows, BitSet chosen) {
    this.profile = profile;
    this.rows = rows;
    RowNumbers numbers = new RowNumbers(profile, Granularity.LINES);
    lineOf = new int[profile.frames().size()];
    for (int frame = 0; frame < lineOf.length; frame++) {
      if (chosen.get(rows.row(frame))) {
        frames.set(frame);
        lineOf[frame] = numbers.row(frame);
        lineCount = Math.max(lineCount, lineOf[frame] + 1);
      }
    }
  }

  /// Of the chosen rows; [Profile#NONE] for all others.
  static int[] of(Profile profile, int type, CallTree tree, Rows rows, BitSet chosen) {
    return new CostliestFrames(profile, rows, chosen).found(type, tree);
  }

  private int[] found(int type, CallTree tree) {
    for (int frame = frames.nextClearBit(0);
        frame < lineOf.length;
        frame = frames.nextClearBit(frame + 1)) {
      lineOf[frame] = lineCount;
    }
    Cost cost = Cost.of(profile, type, tree, lineOf, lineCount + 1);
    int[] costliest = new int[rows.count()];
    Arrays.fill(costliest, Profile.NONE);
    for (int frame = frames.nextSetBit(0); frame >= 0; frame = frames.nextSetBit(frame + 1)) {
      int row = rows.row(frame);
      int best = costliest[row];
      if (best == Profile.NONE || cost.exceeds(lineOf[frame], lineOf[best])) {
        costliest[row] = frame;
      }
    }
    return costliest;
  }
}
