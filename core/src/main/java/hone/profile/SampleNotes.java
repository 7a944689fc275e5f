package hone.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// Labels and times of samples, in columns that do not exist until the first of them comes.
final class SampleNotes {

  private static final int[] NO_LABELS = new int[0];
  private static final long[] NO_TIMES = new long[0];

  private final List<Label> labels = new ArrayList<>();
  private final Map<Label, Integer> numbers = new HashMap<>();
  private int[] labelOf = NO_LABELS;
  private int labelCount;
  private int[] endOf = NO_LABELS;
  private long[] timeOf = NO_TIMES;
  private boolean[] timed = new boolean[0];

  /// The number of a label.
  int number(Label label) {
    Integer known = numbers.putIfAbsent(label, labels.size());
    if (known != null) {
      return known;
    }
    labels.add(label);
    return labels.size() - 1;
  }

  /// Adds a label by its number to a sample; samples come in order.
  void label(int sample, int number) {
    Objects.checkIndex(number, labels.size());
    if (sample >= endOf.length) {
      int before = endOf.length;
      endOf = Arrays.copyOf(endOf, Math.max(64, sample * 2 + 1));
      Arrays.fill(endOf, before, endOf.length, -1);
    }
    if (labelCount == labelOf.length) {
      labelOf = Arrays.copyOf(labelOf, Math.max(64, labelCount * 2));
    }
    labelOf[labelCount++] = number;
    endOf[sample] = labelCount;
  }

  void time(int sample, long nanos) {
    if (sample >= timeOf.length) {
      timeOf = Arrays.copyOf(timeOf, Math.max(64, sample * 2 + 1));
      timed = Arrays.copyOf(timed, timeOf.length);
    }
    timeOf[sample] = nanos;
    timed[sample] = true;
  }

  /// The same in columns of their final length; to be called once.
  SampleNotes finished(int sampleCount) {
    numbers.clear();
    if (labelCount > 0) {
      int[] ends = new int[sampleCount];
      int end = 0;
      for (int sample = 0; sample < sampleCount; sample++) {
        end = sample < endOf.length && endOf[sample] >= 0 ? endOf[sample] : end;
        ends[sample] = end;
      }
      endOf = ends;
      labelOf = Arrays.copyOf(labelOf, labelCount);
    }
    return this;
  }

  List<Label> labels(int sample) {
    if (labelCount == 0) {
      return List.of();
    }
    int begin = sample == 0 ? 0 : endOf[sample - 1];
    if (begin == endOf[sample]) {
      return List.of();
    }
    List<Label> found = new ArrayList<>(endOf[sample] - begin);
    for (int at = begin; at < endOf[sample]; at++) {
      found.add(labels.get(labelOf[at]));
    }
    return List.copyOf(found);
  }

  OptionalLong time(int sample) {
    return sample < timed.length && timed[sample]
        ? OptionalLong.of(timeOf[sample])
        : OptionalLong.empty();
  }

  int labelCount() {
    return labelCount;
  }

  int timeCount() {
    int count = 0;
    for (boolean one : timed) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
