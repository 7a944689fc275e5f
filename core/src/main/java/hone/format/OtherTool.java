package hone.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Recordings of other tools that no reader reads, each with the program that turns it into a
/// profile: a user who is told only what it is not has to guess what to do.
///
/// @param mark   the first bytes of such a file, a letter each
/// @param advice what it is and what to do, after the name of the file
record OtherTool(String mark, String advice) {

  private static final String PERF =
      "a binary recording of perf; `perf script -i FILE > perf.txt` prints it as text, which is read";
  private static final String MEMRAY =
      "a recording of memray; `memray transform csv FILE` writes what is read";

  private static final List<OtherTool> ALL =
      List.of(
          new OtherTool("PERFILE2", PERF),
          new OtherTool("2ELIFREP", PERF),
          new OtherTool("PERFFILE", PERF),
          new OtherTool("memray", MEMRAY),
          new OtherTool(
              "\u0004\"M\u0018",
              "packed by lz4, as memray packs its recordings; `memray transform csv FILE` writes"
                  + " what is read, anything else is unpacked by `lz4 -d`"),
          new OtherTool(
              "Nettrace",
              "a trace of .NET; `dotnet-trace convert --format Speedscope FILE` writes what is read"),
          new OtherTool(
              "JAVA PROFILE 1.0",
              "a dump of a Java heap; allocations are read from JFR, the heap by Eclipse MAT"),
          new OtherTool(
              "<?xml version=\"1.0\"?>\n<trace-query-result>",
              "what xctrace exports of Instruments; `inferno-collapse-xctrace FILE` prints what is"
                  + " read"),
          new OtherTool("PK\u0003\u0004", "an archive; unpack it first"),
          new OtherTool("(\u00b5/\u00fd", "packed by zstd; unpack it first: `zstd -d FILE`"),
          new OtherTool("\u00fd7zXZ", "packed by xz; unpack it first: `xz -d FILE`"),
          new OtherTool("BZh", "packed by bzip2; unpack it first: `bzip2 -d FILE`"));

  /// What to do with an input that begins so, where it is known to be of no format that is read.
  static Optional<String> advice(byte[] head) {
    String begin = new String(head, ISO_8859_1);
    return ALL.stream()
        .filter(foreign -> begin.startsWith(foreign.mark))
        .map(OtherTool::advice)
        .findFirst();
  }

  /// The same of what no reader knows and what has no mark of its own.
  static Optional<String> adviceByName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".etl")
        ? Optional.of(
            "a trace of Windows; `samply import --save-only -o profile.json FILE` writes what is"
                + " read")
        : Optional.empty();
  }
}
