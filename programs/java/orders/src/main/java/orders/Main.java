package orders;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import orders.http.OrderServer;
import orders.store.SampleData;

/** Starts the order service. */
public final class Main {

    private static final String USAGE =
            """
            usage: orders [--port N] [--seed N]
              --port N   port on 127.0.0.1 (default: PORT of the environment, else 8080; 0 = any)
              --seed N   seed of the sample data (default: 1)
            """;
    private static final int RECENT_ORDERS = 1_000;

    /** What the command line asks for. */
    record Settings(int port, long seed) {

        static Settings of(String[] args, Map<String, String> environment) {
            int port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
            long seed = 1;
            for (int i = 0; i < args.length; i += 2) {
                if (i + 1 == args.length) {
                    throw new IllegalArgumentException("value is missing for '" + args[i] + "'");
                }
                switch (args[i]) {
                    case "--port" -> port = Integer.parseInt(args[i + 1]);
                    case "--seed" -> seed = Long.parseLong(args[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option '" + args[i] + "'");
                }
            }
            return new Settings(port, seed);
        }
    }

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(USAGE);
            return;
        }
        Settings settings;
        try {
            settings = Settings.of(args, System.getenv());
        } catch (IllegalArgumentException bad) {
            System.err.println(bad.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        // Without it a body larger than one segment waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        OrderServer server = new OrderServer(
                settings.port(), SampleData.ofSeed(settings.seed()), RECENT_ORDERS, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
    }
}
