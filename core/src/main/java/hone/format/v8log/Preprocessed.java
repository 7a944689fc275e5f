package hone.format.v8log;

import hone.format.CodeName;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What V8's tool makes of a log: a list of code, and ticks that name it by place, leaf first; every
/// other number of a stack is an offset in the code.
final class Preprocessed {

  private static final String COLLECTOR = "(garbage collector)";

  private final String input;
  private final Limits limits;
  private final List<Frame> code = new ArrayList<>();
  private final ProfileBuilder builder =
      new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));

  Preprocessed(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  ProfileBuilder read(Source source) throws IOException {
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field -> {
              switch (field) {
                case "code" ->
                    document.array(() -> {
                      code.add(code(document));
                      limits.checkCount(input, "pieces of code", code.size());
                    });
                case "ticks" -> document.array(() -> tick(document));
                default -> {
                  return false;
                }
              }
              return true;
            }));
    return builder;
  }

  private static Frame code(JsonDocument document) throws IOException {
    String[] nameTypeKind = {"", "", ""};
    document.object(field -> {
      switch (field) {
        case "name" -> nameTypeKind[0] = document.textOrEmpty();
        case "type" -> nameTypeKind[1] = document.textOrEmpty();
        case "kind" -> nameTypeKind[2] = document.isText() ? document.text() : "";
        default -> {
          return false;
        }
      }
      return true;
    });
    boolean kinded = nameTypeKind[1].equals("CODE") && !nameTypeKind[2].isBlank();
    String name = kinded ? nameTypeKind[2] + ": " + nameTypeKind[0] : nameTypeKind[0];
    return CodeName.frame(nameTypeKind[1], name);
  }

  private void tick(JsonDocument document) throws IOException {
    List<Long> leafFirst = new ArrayList<>();
    long[] place = {0};
    boolean[] collecting = {false};
    document.object(field -> {
      switch (field) {
        case "s" ->
            document.array(() -> {
              long number = document.number();
              if (place[0]++ % 2 == 0 && number >= 0) {
                leafFirst.add(number);
              }
            });
        case "vm" -> collecting[0] = document.number() == 1;
        default -> {
          return false;
        }
      }
      return true;
    });
    if (leafFirst.size() > limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
    int stack = Profile.NONE;
    for (long each : leafFirst.reversed()) {
      stack = builder.stack(builder.frame(frame(document, each)), stack);
    }
    if (collecting[0]) {
      stack = builder.stack(builder.frame(Frame.named(COLLECTOR)), stack);
    }
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    limits.checkCount(input, "stacks", builder.stackCount());
    builder.sample(stack, 1);
  }

  private Frame frame(JsonDocument document, long place) throws FormatException {
    if (place >= code.size()) {
      throw document.broken("code %d is not one of the %d before it".formatted(place, code.size()));
    }
    return code.get((int) place);
  }
}
