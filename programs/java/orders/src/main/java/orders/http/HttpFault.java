package orders.http;

/** An answer that is not the one hoped for: a status code and what to tell the client. */
final class HttpFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HttpFault(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static HttpFault badRequest(String message) {
        return new HttpFault(400, message);
    }

    static HttpFault notFound(String message) {
        return new HttpFault(404, message);
    }
}
