package hone.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.service.RequestTemplate;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One HTTP/1.1 request, ready to be sent.
final class Request {

  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
  private static final List<String> IDEMPOTENT =
      List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

  private final String method;
  private final Optional<String> endpointClass;
  private final byte[] bytes;

  private Request(String method, Optional<String> endpointClass, byte[] bytes) {
    this.method = method;
    this.endpointClass = endpointClass;
    this.bytes = bytes;
  }

  /// The request of one turn of a template.
  static Request of(RequestTemplate template, long turn, int port) {
    byte[] body = template.body().map(text -> text.text(turn).getBytes(UTF_8)).orElse(new byte[0]);
    StringBuilder head = new StringBuilder();
    head.append(template.method()).append(' ').append(template.path().text(turn));
    head.append(" HTTP/1.1\r\n");
    header(head, template, "Host", "127.0.0.1:" + port);
    header(head, template, "Accept", "*/*");
    header(head, template, "User-Agent", "hone");
    template
        .headers()
        .forEach((name, value) -> {
          if (!name.equalsIgnoreCase("content-length")) { // ours says what is really sent
            append(head, name, value);
          }
        });
    if (body.length > 0 || WITH_BODY.contains(template.method())) {
      append(head, "Content-Length", Integer.toString(body.length));
    }
    head.append("\r\n");
    byte[] bytes = escaped(head.toString(), body);
    return new Request(template.method(), template.endpointClass(), bytes);
  }

  /// The bytes to send; they belong to this request and are only read.
  byte[] bytes() {
    return bytes;
  }

  Optional<String> endpointClass() {
    return endpointClass;
  }

  boolean head() {
    return method.equals("HEAD");
  }

  /// Whether sending it twice does what sending it once does.
  boolean idempotent() {
    return IDEMPOTENT.contains(method);
  }

  private static void header(
      StringBuilder head, RequestTemplate template, String name, String otherwise) {
    if (template.headers().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
      append(head, name, otherwise);
    }
  }

  private static void append(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  // What is not ASCII goes percent-encoded, as browsers send it.
  private static byte[] escaped(String head, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + body.length);
    for (byte b : head.getBytes(UTF_8)) {
      if (b < 0) {
        out.writeBytes(String.format(Locale.ROOT, "%%%02X", b).getBytes(UTF_8));
      } else {
        out.write(b);
      }
    }
    out.writeBytes(body);
    return out.toByteArray();
  }
}
