package hone.format.otlp;

import hone.input.FormatException;

/// One sample before it is known which of its fields are values: how many numbers stand in each, and
/// what they sum to.
final class Sample {

  private long stack;
  private final Numbers second = new Numbers();
  private final Numbers third = new Numbers();
  private final Numbers fourth = new Numbers();
  private int times;

  /// The numbers of a repeated field.
  private static final class Numbers {
    private int count;
    private long sum;
    private long largest;
    private boolean overflown;
    private boolean packed;

    void read(Message message) throws FormatException {
      packed |= message.isLength();
      message.numbers(number -> {
        count++;
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
    Sample sample = new Sample();
    while (message.next()) {
      switch (message.field()) {
        case 1 -> sample.stack = message.number();
        case 2 -> sample.second.read(message);
        case 3 -> sample.third.read(message);
        case 4 -> sample.fourth.read(message);
        case 5 -> sample.times += message.fixedCount();
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
    Numbers values =
        switch (layout) {
          case VALUES_SECOND -> second;
          case VALUES_FOURTH -> fourth;
        };
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
}
