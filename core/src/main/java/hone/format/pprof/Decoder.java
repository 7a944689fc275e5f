package hone.format.pprof;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Origin;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Decodes one profile: first the fields in the order they come, then what they mean together.
final class Decoder {

  /// A value type or period as two places in the string table.
  private record Measured(long name, long unit) {}

  private final Fields fields;
  private final Limits limits;
  private final Strings strings;
  private final Table mappings;
  private final Table functions;
  private final Table locations;
  private final Entity mapping;
  private final Entity function;
  private final Locations location;
  private final Samples samples;
  private final List<Measured> types = new ArrayList<>();
  private Measured periodType = new Measured(0, 0);
  private long period;
  private long durationNanos;
  private long defaultType;
  private long dropFrames;
  private long keepFrames;
  private long timeNanos;
  private long documentation;
  private final Numbers comments;

  Decoder(Fields fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
    strings = new Strings(fields, limits);
    mappings = new Table("mapping", fields, limits);
    functions = new Table("function", fields, limits);
    locations = new Table("location", fields, limits);
    mapping = new Entity(fields, mappings, Symbols.LAST_MAPPING_FIELD);
    function = new Entity(fields, functions, Symbols.LAST_FUNCTION_FIELD);
    location = new Locations(fields, limits, mappings, functions, locations);
    samples = new Samples(fields, limits, locations);
    comments = new Numbers(fields, limits.count(), "comments");
  }

  Profile profile(PprofReader.Uninteresting uninteresting) throws IOException {
    fields.document(this::read);
    List<BaseUnit> units = new ArrayList<>();
    ProfileBuilder builder = new ProfileBuilder(valueTypes(units));
    Symbols symbols = new Symbols(strings, mappings, functions, locations);
    symbols.resolve();
    List<String> warnings = new ArrayList<>();
    String drop = strings.at(dropFrames);
    String keep = strings.at(keepFrames);
    Pruning pruning =
        switch (uninteresting) {
          case DROPPED -> Pruning.of(fields, drop, keep, warnings);
          case KEPT -> Pruning.none(fields);
        };
    int[] stacks = new Expansion(fields.input(), limits, symbols, pruning).stacks(samples, builder);
    builder.code(symbols.code());
    builder.origin(origin(units));
    addSamples(builder, stacks, units);
    return FinishedProfile.of(
        fields.input(), builder, recording().warning(warnings), defaultPlace());
  }

  private void addSamples(ProfileBuilder builder, int[] stacks, List<BaseUnit> units)
      throws FormatException {
    long[] amounts = new long[types.size()];
    for (int sample = 0; sample < samples.count(); sample++) {
      for (int type = 0; type < amounts.length; type++) {
        amounts[type] = scaled(samples.value(sample, type), units.get(type));
      }
      int stack = samples.stack(sample);
      builder.sample(stack == Profile.NONE ? Profile.NONE : stacks[stack], amounts);
      samples.labels().addTo(builder, sample, strings);
    }
  }

  private boolean read(int number) throws IOException {
    switch (number) {
      case 1 -> {
        types.add(measured());
        limits.checkTypes(fields.input(), types.size());
      }
      case 2 -> samples.read();
      case 3 -> mapping.read();
      case 4 -> location.read();
      case 5 -> function.read();
      case 6 -> strings.read();
      case 7 -> dropFrames = fields.number();
      case 8 -> keepFrames = fields.number();
      case 9 -> timeNanos = fields.number();
      case 10 -> durationNanos = fields.number();
      case 11 -> periodType = measured();
      case 12 -> period = fields.number();
      case 13 -> fields.numbers(comments);
      case 14 -> defaultType = fields.number();
      case 15 -> documentation = fields.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  private Measured measured() throws IOException {
    long[] pair = new long[2];
    fields.message(number -> {
      boolean own = number == 1 || number == 2;
      if (own) {
        pair[number - 1] = fields.number();
      }
      return own;
    });
    return new Measured(pair[0], pair[1]);
  }

  private List<ValueType> valueTypes(List<BaseUnit> units) throws FormatException {
    if (types.isEmpty()) {
      throw new FormatException(fields.input(), "no value types");
    }
    if (samples.count() > 0 && samples.width() != types.size()) {
      throw fields.broken(
          "samples have %d values, the profile has %d value types"
              .formatted(samples.width(), types.size()));
    }
    List<ValueType> named = new ArrayList<>();
    for (Measured type : types) {
      BaseUnit unit = BaseUnit.of(strings.at(type.unit));
      String name = strings.at(type.name);
      units.add(unit);
      named.add(new ValueType(name.isBlank() ? "value" : name, unit.unit()));
    }
    return named;
  }

  private long scaled(long value, BaseUnit unit) throws FormatException {
    try {
      return Math.multiplyExact(value, unit.factor());
    } catch (ArithmeticException overflow) {
      throw fields.broken(
          "value %d does not fit 64 bits in %s".formatted(value, unit.unit().name()));
    }
  }

  /// As in pprof, the last value type leads where the profile names none of its own.
  private int defaultPlace() throws FormatException {
    String name = strings.at(defaultType);
    for (int type = 0; type < types.size(); type++) {
      if (!name.isEmpty() && strings.at(types.get(type).name).equals(name)) {
        return type;
      }
    }
    return types.size() - 1;
  }

  private Recording recording() throws FormatException {
    BaseUnit unit = BaseUnit.of(strings.at(periodType.unit));
    strings.at(periodType.name);
    boolean time = unit.unit().equals(Unit.NANOSECONDS);
    return Recording.of("pprof")
        .lasting(durationNanos)
        .sampledEvery(time ? scaled(period, unit) : 0);
  }

  private Origin origin(List<BaseUnit> units) throws FormatException {
    List<Origin.Written> written = new ArrayList<>();
    for (int type = 0; type < types.size(); type++) {
      written.add(written(types.get(type), units.get(type)));
    }
    List<String> texts = new ArrayList<>();
    for (int comment = 0; comment < comments.count(); comment++) {
      texts.add(strings.at(comments.at(comment)));
    }
    return new Origin(
        written,
        written(periodType, BaseUnit.of(strings.at(periodType.unit))),
        period,
        strings.at(defaultType),
        timeNanos,
        strings.at(dropFrames),
        strings.at(keepFrames),
        texts,
        strings.at(documentation));
  }

  private Origin.Written written(Measured measured, BaseUnit unit) throws FormatException {
    return new Origin.Written(strings.at(measured.name), strings.at(measured.unit), unit.factor());
  }
}
