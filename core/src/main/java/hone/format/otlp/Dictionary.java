package hone.format.otlp;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;

/// The tables that the profiles of one message refer to; row 0 of each stands for nothing.
final class Dictionary {

  private static final int MAPPINGS = 1;
  private static final int LOCATIONS = 2;
  private static final int FUNCTIONS = 3;
  private static final int LINKS = 4;
  private static final int STRINGS = 5;
  private static final int ATTRIBUTES = 6;
  private static final int STACKS = 7;
  private static final String UNKNOWN = "<unknown>";

  private final Message root;
  private final Spans mappings;
  private final Spans locations;
  private final Spans functions;
  private final Spans strings;
  private final Spans stacks;
  private int linkCount;
  private int attributeCount;

  Dictionary(String input, Message root, Limits limits) {
    this.root = root;
    mappings = new Spans(input, "mappings", limits);
    locations = new Spans(input, "locations", limits);
    functions = new Spans(input, "functions", limits);
    strings = new Spans(input, "strings", limits);
    stacks = new Spans(input, "stacks", limits);
  }

  /// Takes the tables of a message; those that came before stay.
  void read(Message message) throws FormatException {
    while (message.next()) {
      if (!message.isLength()) {
        continue;
      }
      switch (message.field()) {
        case MAPPINGS -> mappings.add(message.span());
        case LOCATIONS -> locations.add(message.span());
        case FUNCTIONS -> functions.add(message.span());
        case STRINGS -> strings.add(message.span());
        case STACKS -> stacks.add(message.span());
        case LINKS -> linkCount++;
        case ATTRIBUTES -> attributeCount++;
        default -> {}
      }
    }
  }

  int attributeCount() {
    return attributeCount;
  }

  int linkCount() {
    return linkCount;
  }

  int stackCount() {
    return stacks.size();
  }

  /// The locations of a stack, leaf first; none of the stack 0.
  List<Integer> locations(long stack, int depth) throws FormatException, Rejection {
    List<Integer> path = new ArrayList<>();
    Message message = root.message(stacks.at(stack));
    while (message.next()) {
      if (message.field() == 1) {
        message.numbers(location -> path.add(checkedInt(location)));
      }
      if (path.size() > depth) {
        throw new Rejection("more than " + depth + " frames on one stack");
      }
    }
    for (int location : path) {
      locations.at(location);
    }
    return path;
  }

  /// The frames of a location, the outermost of the inlined calls first.
  List<Frame> frames(int location) throws FormatException, Rejection {
    Message message = root.message(locations.at(location));
    long mapping = 0;
    List<Frame> innermostFirst = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    while (message.next()) {
      if (message.field() == 1) {
        mapping = message.number();
      } else if (message.field() == 3) {
        lines.add(message.span());
      }
    }
    String unnamed = mapping(mapping);
    for (long line : lines) {
      innermostFirst.add(frame(root.message(line), unnamed));
    }
    return innermostFirst.isEmpty() ? List.of(Frame.named(unnamed)) : innermostFirst.reversed();
  }

  String string(long place) throws Rejection {
    if (place == 0 && strings.size() == 0) {
      return "";
    }
    return root.text(strings.at(place));
  }

  private Frame frame(Message line, String unnamed) throws FormatException, Rejection {
    long function = 0;
    long number = 0;
    while (line.next()) {
      if (line.field() == 1) {
        function = line.number();
      } else if (line.field() == 2) {
        number = line.number();
      }
    }
    long[] names = numbers(functions.at(function), 3);
    String name = string(names[0]);
    String known = name.isBlank() ? string(names[1]) : name;
    int placed = number < 0 || number > Integer.MAX_VALUE ? 0 : (int) number;
    return new Frame(known.isBlank() ? unnamed : known, string(names[2]), placed);
  }

  /// The name of what has no symbol.
  private String mapping(long place) throws FormatException, Rejection {
    if (place == 0) {
      return UNKNOWN;
    }
    String file = string(numbers(mappings.at(place), 4)[3]);
    return file.isBlank() ? UNKNOWN : "[" + file.substring(file.lastIndexOf('/') + 1) + "]";
  }

  /// The first fields of a row, those that are numbers.
  private long[] numbers(long span, int count) throws FormatException {
    long[] numbers = new long[count];
    Message row = root.message(span);
    while (row.next()) {
      if (row.isNumber() && row.field() <= count) {
        numbers[row.field() - 1] = row.number();
      }
    }
    return numbers;
  }

  private static int checkedInt(long number) {
    return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
  }
}
