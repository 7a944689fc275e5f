package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import hone.recipe.Recipe;
import hone.recipe.Recipes;
import hone.service.AgentPlan;
import hone.service.Benchmarks;
import hone.service.Delivery;
import hone.service.LoadPlan;
import hone.service.RequestTemplate;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.service.SpendingLimits;
import hone.syntax.SourceLanguage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the pages of the reference to what they are about.
class ReferenceTest {

  private static final String SETTINGS = "docs/reference/hone-yaml.md";

  /// Where `hone.yaml` has another word than the record that is read from it.
  private static final Map<String, String> KEYS =
      Map.of("name", "service", "delivery", "deliver", "endpointClass", "class");

  @Test
  void everySettingIsExplained() throws IOException {
    DocsPage page = DocsPage.of(SETTINGS);
    List<String> keys =
        Stream.of(
                Service.class,
                Benchmarks.class,
                LoadPlan.Generated.class,
                LoadPlan.External.class,
                RequestTemplate.class,
                SpendingLimits.class,
                Delivery.class,
                AgentPlan.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .map(name -> KEYS.getOrDefault(name, snake(name)))
            .toList();

    assertThat(keys).contains("ready_timeout", "class").allMatch(page::names);
  }

  @Test
  void everyExampleOfSettingsCanBeRead() throws IOException {
    List<DocsPage.Block> examples =
        DocsPage.of(SETTINGS).blocks().stream()
            .filter(block -> block.words().contains("yaml"))
            .toList();

    assertThat(examples)
        .hasSize(3)
        .allSatisfy(example -> assertThat(services(example)).isNotEmpty());
  }

  @Test
  void theDefaultsAreThoseThatHoldWhereNothingIsSaid() throws IOException {
    DocsPage.Block defaults =
        DocsPage.of(SETTINGS).blocks().stream()
            .filter(block -> block.text().contains("agent:"))
            .findFirst()
            .orElseThrow();

    assertThat(services(defaults))
        .containsExactly(ServiceFile.defaults(services(defaults).getFirst().name()));
  }

  @Test
  void everyRecipeIsListedAsItsPageTellsIt() throws IOException {
    List<String> rows =
        DocsPage.of("docs/reference/recipes.md").prose().stream()
            .filter(line -> line.startsWith("| ["))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Recipes.all().stream().map(ReferenceTest::row).toList());
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    assertThat(
            DocsPage.of("docs/reference/exit-codes.md").prose().stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Integer.valueOf(line.replaceAll("\\D+(\\d+).*", "$1"))))
        .containsExactly(
            ExitCode.DONE,
            ExitCode.GATE_CLOSED,
            ExitCode.USAGE,
            ExitCode.INPUT,
            ExitCode.TOOL,
            ExitCode.BUG);
  }

  private static String row(Recipe recipe) {
    String languages =
        recipe.languages().stream()
            .map(SourceLanguage::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "| [%s](../../syntax/src/main/resources/hone/recipe/%s.md) | %s | %s | %s | %s |"
        .formatted(
            recipe.name(),
            recipe.name(),
            languages,
            recipe.category(),
            recipe.gain(),
            recipe.risk());
  }

  private static List<Service> services(DocsPage.Block example) {
    byte[] text = String.join("\n", example.text()).getBytes(StandardCharsets.UTF_8);
    try {
      return ServiceFile.read(Source.of(example.page(), text));
    } catch (IOException refused) {
      throw new AssertionError(example.at(), refused);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
  }
}
