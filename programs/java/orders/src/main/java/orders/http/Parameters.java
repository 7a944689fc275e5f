package orders.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The query part of an address. */
record Parameters(Map<String, String> values) {

    static Parameters of(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new Parameters(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    OptionalInt number(String name) {
        Optional<String> value = text(name);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(parsed(name, value.get()));
    }

    static int parsed(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw HttpFault.badRequest(name + " is not a number: '" + value + "'");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw HttpFault.badRequest("query has a bad escape: '" + text + "'");
        }
    }
}
