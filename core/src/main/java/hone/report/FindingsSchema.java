package hone.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hone.input.FormatException;
import hone.input.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The public JSON Schema of findings documents.
public final class FindingsSchema {

  private FindingsSchema() {}

  /// The schema's text, as published.
  public static String text() {
    try (InputStream in = FindingsSchema.class.getResourceAsStream("findings.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("no schema of findings");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Refuses a document that the schema does not allow.
  static void check(String input, JsonNode document) throws FormatException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);
    List<Error> errors = schema.validate(document);
    if (!errors.isEmpty()) {
      Error first = errors.getFirst();
      throw new FormatException(
          input,
          "breaks the schema of findings at %s: %s"
              .formatted(first.getInstanceLocation(), Printable.of(first.getMessage())));
    }
  }
}
