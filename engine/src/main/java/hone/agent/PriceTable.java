package hone.agent;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// List prices of models. A model that is not in it has no price that hone knows: never a guess.
public record PriceTable(Map<String, Price> prices) {

  private static final String BUNDLED = "prices.tsv";
  private static final int COLUMNS = 7;

  public PriceTable {
    prices = Map.copyOf(prices);
  }

  /// The table that comes with hone.
  public static PriceTable bundled() {
    try (InputStream in =
        Objects.requireNonNull(PriceTable.class.getResourceAsStream(BUNDLED), BUNDLED)) {
      return read(BUNDLED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Reads lines of seven columns between tabs: model; price of a million tokens of input, of
  /// cached input and of output; currency; date; source. Lines that begin with `#` are passed over.
  ///
  /// @throws FormatException if a line is none of these, with its number
  static PriceTable read(String input, String text) throws FormatException {
    Map<String, Price> prices = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS || prices.put(columns[0], price(input, i, columns)) != null) {
          throw new FormatException(input, "line " + (i + 1) + ": seven columns, a model once");
        }
      }
    }
    return new PriceTable(prices);
  }

  public Optional<Price> of(String model) {
    return Optional.ofNullable(prices.get(model));
  }

  private static Price price(String input, int index, String[] columns) throws FormatException {
    try {
      return new Price(
          new BigDecimal(columns[1]),
          new BigDecimal(columns[2]),
          new BigDecimal(columns[3]),
          columns[4],
          columns[6],
          LocalDate.parse(columns[5]));
    } catch (NumberFormatException | DateTimeException broken) {
      throw new FormatException(input, "line " + (index + 1) + ": no price or no date");
    }
  }
}
