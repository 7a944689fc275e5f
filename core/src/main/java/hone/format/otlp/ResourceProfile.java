package hone.format.otlp;

import hone.input.FormatException;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;

/// One profile of a message, which has one value type.
///
/// @param root  the message it is part of
/// @param span  where it is in there
/// @param type  name of what it measures, and the unit as it is written
record ResourceProfile(Message root, long span, Pair type, Pair periodType, Times times) {

  static final int SAMPLES = 2;
  private static final int TYPE = 1;
  private static final int DURATION = 4;
  private static final int PERIOD_TYPE = 5;
  private static final int PERIOD = 6;

  /// A name and a unit, as a profile writes them.
  record Pair(String name, String unit) {
    static final Pair NONE = new Pair("", "");
  }

  /// How long was recorded, and the time between samples, in the unit of the period.
  record Times(long duration, long period) {}

  /// Reads what a profile says of itself; its samples are left for later.
  static ResourceProfile of(Message root, long span, Dictionary dictionary) throws FormatException {
    Message fields = root.message(span);
    Pair type = Pair.NONE;
    Pair periodType = Pair.NONE;
    long duration = 0;
    long period = 0;
    while (fields.next()) {
      switch (fields.field()) {
        case TYPE -> type = pair(fields.message(), dictionary);
        case DURATION -> duration = fields.isNumber() ? fields.number() : 0;
        case PERIOD_TYPE -> periodType = pair(fields.message(), dictionary);
        case PERIOD -> period = fields.isNumber() ? fields.number() : 0;
        default -> {}
      }
    }
    return new ResourceProfile(root, span, type, periodType, new Times(duration, period));
  }

  /// Its fields, from the first.
  Message fields() {
    return root.message(span);
  }

  BaseUnit unit() {
    return BaseUnit.of(type.unit());
  }

  ValueType valueType() {
    return new ValueType(type.name().isBlank() ? "samples" : type.name(), unit().unit());
  }

  /// Time between two samples, or 0 where samples are not taken by time.
  long periodNanos() {
    BaseUnit unit = BaseUnit.of(periodType.unit());
    long period = times.period();
    boolean time = unit.unit().equals(Unit.NANOSECONDS) && period > 0;
    return time && period <= Long.MAX_VALUE / unit.factor() ? period * unit.factor() : 0;
  }

  private static Pair pair(Message message, Dictionary dictionary) throws FormatException {
    long name = 0;
    long unit = 0;
    while (message.next()) {
      if (message.field() == 1) {
        name = message.number();
      } else if (message.field() == 2) {
        unit = message.number();
      }
    }
    try {
      return new Pair(dictionary.string(name), dictionary.string(unit));
    } catch (Rejection noString) {
      throw message.broken("value type: " + noString.getMessage());
    }
  }
}
