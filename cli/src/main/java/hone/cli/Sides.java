package hone.cli;

import static java.util.stream.Collectors.joining;

import hone.contrast.Measure;
import hone.contrast.Member;
import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import hone.view.Filtered;
import hone.view.Filters;
import hone.view.Normalised;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The profiles of two sides, as they are to be compared.
///
/// @param notes what was done to make them comparable, each a phrase
record Sides(List<Member> base, List<Member> other, Measure measure, List<String> notes) {

  private static final String SEPARATOR = "--";

  /// What the options ask for.
  record Wanted(TypeOption type, WorkOption work, Filters filters, boolean normalize) {}

  /// Reads the files of a command line; `--` stands between the sides where they are not two files.
  static Sides read(CommandSpec spec, List<Path> files, Wanted wanted) throws IOException {
    TypeOption type = wanted.type;
    WorkOption work = wanted.work;
    int before = baseCount(spec, files.size());
    List<Profile> profiles = new ProfileFiles(spec).each(files);
    List<OptionalDouble> done = work.of(spec, files, profiles);
    int asked = type.column(profiles.getFirst(), files.getFirst());
    Columns columns = Columns.of(files, profiles, asked, type.given());
    Measure measure =
        work.given()
            ? Measure.PER_WORK
            : files.size() > 2 || !columns.alike ? Measure.SHARE : Measure.VALUE;
    if (work.given() && !columns.alike) {
      throw differs(files, profiles, profiles.getFirst().types().get(asked));
    }
    List<Member> members = new ArrayList<>();
    for (int at = 0; at < files.size(); at++) {
      Profile whole = profiles.get(at);
      boolean scaled = wanted.normalize && measure == Measure.VALUE && at >= before;
      Profile compared =
          scaled
              ? Normalised.of(
                  whole, columns.of.get(at), profiles.getFirst().total(columns.of.getFirst()))
              : whole;
      members.add(
          new Member(
              files.get(at).toString(),
              whole,
              left(spec, compared, wanted.filters),
              columns.of.get(at),
              done.get(at)));
    }
    requireValues(members);
    return new Sides(
        members.subList(0, before),
        members.subList(before, members.size()),
        measure,
        columns.note.stream().toList());
  }

  private static int baseCount(CommandSpec spec, int count) {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    int separator = words.indexOf(SEPARATOR);
    int before = separator < 0 ? 0 : count - (words.size() - separator - 1);
    if (before > 0 && before < count) {
      return before;
    }
    if (count == 2) {
      return 1;
    }
    throw new ParameterException(
        spec.commandLine(),
        count == 1
            ? "there is one profile, and nothing to compare it with"
            : "say with -- where the base's profiles end: hone diff OLD OLD -- NEW NEW");
  }

  /// What is compared of each profile.
  ///
  /// @param of    the place of its value type
  /// @param alike whether those measure in one unit
  /// @param note  what is not as it was asked for, a phrase
  private record Columns(List<Integer> of, boolean alike, Optional<String> note) {

    /// The type that is asked for, in all; or, where none is, each profile's own time, or another
    /// type that all have, or shares of time.
    static Columns of(List<Path> files, List<Profile> profiles, int asked, boolean given)
        throws FormatException {
      List<ValueType> types = profiles.getFirst().types();
      ValueType wanted = types.get(asked);
      if (inAll(profiles, wanted)) {
        return of(profiles, wanted, Optional.empty());
      }
      List<ValueType> own =
          profiles.stream().map(profile -> profile.types().get(profile.defaultType())).toList();
      if (given) {
        throw differs(files, profiles, wanted);
      }
      List<Integer> defaults = profiles.stream().map(Profile::defaultType).toList();
      if (own.stream().allMatch(type -> type.unit().equals(Unit.NANOSECONDS))) {
        String names = own.stream().map(ValueType::name).distinct().collect(joining("' with '"));
        return new Columns(defaults, true, Optional.of("'" + names + "' is compared"));
      }
      Optional<ValueType> common = types.stream().filter(type -> inAll(profiles, type)).findFirst();
      if (common.isPresent()) {
        String note =
            "not every profile has '%s': '%s' is compared"
                .formatted(wanted.name(), common.get().name());
        return of(profiles, common.get(), Optional.of(note));
      }
      if (!own.stream().allMatch(Sides::isTime)) {
        throw differs(files, profiles, wanted);
      }
      String note = "the profiles have no value type in common: shares of time are compared";
      return new Columns(defaults, false, Optional.of(note));
    }

    private static Columns of(List<Profile> profiles, ValueType type, Optional<String> note) {
      return new Columns(
          profiles.stream().map(profile -> profile.types().indexOf(type)).toList(), true, note);
    }

    private static boolean inAll(List<Profile> profiles, ValueType type) {
      return profiles.stream().allMatch(profile -> profile.types().contains(type));
    }
  }

  /// Time, or samples of it.
  private static boolean isTime(ValueType type) {
    return type.unit().equals(Unit.NANOSECONDS)
        || (type.unit().equals(Unit.COUNT) && type.name().equals("samples"));
  }

  private static FormatException differs(
      List<Path> files, List<Profile> profiles, ValueType wanted) {
    for (int at = 1; at < files.size(); at++) {
      String file = files.get(at).toString();
      int column = profiles.get(at).type(wanted.name()).orElse(-1);
      if (column < 0) {
        return new FormatException(
            file, "has no value type '" + wanted.name() + "', as " + files.getFirst() + " has");
      }
      Unit unit = profiles.get(at).types().get(column).unit();
      if (!unit.equals(wanted.unit())) {
        return new FormatException(
            file,
            "'%s' is in %s, in %s it is in %s"
                .formatted(wanted.name(), unit.name(), files.getFirst(), wanted.unit().name()));
      }
    }
    throw new IllegalStateException("all profiles have " + wanted);
  }

  private static Profile left(CommandSpec spec, Profile profile, Filters filters) {
    try {
      Filtered filtered = Filtered.of(profile, filters);
      return filtered.profile();
    } catch (BoundedPattern.ExpressionException endless) {
      throw new ParameterException(spec.commandLine(), endless.getMessage(), endless);
    }
  }

  /// One profile may be empty beside one that is not; of several none may, for it has no shares.
  private static void requireValues(List<Member> members) throws FormatException {
    List<Member> empty = members.stream().filter(member -> member.total() == 0).toList();
    if (empty.size() == members.size()) {
      throw new FormatException(
          members.getFirst().name(), "no profile has samples of this value type");
    }
    if (members.size() > 2 && !empty.isEmpty()) {
      throw new FormatException(
          empty.getFirst().name(),
          "has no samples of '" + empty.getFirst().valueType().name() + "'");
    }
  }
}
