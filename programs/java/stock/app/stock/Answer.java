package stock;

import java.nio.charset.StandardCharsets;

/** What goes back to the client. */
record Answer(int status, String contentType, String text) {

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", text + "\n");
    }

    static Answer csv(String text) {
        return new Answer(200, "text/csv; charset=utf-8", text);
    }

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
