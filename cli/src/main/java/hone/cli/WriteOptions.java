package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.format.OversizeException;
import hone.input.FormatException;
import hone.input.Printable;
import hone.profile.Profile;
import hone.report.EvidenceLines;
import hone.report.WrittenDocument;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What every command that writes profiles takes.
final class WriteOptions {

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES} (default: by the ending of the name).")
  private @Nullable WrittenFormat format;

  @Mixin private TypeOption type;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /// Writes a profile to a file, or to a device or pipe that is there.
  ///
  /// @param input   what the profile is of, as messages name it
  /// @param reading reads it, once it is known that the output may be written
  int write(CommandSpec spec, Reading reading, Path input, Path output)
      throws IOException, Refusal {
    WrittenFormat chosen = format == null ? byName(spec, output) : format;
    boolean packed = output.toString().endsWith(".gz");
    requireFree(output);
    requireNoTerminal(spec, output, chosen, packed);
    Profile profile = reading.profile();
    int column = type.column(profile, input);
    requireValues(profile, input);
    TransferLine line = TransferLine.of(spec);
    NamedFile.write(
        output,
        out -> {
          boolean stream = NamedFile.isStream(output);
          OutputStream told = stream ? out : line.writing(out, output.toString());
          try {
            chosen.write(profile, column, told, packed);
          } catch (OversizeException oversize) {
            throw Refusal.input(oversize.of(input.toString()));
          }
        });
    EvidenceQuality evidence = EvidenceQuality.of(profile, column, Circumstances.unknown());
    tell(spec, new Written(profile, output, chosen, evidence, chosen.notKept(profile, column)));
    return ExitCode.DONE;
  }

  /// Reads what is to be written.
  @FunctionalInterface
  interface Reading {
    Profile profile() throws IOException;
  }

  private void requireFree(Path output) throws Refusal {
    if (NamedFile.isStream(output)) {
      return;
    }
    NamedFile.requireNoDirectory(output);
    if (Files.exists(output) && !force) {
      throw Refusal.input(output + ": is there already; --force replaces it");
    }
  }

  private static void requireNoTerminal(
      CommandSpec spec, Path output, WrittenFormat format, boolean packed) {
    if (format.isBinary(packed) && NamedFile.isTerminal(output, Terminal.current())) {
      throw new ParameterException(
          spec.commandLine(),
          output + ": " + format + " is no text for a terminal; name a file, or redirect it");
    }
  }

  private static void requireValues(Profile profile, Path input) throws FormatException {
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      for (int type = 0; type < profile.types().size(); type++) {
        if (profile.value(type, sample) != 0) {
          return;
        }
      }
    }
    throw new FormatException(input.toString(), "has no samples to write");
  }

  private static WrittenFormat byName(CommandSpec spec, Path output) {
    return WrittenFormat.byName(output.getFileName().toString())
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), output + ": the ending tells no format; say which with --to"));
  }

  /// What was written.
  private record Written(
      Profile profile,
      Path output,
      WrittenFormat format,
      EvidenceQuality evidence,
      Map<String, Long> notKept) {}

  private void tell(CommandSpec spec, Written written) {
    // Of a profile that goes to a stream, the standard output may be the other end.
    boolean stream = NamedFile.isStream(written.output);
    PrintWriter out = stream ? spec.commandLine().getErr() : spec.commandLine().getOut();
    int samples = written.profile.sampleCount();
    if (json) {
      out.println(
          WrittenDocument.of(
              written.output.toString(),
              written.format.toString(),
              samples,
              written.evidence,
              written.notKept));
      return;
    }
    out.print(EvidenceLines.of(written.evidence));
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d samples as %s",
            Printable.of(written.output.toString()),
            samples,
            written.format));
    written.notKept.forEach((what, count) ->
        spec.commandLine()
            .getErr()
            .println(
                String.format(
                    Locale.ROOT, "hone: %s cannot hold %,d %s", written.format, count, what)));
  }
}
