package orders.json;

/** The text is not the JSON we expect; the message says where. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(String message, int offset) {
        super(message + " at offset " + offset);
    }
}
