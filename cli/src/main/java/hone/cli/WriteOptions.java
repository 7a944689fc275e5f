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
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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
  int write(CommandSpec spec, Profile profile, Path input, Path output)
      throws IOException, Refusal {
    WrittenFormat chosen = format == null ? byName(spec, output) : format;
    boolean stream = NamedFile.isStream(output);
    if (Files.exists(output) && !stream && !force) {
      throw Refusal.input(output + ": is there already; --force replaces it");
    }
    int column = type.column(profile, input);
    requireValues(profile, input);
    UnaryOperator<OutputStream> told =
        stream ? out -> out : out -> TransferLine.of(spec).writing(out, output.toString());
    boolean packed = output.toString().endsWith(".gz");
    Writing writing = new Writing(profile, column, chosen, packed, told);
    try {
      if (stream) {
        writing.to(output, StandardOpenOption.APPEND);
      } else {
        replace(output, writing);
      }
    } catch (OversizeException oversize) {
      throw oversize.of(input.toString());
    }
    EvidenceQuality evidence = EvidenceQuality.of(profile, column, Circumstances.unknown());
    tell(spec, new Written(profile, output, chosen, evidence, chosen.notKept(profile, column)));
    return ExitCode.DONE;
  }

  /// What is written, and how.
  private record Writing(
      Profile profile,
      int column,
      WrittenFormat format,
      boolean packed,
      UnaryOperator<OutputStream> told) {
    void to(Path file, OpenOption... options) throws IOException {
      try (OutputStream out = told.apply(Files.newOutputStream(file, options))) {
        format.write(profile, column, out, packed);
      }
    }
  }

  /// Writes beside the file first, so that a file that is there is whole at any time.
  private static void replace(Path file, Writing writing) throws IOException {
    try (Draft draft = Draft.of(file)) {
      writing.to(draft.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      draft.replace(file);
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
