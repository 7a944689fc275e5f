package hone.collect;

import hone.collect.CollectFailure.ProfilerRefused;
import hone.live.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Profiles a Node.js service with V8's own sampler, through the inspector.
///
/// Every Node.js process of the service opens an inspector on a free port of the loopback
/// interface; the one that is asked belongs to the process that listens on the service's port,
/// and, in a cluster, to each process that it started. A preloaded file measures the event loop of
/// each and is asked through the inspector too, so that the service opens no other port for it.
final class NodeProfiler implements Profiler {

  private static final String NAME = "the Node.js inspector";
  private static final int INTERVAL_MICROS = 1000;
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Override
  public void check() {
    // It is part of Node.js.
  }

  @Override
  public Map<String, String> environment(Map<String, String> given, Path folder)
      throws IOException {
    String variable = "NODE_OPTIONS";
    String options = "--inspect=127.0.0.1:0 --require " + EventLoopProbe.write(folder);
    return Map.of(variable, Profiler.added(given, variable, options));
  }

  @Override
  public Recording record(Target target)
      throws CollectException, IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Inspector> inspectors = new ArrayList<>();
    try {
      for (URI address : addresses(client, target)) {
        inspectors.add(Inspector.connect(client, address));
      }
      return record(target, inspectors);
    } catch (IOException failure) {
      throw refused(String.valueOf(failure.getMessage()), "see that the service keeps running");
    } finally {
      inspectors.forEach(Inspector::close);
      client.shutdownNow();
    }
  }

  private static Recording record(Target target, List<Inspector> inspectors)
      throws CollectException, IOException, InterruptedException {
    for (Inspector inspector : inspectors) {
      inspector.call("NodeWorker.enable", Map.of("waitForDebuggerOnStart", false));
      inspector.call("Profiler.enable", Map.of());
      inspector.call("Profiler.setSamplingInterval", Map.of("interval", INTERVAL_MICROS));
      inspector.call("Profiler.start", Map.of());
      EventLoopProbe.begin(inspector);
    }
    Thread.sleep(target.duration());
    // Before the profiles, for which the event loop must wait.
    List<EventLoop> loops = new ArrayList<>();
    for (Inspector inspector : inspectors) {
      EventLoopProbe.end(inspector).ifPresent(loops::add);
    }
    if (loops.size() < inspectors.size()) {
      target.warnings().add("the event loop was not measured: the service let the preload go");
    }
    List<String> profiles = new ArrayList<>();
    int workerCount = 0;
    for (Inspector inspector : inspectors) {
      profiles.add(inspector.call("Profiler.stop", Map.of()).path("profile").toString());
      workerCount += inspector.workerCount();
    }
    if (workerCount > 0) {
      target
          .warnings()
          .add("the service has worker threads (" + workerCount + "), which the profile is not of");
    }
    return new Recording(
        written(target.folder(), profiles),
        loops.stream().max(Comparator.comparingLong(EventLoop::p99Nanos)));
  }

  private static List<CollectedProfile> written(Path folder, List<String> profiles)
      throws CollectException {
    List<CollectedProfile> written = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      Path file = folder.resolve(i == 0 ? "cpu.cpuprofile" : "cpu-" + (i + 1) + ".cpuprofile");
      try {
        Files.writeString(file, profiles.get(i));
      } catch (IOException full) {
        throw new CollectException(RunFolder.unwritable(folder, full));
      }
      String command = "Profiler.start, Profiler.stop over the inspector of node --inspect";
      written.add(new CollectedProfile(ProfileKind.CPU, file, command));
    }
    return written;
  }

  private static List<URI> addresses(HttpClient client, Target target)
      throws CollectException, InterruptedException {
    ProcessHandle owner = target.owner(NAME);
    List<URI> addresses = new ArrayList<>();
    for (ProcessHandle process : Stream.concat(Stream.of(owner), owner.descendants()).toList()) {
      for (int port : ListeningSockets.ports(process.pid())) {
        if (port != target.port()) {
          inspector(client, port).ifPresent(addresses::add);
        }
      }
    }
    if (addresses.isEmpty()) {
      throw refused(
          "the process on port " + target.port() + " has none",
          "see that the service does not take --inspect out of NODE_OPTIONS, and is Node.js");
    }
    return addresses;
  }

  /// The address of the inspector on a port, if one listens there.
  private static Optional<URI> inspector(HttpClient client, int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
            .timeout(PROBE_LIMIT)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      JsonNode address = MAPPER.readTree(answer.body()).at("/0/webSocketDebuggerUrl");
      return address.isString() ? Optional.of(URI.create(address.asString())) : Optional.empty();
    } catch (IOException | JacksonException otherService) {
      return Optional.empty();
    }
  }

  private static CollectException refused(String reason, String remedy) {
    return new CollectException(new ProfilerRefused(NAME, reason, remedy));
  }
}
