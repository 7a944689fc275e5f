package hone.schema;

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
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// The documents others may rely on, and the answers hone asks agents for, each with its schema in
/// two forms.
///
/// A document may carry more than its schema names, but for the top of the findings. The strict
/// form is for interfaces of models: every key is required, none may stand beside them, and what is
/// not known is null.
public enum DocumentSchema {
  FINDINGS,
  TOP,
  EXTRACT,
  FLAME,
  TREE,
  LINES,
  DIFF,
  WRITTEN,
  COMPARE,
  HISTORY,
  GATE,
  TRIAGE,
  AUDIT,
  STANDARDS,
  DOCTOR,
  ERROR;

  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_PROBLEM = 300;

  /// As the command line writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The schema as published.
  public String open() {
    String resource = this + ".json";
    try (InputStream in = DocumentSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The same for an interface of a model.
  public String strict() {
    try {
      return StrictSchema.of(toString(), open()) + "\n";
    } catch (FormatException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /// Where a document breaks the schema, each a phrase that begins with the place; none where it is
  /// valid.
  public List<String> problems(JsonNode document) {
    return problems(open(), document);
  }

  /// The same for the strict form.
  public List<String> strictProblems(JsonNode document) {
    return problems(strict(), document);
  }

  private static List<String> problems(String text, JsonNode document) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    return schema.validate(document).stream()
        .limit(MOST_PROBLEMS)
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .map(problem -> Printable.of(problem, LONGEST_PROBLEM))
        .toList();
  }
}
