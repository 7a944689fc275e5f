package orders.http;

import java.nio.charset.StandardCharsets;
import orders.json.JsonWriter;

/** What goes back to the client. */
record Response(int status, String contentType, byte[] body) {

    static Response text(String text) {
        return new Response(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Response json(int status, JsonWriter json) {
        return new Response(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Response fault(int status, String message) {
        return json(status, new JsonWriter().beginObject().name("error").value(message).endObject());
    }
}
