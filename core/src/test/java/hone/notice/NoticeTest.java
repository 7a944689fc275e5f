package hone.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hone.input.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Each output, of results whose every text means something in one of them.
class NoticeTest {

  private static final String SCHEMA = "HONE_SARIF_SCHEMA";

  private static List<String> hostile() {
    return List.of(
        "plain",
        "a|b\n## heading",
        "::error::x\r\n::set-output name=y::z",
        "%0A::error::x",
        "]]><!-- x --> <![CDATA[",
        "\u0000\u0008\u001b[2J\u202e",
        "\ud800 half, \uffff nothing",
        "<img src=x onerror=alert(1)>",
        "``` ` `````",
        "\"><script>alert(1)</script>",
        "&amp;&#0;&undefined;",
        "@everyone fixes #12 https://evil.example",
        "[a](javascript:b) ![x](https://evil.example/p)",
        "</details></summary>",
        "javascript:alert(1)",
        "//evil.example/x",
        "a b?c#d%2e%2e",
        "ä/ö 日本",
        "x".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void xmlIsWellFormedAndSaysTheNamesAsTheyArePrinted(String name) throws Exception {
    Document document = xml(JUnit.text(notice(name)));

    Element first = (Element) document.getElementsByTagName("testcase").item(0);
    assertThat(first.getAttribute("classname")).startsWith(Printable.of(cut(name)));
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void sarifNamesNothingOutsideOfTheRepository(String name) {
    JsonNode log = JsonMapper.shared().readTree(Sarif.text(notice(name), "1"));

    JsonNode results = log.path("runs").path(0).path("results");
    assertThat(results).hasSize(3);
    for (JsonNode result : results) {
      JsonNode artifact = result.at("/locations/0/physicalLocation/artifactLocation");
      String uri = artifact.path("uri").asString();
      assertThat(uri).matches("[A-Za-z0-9._~/%-]+").doesNotStartWith("/").doesNotContain("..");
      assertThat(URI.create(uri).isAbsolute()).isFalse();
      assertThat(artifact.path("uriBaseId").asString()).isEqualTo("%SRCROOT%");
      assertThat(result.at("/message/text").asString()).doesNotContainPattern("\\p{Cntrl}");
    }
    assertThat(results.path(2).at("/suppressions/0/status").asString()).isEqualTo("accepted");
  }

  @Test
  void sarifKeepsToItsSchema() throws Exception {
    String file = System.getenv().getOrDefault(SCHEMA, "");
    assumeTrue(
        Files.isRegularFile(Path.of(file)),
        "the schema of SARIF is not here: .ci/run brings it and names it in " + SCHEMA);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Files.readString(Path.of(file)), InputFormat.JSON);

    for (String name : hostile()) {
      assertThat(schema.validate(JsonMapper.shared().readTree(Sarif.text(notice(name), "1"))))
          .as(name)
          .isEmpty();
    }
    assertThat(schema.validate(JsonMapper.shared().readTree("{\"version\": \"1\"}"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void codeQualityHasAllThatGitLabAsksFor(String name) {
    JsonNode report = JsonMapper.shared().readTree(CodeQuality.text(notice(name)));

    assertThat(report).hasSize(3);
    for (JsonNode entry : report) {
      assertThat(entry.path("description").asString())
          .isNotBlank()
          .doesNotContainPattern("\\p{Cntrl}");
      assertThat(entry.path("check_name").asString()).startsWith("hone-");
      assertThat(entry.path("fingerprint").asString()).matches("[0-9a-f]{64}");
      assertThat(entry.path("severity").asString()).isIn("major", "info");
      assertThat(entry.at("/location/path").asString()).doesNotStartWith("/").isNotBlank();
      assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
    }
    assertThat(report.valueStream().map(entry -> entry.path("fingerprint").asString()).distinct())
        .hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void thePageShowsNamesAndActsOnNone(String name) {
    String page = NoticePage.of(notice(name));
    String html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(page));

    assertThat(html).doesNotContainPattern("<(img|script|a |iframe|style)");
    assertThat(html.split("<details>", -1)).hasSize(3);
    assertThat(html.split("</details>", -1)).hasSize(3);
    assertThat(page)
        .startsWith("## Performance gate of ")
        .contains("> **Accepted, not mended: 1**")
        .hasSizeLessThan(60_000);
  }

  @Test
  void thePageIsShortHoweverMuchThereIs() {
    ObjectNode document = document("|`<".repeat(60));
    ArrayNode blocking = (ArrayNode) document.path("blocking_regressions");
    ArrayNode rows = (ArrayNode) document.path("benchmarks");
    for (int i = 0; i < 500; i++) {
      blocking.add(blocking.path(0).deepCopy());
      rows.add(rows.path(0).deepCopy());
    }

    assertThat(NoticePage.of(read(document)))
        .hasSizeLessThan(60_000)
        .contains("more are not shown");
  }

  @Test
  void pointsAtTheLineOfTheChangeThatIsInAFunctionThatGotSlower() {
    JsonNode result =
        JsonMapper.shared().readTree(Sarif.text(notice("plain"), "1")).at("/runs/0/results/0");

    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("src/plain.go");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(41);
    assertThat(result.at("/message/text").asString())
        .isEqualTo(
            "regressed: plain sec/op +18.0 % [+15.0, +21.0], p = 0.0002; because plain; slower:"
                + " plain +120 ns an operation itself, +300 ns with what it calls, 3 % → 14 % of"
                + " the profile; likely cause: plain");
  }

  @Test
  void aPlaceOutsideOfTheRepositoryIsNone() {
    assertThat(Place.of("/etc/passwd:1")).isEmpty();
    assertThat(Place.of("../x.go:1")).isEmpty();
    assertThat(Place.of("a/../../x.go:1")).isEmpty();
    assertThat(Place.of("a\\x.go:1")).isEmpty();
    assertThat(Place.of("x.go:0")).isEmpty();
    assertThat(Place.of("a/x.go:7")).contains(new Place("a/x.go", 7));
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String cut(String name) {
    return name.length() <= 200 ? name : name.substring(0, 200) + "…";
  }

  private static Notice notice(String name) {
    return read(document(name));
  }

  private static Notice read(ObjectNode document) {
    try {
      return NoticeReader.read("gate", document);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// A closed gate: one regression, one benchmark missing, one accepted, all called by one name.
  private static ObjectNode document(String name) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("gate", "closed").put("exit", 1).put("service", name);
    document.put("settings", name).put("base", "0".repeat(40)).put("head", name);
    ObjectNode row = row(document.putArray("benchmarks").addObject(), name, "regressed");
    row(document.withArray("/benchmarks").addObject(), name + " gone", "missing").putNull("effect");
    row(document.withArray("/benchmarks").addObject(), name + " let through", "regressed");
    row(document.withArray("/benchmarks").addObject(), name + " same", "unchanged");
    ObjectNode blocking = document.putArray("blocking_regressions").addObject();
    blocking.setAll(row.deepCopy());
    blocking.put("cause", name).putArray("lines").add("src/" + name + ".go:41").add(name);
    ObjectNode slower = blocking.putArray("slower").addObject().put("function", name);
    slower.put("old_share", 0.03).put("new_share", 0.14);
    slower.put("flat_change", 120).put("cum_change", 300);
    ObjectNode advice = blocking.putObject("advice").put("author", name).put("kind", name);
    advice.put("cause", name).put("reason", name);
    ObjectNode accepted = document.putArray("accepted").addObject();
    accepted.put("benchmark", name + " let through").put("metric", "sec/op");
    accepted.put("verdict", "regressed").put("effect", 0.18).put("up_to", 0.2);
    accepted.put("reason", name).put("owner", name).put("expires", name).put("at", name);
    document.putArray("acceptances_refused").add(name);
    document.putArray("reasons").add(name);
    return document;
  }

  private static ObjectNode row(ObjectNode row, String name, String verdict) {
    row.put("benchmark", name).put("metric", "sec/op").put("verdict", verdict);
    row.put("effect", 0.18).put("p", 0.0002).put("reason", "because " + name);
    row.putArray("interval").add(0.15).add(0.21);
    return row;
  }
}
