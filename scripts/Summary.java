import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Adds up what `check` did: its own parts and the tests in every module's reports.
///
/// Prints each failure, the reason of each skip with how often it was given, and the sums. Exits
/// with 1 if anything failed, or if not one test ran.
final class Summary {

  private int passed;
  private int tests;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> skipsByReason = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    Summary summary = new Summary();
    for (String part : Files.readAllLines(Path.of(args[0]))) {
      summary.addPart(part);
    }
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(args[1]))) {
      for (Path module : modules) {
        summary.addReports(module.resolve("target/surefire-reports"));
      }
    }
    System.exit(summary.print() ? 0 : 1);
  }

  private void addPart(String line) {
    int space = line.indexOf(' ');
    String name = line.substring(space + 1);
    switch (line.substring(0, space)) {
      case "passed" -> passed++;
      case "skipped" -> skipsByReason.merge(name, 1, Integer::sum);
      default -> failures.add(name);
    }
  }

  private void addReports(Path directory) throws Exception {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> reports = Files.newDirectoryStream(directory, "TEST-*.xml")) {
      for (Path report : reports) {
        addReport(report);
      }
    }
  }

  private void addReport(Path report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element suite = factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    NodeList cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      addCase((Element) cases.item(i));
    }
  }

  private void addCase(Element test) throws IOException {
    tests++;
    NodeList skipped = test.getElementsByTagName("skipped");
    if (test.getElementsByTagName("failure").getLength() > 0
        || test.getElementsByTagName("error").getLength() > 0) {
      failures.add(test.getAttribute("classname") + "." + test.getAttribute("name"));
    } else if (skipped.getLength() > 0) {
      skipsByReason.merge(reason((Element) skipped.item(0)), 1, Integer::sum);
    } else {
      passed++;
    }
  }

  /// The first line of what was said, which stands in an attribute or, behind the exception's name, in
  /// the text.
  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message").strip();
    String said = message.isEmpty() ? skipped.getTextContent().strip() : message;
    String line = said.lines().findFirst().orElse("no reason given");
    return line.replaceFirst("^[\\w.]+Exception: ", "").replace("Assumption failed: ", "");
  }

  private boolean print() {
    if (tests == 0) {
      failures.add("not one test ran");
    }
    failures.stream().sorted().forEach(failure -> System.out.println("failed: " + failure));
    skipsByReason.forEach(
        (reason, count) ->
            System.out.println("skipped: " + reason + (count > 1 ? " (" + count + " times)" : "")));
    int skipped = skipsByReason.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println();
    System.out.println(passed + " passed, " + failures.size() + " failed, " + skipped + " skipped");
    return failures.isEmpty();
  }
}
