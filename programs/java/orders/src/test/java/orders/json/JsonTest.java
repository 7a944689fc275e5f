package orders.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsNestedValues() {
        Object value = JsonReader.read(" {\"a\": [1, -2, {\"b\": \"x\\\"\\u00e9\\n\"}], \"c\": {}, \"d\": []} ");

        assertEquals(Map.of("a", List.of(1L, -2L, Map.of("b", "x\"é\n")), "c", Map.of(), "d", List.of()), value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "[1 2]", "{\"a\" 1}", "\"a", "\"\\x\"", "\"\\u12", "1.5", "true", "[] []", "--1"})
    void refusesWhatIsNotSuchJson(String text) {
        JsonException bad = assertThrows(JsonException.class, () -> JsonReader.read(text));

        assertTrue(bad.getMessage().contains(" at offset "), bad.getMessage());
    }

    @Test
    void refusesDeepNestingInsteadOfOverflowing() {
        assertThrows(JsonException.class, () -> JsonReader.read("[".repeat(100_000)));
    }

    @Test
    void whatIsWrittenReadsBack() {
        String text = new JsonWriter()
                .beginObject()
                .name("te\"xt").value("a\\b\t\u0001é")
                .name("list").beginArray().value(1).value(Long.MIN_VALUE).beginArray().endArray().endArray()
                .endObject()
                .toString();

        assertEquals(
                Map.of("te\"xt", "a\\b\t\u0001é", "list", List.of(1L, Long.MIN_VALUE, List.of())),
                JsonReader.read(text));
    }
}
