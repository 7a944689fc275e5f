package stock;

import java.io.IOException;

/** Starts the stock service. */
public final class Main {

    private static final String USAGE = "usage: stock [--port N] [--seed N]   (port: default PORT, else 8080; 0 = any)";

    private Main() {}

    public static void main(String[] args) throws IOException {
        int port;
        long seed = 1;
        try {
            String portOfEnvironment = System.getenv("PORT");
            port = Integer.parseInt(portOfEnvironment == null ? "8080" : portOfEnvironment);
            for (int i = 0; i < args.length; i += 2) {
                String value = i + 1 < args.length ? args[i + 1] : "";
                switch (args[i]) {
                    case "--port" -> port = Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    default -> throw new IllegalArgumentException("unknown option '" + args[i] + "'");
                }
            }
        } catch (IllegalArgumentException bad) {
            System.err.println(bad.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        // Without it a body larger than one segment waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        StockServer server = new StockServer(port, SampleStock.ofSeed(seed));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
    }
}
