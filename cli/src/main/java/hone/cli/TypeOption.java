package hone.cli;

import hone.input.FormatException;
import hone.profile.Profile;
import hone.profile.ValueType;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which value type to look at.
final class TypeOption {

  @Option(
      names = {"--type", "--sample-index"},
      paramLabel = "TYPE",
      description = {
        "Value type, such as cpu or alloc_space,",
        "or its place from 0 (default: the profile's own)."
      })
  private @Nullable String type;

  /// Whether nothing is asked for but what profilers of time measure first.
  boolean isProcessorTime() {
    return type == null || type.equals("cpu") || type.equals("samples");
  }

  /// Whether one was named.
  boolean given() {
    return type != null;
  }

  /// The column of a profile.
  ///
  /// @throws FormatException if the profile has none of that name
  int column(Profile profile, Path file) throws FormatException {
    if (type == null) {
      return profile.defaultType();
    }
    OptionalInt named = profile.type(type);
    if (named.isPresent()) {
      return named.getAsInt();
    }
    if (type.matches("\\d{1,4}") && Integer.parseInt(type) < profile.types().size()) {
      return Integer.parseInt(type);
    }
    String names = profile.types().stream().map(ValueType::name).collect(Collectors.joining(", "));
    throw new FormatException(file.toString(), "no value type '" + type + "', has: " + names);
  }
}
