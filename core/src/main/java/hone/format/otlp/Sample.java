package hone.format.otlp;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One sample before it is known which of its fields are values: how many numbers stand in each, and
/// what they sum to.
final class Sample {

  private long stack;
  private final Numbers second = new Numbers();
  private final Numbers third = new Numbers();
  private final Numbers fourth = new Numbers();
  private int times;
  private final List<Long> stamps = new ArrayList<>();

  /// The numbers of a repeated field.
  private static final class Numbers {
    private int count;
    private long sum;
    private long largest;
    private boolean overflown;
    private boolean packed;
    private final List<Long> kept = new ArrayList<>(0);

    void read(Message message, boolean timed) throws FormatException {
      packed |= message.isLength();
      message.numbers(number -> {
        count++;
        if (timed) {
          kept.add(number);
        }
        largest = Math.max(largest, number);
        long before = sum;
        sum += number;
        overflown |= ((before ^ sum) & (number ^ sum)) < 0;
      });
    }

    /// Whether these can be values of a sample with so many times.
    boolean areValues(int times) {
      return count + times > 0 && (count == 0 || times == 0 || count == times);
    }

    /// Whether these can be places in a table.
    boolean arePlaces(int rows) {
      return count == 0 || largest < Math.max(rows, 1);
    }

    /// Whether these can be the number of a link, of which there is at most one.
    boolean isLink(int rows) {
      return !packed && count <= 1 && arePlaces(rows);
    }
  }

  static Sample of(Message message) throws FormatException {
    return of(message, false);
  }

  /// @param timed whether its times are kept, and its numbers one by one
  static Sample of(Message message, boolean timed) throws FormatException {
    Sample sample = new Sample();
    while (message.next()) {
      switch (message.field()) {
        case 1 -> sample.stack = message.number();
        case 2 -> sample.second.read(message, timed);
        case 3 -> sample.third.read(message, timed);
        case 4 -> sample.fourth.read(message, timed);
        case 5 -> {
          sample.times += message.fixedCount();
          if (timed) {
            message.fixed(sample.stamps::add);
          }
        }
        default -> {}
      }
    }
    return sample;
  }

  /// Number of its stack in the dictionary.
  long stack() {
    return stack;
  }

  /// Whether its fields make sense in that layout.
  boolean fits(Layout layout, Dictionary dictionary) {
    int attributes = dictionary.attributeCount();
    int links = dictionary.linkCount();
    return switch (layout) {
      case VALUES_SECOND ->
          second.areValues(times) && third.arePlaces(attributes) && fourth.isLink(links);
      case VALUES_FOURTH ->
          fourth.areValues(times) && second.arePlaces(attributes) && third.isLink(links);
    };
  }

  /// What it weighs: its values, or one for each of its times.
  long weight(Layout layout) throws Rejection {
    Numbers values = values(layout);
    if (values.overflown) {
      throw new Rejection("values sum to more than 64 bits hold");
    }
    if (values.count + times == 0) {
      throw new Rejection("neither values nor times");
    }
    if (!values.areValues(times)) {
      throw new Rejection("%d values have %d times".formatted(values.count, times));
    }
    return values.count == 0 ? times : values.sum;
  }

  /// What it weighs at each of its times; to be asked after [#weight], of a sample with times.
  List<Long> weights(Layout layout) {
    Numbers values = values(layout);
    return values.count == 0 ? Collections.nCopies(times, 1L) : values.kept;
  }

  /// When it was taken, in nanoseconds since 1970, where its times were kept.
  List<Long> stamps() {
    return stamps;
  }

  private Numbers values(Layout layout) {
    return switch (layout) {
      case VALUES_SECOND -> second;
      case VALUES_FOURTH -> fourth;
    };
  }
}
