package hone.format.tracemalloc;

import hone.input.FormatException;
import hone.input.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a pickle of protocol 2 to 5 as far as snapshots use it. It makes values and calls nothing:
/// what would call a function, or name a class that is not a snapshot's, is refused.
final class Pickle {

  private static final Set<String> CLASSES = Set.of("tracemalloc.Snapshot", "tracemalloc._Traces");
  private static final int OLDEST = 2;
  private static final int NEWEST = 5;
  private static final int MOST_FIELDS = 16;
  private static final Value OTHER = new Value.Other();
  private static final Value MARK = new Value.Mark();

  private final Opcodes code;
  private final Limits limits;
  private final String input;
  private final List<Value> stack = new ArrayList<>();
  private final Map<Long, Value> memo = new HashMap<>();

  Pickle(String input, Limits limits, byte[] bytes) {
    this.input = input;
    this.limits = limits;
    this.code = new Opcodes(input, bytes);
  }

  /// The one value of the pickle.
  Value read() throws FormatException {
    while (true) {
      int opcode = code.next();
      if (opcode == '.') {
        Value value = pop();
        if (!stack.isEmpty() || !code.atEnd()) {
          throw code.broken("goes on after its end");
        }
        return value;
      }
      step(opcode);
      limits.checkCount(input, "values", stack.size());
    }
  }

  private void step(int opcode) throws FormatException {
    switch (opcode) {
      case 0x80 -> protocol();
      case 0x95 -> code.eight();
      case '(' -> stack.add(MARK);
      case 'N', 0x88, 0x89 -> stack.add(OTHER);
      case 'G' -> {
        code.eight();
        stack.add(OTHER);
      }
      case 'K', 'M', 'J', 0x8a, 0x8b -> stack.add(new Value.Whole(code.whole(opcode)));
      case 0x8c, 'X', 0x8d -> stack.add(new Value.Text(code.text(opcode)));
      case ')' -> stack.add(new Value.Tuple(List.of()));
      case 0x85, 0x86, 0x87 -> tuple(opcode - 0x84);
      case 't' -> stack.add(new Value.Tuple(sinceMark()));
      case '}' -> stack.add(new Value.Fields());
      case ']' -> stack.add(new Value.Items());
      case 'a', 'e', 's', 'u' -> fill(opcode);
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'q', 'r' -> memo.put(code.place(opcode), top());
      case 'h', 'j' -> stack.add(known(code.place(opcode)));
      case 'c', 0x93, 0x81, 'b' -> build(opcode);
      default ->
          throw code.broken(
              String.format(Locale.ROOT, "operation '%02x' is in no snapshot", opcode));
    }
  }

  private void protocol() throws FormatException {
    int version = code.next();
    if (version < OLDEST || version > NEWEST) {
      throw code.broken("protocol '" + version + "' is not read: 2 to 5");
    }
  }

  private void tuple(int size) throws FormatException {
    Value[] values = new Value[size];
    for (int place = size - 1; place >= 0; place--) {
      values[place] = pop();
    }
    stack.add(new Value.Tuple(List.of(values)));
  }

  /// Adds to the list or dict below.
  private void fill(int opcode) throws FormatException {
    List<Value> added =
        switch (opcode) {
          case 'a' -> List.of(pop());
          case 's' -> List.of(pop(), pop()).reversed();
          default -> sinceMark();
        };
    boolean toDict = opcode == 's' || opcode == 'u';
    if (!toDict && top() instanceof Value.Items list) {
      list.values().addAll(added);
    } else if (toDict && top() instanceof Value.Fields dict && added.size() % 2 == 0) {
      for (int place = 0; place < added.size(); place += 2) {
        dict.put(added.get(place), added.get(place + 1));
      }
    } else {
      throw code.broken("nothing to add to");
    }
  }

  /// Names classes, makes objects of them that are only fields, and fills those.
  private void build(int opcode) throws FormatException {
    switch (opcode) {
      case 'c' -> name(code.line(), code.line());
      case 0x93 -> {
        String name = text(pop());
        name(text(pop()), name);
      }
      case 0x81 -> {
        Value arguments = pop();
        boolean none = arguments instanceof Value.Tuple tuple && tuple.values().isEmpty();
        if (!none || !(pop() instanceof Value.ClassName)) {
          throw code.broken("makes an object that is no snapshot's");
        }
        stack.add(new Value.Fields());
      }
      default -> {
        Value state = pop();
        if (!(state instanceof Value.Fields from) || !(top() instanceof Value.Fields object)) {
          throw code.broken("fields of something else than an object");
        }
        if (from.size() + object.size() > MOST_FIELDS) {
          throw code.broken("object of more than " + MOST_FIELDS + " fields");
        }
        object.putAll(from);
      }
    }
  }

  private void name(String module, String name) throws FormatException {
    String full = module + "." + name;
    if (!CLASSES.contains(full)) {
      String shown = full.length() > 80 ? full.substring(0, 80) + "…" : full;
      throw code.broken("names '" + shown + "', which is no class of a snapshot");
    }
    stack.add(new Value.ClassName(full));
  }

  private String text(Value value) throws FormatException {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw code.broken("expected text");
  }

  private List<Value> sinceMark() throws FormatException {
    int begin = stack.lastIndexOf(MARK);
    if (begin < 0) {
      throw code.broken("no mark to go back to");
    }
    List<Value> values = new ArrayList<>(stack.subList(begin + 1, stack.size()));
    stack.subList(begin, stack.size()).clear();
    return values;
  }

  private Value known(long place) throws FormatException {
    Value value = memo.get(place);
    if (value == null) {
      throw code.broken("refers to value '" + place + "', which is not there");
    }
    return value;
  }

  private Value top() throws FormatException {
    if (stack.isEmpty() || stack.getLast() instanceof Value.Mark) {
      throw code.broken("takes a value where there is none");
    }
    return stack.getLast();
  }

  private Value pop() throws FormatException {
    Value value = top();
    stack.removeLast();
    return value;
  }
}
