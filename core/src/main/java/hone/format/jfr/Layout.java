package hone.format.jfr;

import hone.format.jfr.Types.Member;
import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How to read values of one type: a list of steps, made once, that keeps the fields asked for and
/// passes over the others.
///
/// Values within values are laid out flat, so a step takes a byte at least and what is read is
/// bounded by what is there. A kept field is a number; a string or an array is kept as the place
/// where it begins. A negative `int` is kept as 32 bits without a sign. A fraction is kept by its bits.
final class Layout {

  /// Of a type that nobody asks anything of.
  static final Layout NOTHING = new Layout(List.of(), List.of(), List.of(), 0);

  /// A kept field that the type does not have.
  static final long ABSENT = Long.MIN_VALUE;

  private static final int DEEPEST = 16;
  private static final int PASSED_OVER = -1;

  /// What stands at one step.
  private enum Step {
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    TEXT,
    ARRAY
  }

  private final Step[] steps;
  private final int[] keptAs;
  private final Layout[] entries;
  private final int lastKept;
  private final int leadingNumbers;
  private final long[] kept;

  private Layout(List<Step> steps, List<Integer> keptAs, List<Layout> entries, int fieldCount) {
    this.steps = steps.toArray(Step[]::new);
    this.keptAs = keptAs.stream().mapToInt(Integer::intValue).toArray();
    this.entries = entries.toArray(Layout[]::new);
    kept = new long[fieldCount];
    Arrays.fill(kept, ABSENT);
    int last = PASSED_OVER;
    for (int step = 0; step < this.keptAs.length; step++) {
      last = this.keptAs[step] == PASSED_OVER ? last : step;
    }
    lastKept = last;
    int numbers = 0;
    while (numbers < this.steps.length && isNumber(this.steps[numbers])) {
      numbers++;
    }
    leadingNumbers = numbers;
  }

  /// The layout of a type.
  ///
  /// @param cursor  whose place messages name
  /// @param fields  the names of the fields to keep, each at its own place; of two of one name the
  ///                first in the type is kept
  static Layout of(Types types, Structure type, Cursor cursor, String... fields)
      throws FormatException {
    Plan plan = new Plan(types, cursor, List.of(fields));
    plan.structure(type, 0);
    return new Layout(plan.steps, plan.keptAs, plan.entries, fields.length);
  }

  /// The layout of the entries of a kept array field, or of nothing where there is none.
  static Layout ofEntries(
      Types types, Structure type, String array, Cursor cursor, String... fields)
      throws FormatException {
    Plan plan = new Plan(types, cursor, List.of(fields));
    for (Member member : type.fields()) {
      if (member.name().equals(array) && member.array()) {
        plan.single(member, 0);
      }
    }
    return new Layout(plan.steps, plan.keptAs, plan.entries, fields.length);
  }

  /// Reads a value up to the last kept field.
  void read(Cursor cursor) throws FormatException {
    int first = Math.min(lastKept + 1, leadingNumbers);
    int begin = cursor.numbers(first, keptAs, kept) ? first : 0;
    for (int step = begin; step <= lastKept; step++) {
      step(cursor, step);
    }
  }

  /// Reads a whole value, so that the next one may follow.
  void readThrough(Cursor cursor) throws FormatException {
    int begin = cursor.numbers(leadingNumbers, keptAs, kept) ? leadingNumbers : 0;
    for (int step = begin; step < steps.length; step++) {
      step(cursor, step);
    }
  }

  /// What the last value had in a field, or [#ABSENT].
  long kept(int field) {
    return kept[field];
  }

  /// The same as a number that is 0 where the type does not have the field.
  long number(int field) {
    return kept[field] == ABSENT ? 0 : kept[field];
  }

  private static boolean isNumber(Step step) {
    return switch (step) {
      case SHORT, INT, LONG -> true;
      case BYTE, FLOAT, DOUBLE, TEXT, ARRAY -> false;
    };
  }

  private void step(Cursor cursor, int step) throws FormatException {
    int field = keptAs[step];
    switch (steps[step]) {
      case BYTE -> keep(field, cursor.unsignedByte());
      case SHORT -> number(cursor, field, Short.BYTES);
      case INT -> number(cursor, field, Integer.BYTES);
      case LONG -> number(cursor, field, Long.BYTES);
      case FLOAT -> keep(field, cursor.plain(Float.BYTES));
      case DOUBLE -> keep(field, cursor.plain(Double.BYTES));
      case TEXT -> {
        keep(field, cursor.at());
        cursor.skipText();
      }
      case ARRAY -> {
        keep(field, cursor.at());
        entries[step].skipAll(cursor);
      }
    }
  }

  private void number(Cursor cursor, int field, int width) throws FormatException {
    if (field == PASSED_OVER) {
      cursor.skipNumber(width);
    } else {
      kept[field] = cursor.number(width);
    }
  }

  private void keep(int field, long value) {
    if (field != PASSED_OVER) {
      kept[field] = value;
    }
  }

  private void skipAll(Cursor cursor) throws FormatException {
    int count = cursor.count();
    for (int entry = 0; entry < count && steps.length > 0; entry++) {
      readThrough(cursor);
    }
  }

  /// A layout being made.
  private static final class Plan {

    private final Types types;
    private final Cursor cursor;
    private final List<String> wanted;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> keptAs = new ArrayList<>();
    private final List<Layout> entries = new ArrayList<>();
    private final BitSet found = new BitSet();

    Plan(Types types, Cursor cursor, List<String> wanted) {
      this.types = types;
      this.cursor = cursor;
      this.wanted = wanted;
    }

    void structure(Structure type, int depth) throws FormatException {
      if (depth > DEEPEST) {
        throw cursor.broken("type '" + type.name() + "' nests too deep");
      }
      for (Member field : type.fields()) {
        if (field.array()) {
          array(field, depth);
        } else {
          single(field, depth);
        }
      }
    }

    private void array(Member field, int depth) throws FormatException {
      Plan entry = new Plan(types, cursor, List.of());
      entry.single(field, depth + 1);
      add(Step.ARRAY, field, new Layout(entry.steps, entry.keptAs, entry.entries, 0));
    }

    void single(Member field, int depth) throws FormatException {
      if (field.constant()) {
        add(Step.LONG, field);
        return;
      }
      Structure type = types.type(field.type(), cursor);
      switch (type.name()) {
        case "boolean", "byte" -> add(Step.BYTE, field);
        case "short", "char" -> add(Step.SHORT, field);
        case "int" -> add(Step.INT, field);
        case "long" -> add(Step.LONG, field);
        case "float" -> add(Step.FLOAT, field);
        case "double" -> add(Step.DOUBLE, field);
        case "java.lang.String" -> add(Step.TEXT, field);
        default -> structure(type, depth + 1);
      }
    }

    private void add(Step step, Member field) throws FormatException {
      add(step, field, NOTHING);
    }

    private void add(Step step, Member field, Layout of) throws FormatException {
      types.spend(cursor);
      int place = wanted.indexOf(field.name());
      steps.add(step);
      boolean first = place >= 0 && !found.get(place);
      if (first) {
        found.set(place);
      }
      keptAs.add(first ? place : PASSED_OVER);
      entries.add(of);
    }
  }
}
