import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// Answers each request with some work; ends after as many as it is told to.
public class Service {

  static int served;

  public static void main(String[] arguments) throws IOException {
    int last = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
    InetSocketAddress address =
        new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = Integer.toString(busy(100_000)).getBytes();
          boolean profile = exchange.getRequestURI().getPath().startsWith("/debug");
          exchange.sendResponseHeaders(profile ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
          if (++served >= last) {
            System.err.println("out of luck");
            System.exit(9);
          }
        });
    server.start();
    System.out.println("listening");
  }

  static int busy(int rounds) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      kept.add("x".repeat(i % 64));
      if (kept.size() == 1000) {
        kept.clear();
      }
    }
    return rounds - kept.size();
  }
}
