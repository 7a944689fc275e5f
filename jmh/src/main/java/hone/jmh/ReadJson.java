package hone.jmh;

import hone.input.JsonDocument;
import hone.input.Limits;
import hone.input.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// All names, texts and numbers of a JSON document, with hone's reader and with Jackson's.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadJson {

  /// Set by the harness.
  @Param({"CPUPROFILE", "SPEEDSCOPE"})
  public Format format = Format.CPUPROFILE;

  private byte[] bytes = new byte[0];

  @Setup
  public void write() throws IOException {
    bytes = format.written(Tree.profile());
  }

  @Benchmark
  public long hone() throws IOException {
    long[] sum = {0};
    JsonDocument.read(Source.of("tree", bytes), Limits.defaults(), document -> add(document, sum));
    return sum[0];
  }

  private static void add(JsonDocument document, long[] sum) throws IOException {
    switch (document.token()) {
      case START_OBJECT ->
          document.object(name -> {
            sum[0] += name.length();
            add(document, sum);
            return true;
          });
      case START_ARRAY -> document.array(() -> add(document, sum));
      case TEXT -> sum[0] += document.text().length();
      case WHOLE_NUMBER -> sum[0] += document.number();
      case DECIMAL_NUMBER, TRUE, FALSE, NULL -> sum[0]++;
      case END_OBJECT, END_ARRAY, NAME -> throw new AssertionError();
    }
  }

  @Benchmark
  public long jackson() {
    long sum = 0;
    try (JsonParser parser =
        new JsonFactory()
            .createParser(ObjectReadContext.empty(), new ByteArrayInputStream(bytes))) {
      while (parser.nextToken() != null) {
        sum += value(parser);
      }
    }
    return sum;
  }

  private static long value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case PROPERTY_NAME -> parser.currentName().length();
      case VALUE_STRING -> parser.getString().length();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> 1;
      case START_OBJECT, START_ARRAY, END_OBJECT, END_ARRAY -> 0;
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new AssertionError();
    };
  }
}
