package hone.bench.catch2;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the benchmarks in Catch2's XML report (`-r xml`): the mean of each, in nanoseconds.
///
/// Catch2 writes no samples: the mean stands for all, with a word about it. A benchmark that threw is
/// a failure. The report may hold tests as well; they are left alone. Document types are refused, so
/// that no entity is ever resolved.
///
/// @see <a href="https://github.com/catchorg/Catch2/blob/devel/docs/benchmarks.md">Catch2</a>
public final class Catch2Reader implements ResultReader {

  @Override
  public String format() {
    return "catch2";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8);
    boolean report = text.contains("<Catch2TestRun") || text.contains("<Catch ");
    return report || text.contains("<BenchmarkResults ") ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    // Decoded before it is parsed: the parser prints what it thinks of malformed UTF-8.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (Reader in = new InputStreamReader(source.open(), UTF_8)) {
      report(factory.createXMLStreamReader(in), results);
    } catch (XMLStreamException broken) {
      String message = Objects.toString(broken.getMessage(), "").replace('\n', ' ');
      throw new FormatException(source.name(), "not XML: " + Printable.of(message));
    }
    return results.build();
  }

  private static void report(XMLStreamReader xml, ResultsBuilder results)
      throws XMLStreamException {
    String test = "";
    String name = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "TestCase" -> test = attribute(xml, "name");
          case "BenchmarkResults" -> name = attribute(xml, "name");
          case "mean" -> mean(xml, results, test, name);
          case "failed" -> {
            if (!name.isEmpty()) {
              results.fail(name, attribute(xml, "message"));
            }
          }
          default -> {}
        }
      }
    }
  }

  private static void mean(XMLStreamReader xml, ResultsBuilder results, String test, String name) {
    long line = Math.max(1, xml.getLocation().getLineNumber());
    if (name.isEmpty()) {
      results.passOver(line, "expected a benchmark with a name around 'mean'");
      return;
    }
    BenchmarkName both = new BenchmarkName(test.isEmpty() ? name : test + "/" + name, name);
    try {
      double value = Double.parseDouble(attribute(xml, "value"));
      results.passOver(line, "no samples of '" + name + "': their mean stands for all");
      results.add(both, Metric.TIME, value, line);
    } catch (NumberFormatException none) {
      results.passOver(line, "expected a number as mean of '" + name + "'");
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return Objects.toString(xml.getAttributeValue(null, name), "");
  }
}
