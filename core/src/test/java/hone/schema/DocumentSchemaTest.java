package hone.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hone.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentSchemaTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource
  void isASchema(DocumentSchema schema) {
    String meta = SpecificationVersion.DRAFT_2020_12.getDialectId();
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(meta));

    assertThat(metaSchema.validate(schema.open(), InputFormat.JSON)).isEmpty();
    assertThat(metaSchema.validate(schema.strict(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theStrictFormLeavesNothingOpen(DocumentSchema schema) {
    List<JsonNode> objects = new ArrayList<>();
    collect(JSON.readTree(schema.strict()), objects);

    assertThat(objects)
        .isNotEmpty()
        .allSatisfy(object -> {
          assertThat(object.path("additionalProperties").booleanValue(true)).isFalse();
          assertThat(object.path("required").valueStream().map(JsonNode::stringValue))
              .containsExactlyElementsOf(object.path("properties").propertyNames());
        });
  }

  @Test
  void theFindingsAreThoseOfTheArticle() throws IOException {
    JsonNode open = JSON.readTree(Files.readString(Shared.path("brief/perf-schema.json")));
    JsonNode strict = JSON.readTree(Files.readString(Shared.path("brief/perf-schema.strict.json")));

    assertThat(JSON.readTree(DocumentSchema.FINDINGS.open())).isEqualTo(open);
    assertThat(JSON.readTree(DocumentSchema.FINDINGS.strict())).isEqualTo(strict);
  }

  @Test
  void aProblemNamesItsPlace() {
    JsonNode document =
        JSON.readTree("{\"error\": {\"kind\": \"tool\", \"message\": 7, \"at\": null}}");

    assertThat(DocumentSchema.ERROR.problems(document))
        .anySatisfy(problem -> assertThat(problem).startsWith("/error/message: "))
        .anySatisfy(problem -> assertThat(problem).startsWith("/error: ").contains("input"));
  }

  private static void collect(JsonNode node, List<JsonNode> objects) {
    if (node.path("properties").isObject()) {
      objects.add(node);
    }
    node.forEach(child -> collect(child, objects));
  }
}
