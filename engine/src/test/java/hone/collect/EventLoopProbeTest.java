package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.Source;
import hone.live.EventLoop;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.Service;
import hone.service.ServiceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real service whose profiles go to a folder with spaces and quotes, as `NODE_OPTIONS` must bear.
@Timeout(60)
class EventLoopProbeTest {

  private static final String SETTINGS =
      """
      language: node
      start: node held.mjs ${PORT}
      env: {NODE_OPTIONS: --no-deprecation}
      load:
        rate: 40/s
        duration: 2s
        warmup: 200ms
        requests: [GET /]
      """;

  @TempDir private Path folder;

  /// The service holds its loop for 80 ms five times a second: of the 10 ms ticks in a second every
  /// twelfth or so is late by 70 ms, well above one in a hundred.
  @Test
  void measuresTheEventLoopOfAModuleThatIsHeldUp() throws Exception {
    assumeTrue(SearchPath.inherited().find("node").isPresent(), "node is not on the PATH");
    Files.writeString(
        folder.resolve("held.mjs"),
        """
        import http from 'node:http';
        import './extra.cjs';
        setInterval(() => {
          const end = performance.now() + 80;
          while (performance.now() < end);
        }, 200);
        http.createServer((request, response) => response.end(String(globalThis.extra)))
          .listen(Number(process.argv[2]), '127.0.0.1');
        """);
    Files.writeString(folder.resolve("extra.cjs"), "globalThis.extra = process.env.NODE_OPTIONS;");

    Service service =
        ServiceFile.read(Source.of("hone.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8)))
            .getFirst();
    Collected collected;
    try (Supervisor supervisor = Supervisor.open()) {
      collected =
          new Collector(supervisor)
              .collect(
                  service,
                  folder,
                  folder.resolve("the \"run\"/profiles"),
                  Duration.ofSeconds(2),
                  (_, _) -> {});
    }

    EventLoop loop = collected.eventLoop().orElseThrow();
    assertThat(loop.p99Nanos()).isBetween(50_000_000L, 1_000_000_000L);
    assertThat(loop.maxNanos()).isGreaterThanOrEqualTo(loop.p99Nanos());
    assertThat(loop.utilisation()).isBetween(0.2, 0.9);
    assertThat(collected.load().traffic().orElseThrow().failed()).isZero();
  }
}
