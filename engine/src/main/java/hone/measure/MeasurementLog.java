package hone.measure;

import hone.bench.Better;
import hone.bench.Metric;
import hone.bench.Series;
import hone.gate.Phase;
import hone.input.FormatException;
import hone.input.JsonText;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file of all runs of one comparison: a line of circumstances, then a line for each run, on
/// disk before the next run begins.
///
/// @param file JSON, one document a line
public record MeasurementLog(Path file) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Begins the file, unless it is there already.
  public void begin(Plan plan, Fingerprint fingerprint) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    ObjectNode head = JSON.createObjectNode();
    head.put("base", plan.base()).put("candidate", plan.candidate());
    head.put("seed", plan.seed()).put("blocks", plan.blocks()).put("command", plan.command());
    put(head.putObject("machine"), fingerprint.machine().facts());
    put(head.putObject("base_made_with"), fingerprint.base());
    put(head.putObject("candidate_made_with"), fingerprint.candidate());
    append(head);
  }

  /// Adds a run.
  public void add(Run run) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("phase", run.slot().phase().toString()).put("run", run.slot().number());
    line.put("block", run.slot().block()).put("side", run.slot().side().toString());
    line.put("started_at", run.startedAt().toString()).put("wall_nanos", run.wallNanos());
    run.cpuNanos().ifPresent(cpu -> line.put("cpu_nanos", cpu));
    ArrayNode results = line.putArray("results");
    for (Series series : run.series()) {
      ObjectNode result = results.addObject();
      result.put("benchmark", series.benchmark()).put("metric", series.metric().name());
      result.put("unit", series.metric().unit().name());
      result.put("better", series.metric().better().toString());
      ArrayNode samples = result.putArray("samples");
      series.samples().forEach(samples::add);
    }
    append(line);
  }

  /// The runs made so far. A last line that was cut off is not one of them.
  ///
  /// @throws FormatException if the file is broken otherwise, or belongs to another plan
  public List<Run> runs(Plan plan) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    String[] lines = text.split("\n", -1);
    List<Run> runs = new ArrayList<>();
    for (int number = 1; number < lines.length; number++) {
      JsonNode line = parse(lines[number - 1], number);
      if (number == 1) {
        check(plan, line);
      } else {
        runs.add(run(line, number));
      }
    }
    return runs;
  }

  /// The machine that the runs were made on.
  ///
  /// @throws FormatException if the file does not begin with it
  public Machine machine() throws IOException {
    return fingerprint().machine();
  }

  /// What the runs were made with.
  ///
  /// @throws FormatException if the file does not begin with it
  public Fingerprint fingerprint() throws IOException {
    JsonNode head = head();
    return new Fingerprint(
        new Machine(facts(head.path("machine"))),
        facts(head.path("base_made_with")),
        facts(head.path("candidate_made_with")));
  }

  /// Whether the file holds runs of this plan, and so can be gone on with.
  public boolean isOf(Plan plan) throws IOException {
    return Files.exists(file) && isOf(plan, head());
  }

  /// Takes a last line away that was cut off when the program was ended.
  public void mend() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String text = Files.readString(file);
    int end = text.lastIndexOf('\n') + 1;
    if (end < text.length()) {
      Files.writeString(file, text.substring(0, end));
    }
    if (end == 0) {
      Files.delete(file);
    }
  }

  private void check(Plan plan, JsonNode head) throws FormatException {
    if (!isOf(plan, head)) {
      throw new FormatException(file + ":1", "belongs to another comparison");
    }
  }

  private static boolean isOf(Plan plan, JsonNode head) {
    return head.path("base").asString("").equals(plan.base())
        && head.path("candidate").asString("").equals(plan.candidate())
        && head.path("seed").asLong(-1) == plan.seed()
        && head.path("command").asString("").equals(plan.command());
  }

  private JsonNode head() throws IOException {
    String text = Files.readString(file);
    return parse(text.substring(0, Math.max(0, text.indexOf('\n'))), 1);
  }

  private static void put(ObjectNode object, Map<String, String> facts) {
    facts.forEach(object::put);
  }

  private static Map<String, String> facts(JsonNode object) {
    Map<String, String> facts = new LinkedHashMap<>();
    object.properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString("")));
    return facts;
  }

  private Run run(JsonNode line, int number) throws FormatException {
    try {
      Schedule.Slot slot =
          new Schedule.Slot(
              Phase.of(line.required("phase").asString()),
              line.required("run").asInt(),
              line.required("block").asInt(),
              Side.of(line.required("side").asString()));
      List<Series> series = new ArrayList<>();
      for (JsonNode result : line.required("results")) {
        series.add(series(result));
      }
      return new Run(
          slot,
          Instant.parse(line.required("started_at").asString()),
          line.required("wall_nanos").asLong(),
          line.has("cpu_nanos")
              ? OptionalLong.of(line.path("cpu_nanos").asLong())
              : OptionalLong.empty(),
          series);
    } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
      throw new FormatException(file + ":" + number, "not a run: " + broken.getMessage());
    }
  }

  private static Series series(JsonNode result) {
    List<Double> samples = new ArrayList<>();
    for (JsonNode sample : result.required("samples")) {
      samples.add(sample.asDouble());
    }
    Metric metric =
        new Metric(
            result.required("metric").asString(),
            Unit.of(result.required("unit").asString()),
            Better.of(result.required("better").asString())
                .orElseThrow(() -> new IllegalArgumentException("no direction: " + result)));
    return new Series(result.required("benchmark").asString(), metric, samples);
  }

  private JsonNode parse(String line, int number) throws FormatException {
    try {
      return JSON.readTree(line);
    } catch (JacksonException broken) {
      throw new FormatException(file + ":" + number, "not JSON: " + broken.getOriginalMessage());
    }
  }

  private void append(ObjectNode line) throws IOException {
    // A name may hold half a pair of surrogates, which only an escape keeps: what is read again has
    // to be the name that was measured.
    String text = JsonText.line(line) + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
