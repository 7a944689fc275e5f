package hone.collect;

import hone.collect.CollectFailure.ProfilerMissing;
import hone.collect.CollectFailure.ProfilerRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/// Asks a Go service for the profiles it serves with `net/http/pprof`.
///
/// CPU and allocations are taken at the same time. `allocs?seconds=N` is the difference of two
/// states, so it is of the load alone and carries its duration; plain `heap` is neither. Waiting
/// for mutexes and other blocking are taken where the service records them.
final class GoProfiler implements Profiler {

  private static final String NAME = "net/http/pprof";
  private static final Duration SPARE = Duration.ofSeconds(20);
  private static final Pattern MUTEXES_SAMPLED = Pattern.compile("(?m)^sampling period=[1-9]");
  private static final Pattern SOMETHING_BLOCKED = Pattern.compile("(?m)^\\d+ \\d+ @ ");

  @Override
  public void check() {
    // It is part of the service, which does not run yet.
  }

  @Override
  public Map<String, String> environment(Map<String, String> given, Path folder) {
    return Map.of();
  }

  @Override
  public Recording record(Target target)
      throws CollectException, IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      String seconds = "?seconds=" + target.durationSeconds();
      Wanted cpu = new Wanted(client, target, "profile" + seconds);
      Wanted allocations = new Wanted(client, target, "allocs" + seconds);
      Wanted mutex = new Wanted(client, target, "mutex" + seconds);
      Wanted block = new Wanted(client, target, "block" + seconds);
      List<CollectedProfile> profiles = new ArrayList<>();
      profiles.add(cpu.write(ProfileKind.CPU, "cpu.pb.gz"));
      profiles.add(allocations.write(ProfileKind.ALLOCATION, "allocs.pb.gz"));
      if (isRecorded(client, target, "mutex", MUTEXES_SAMPLED)) {
        profiles.add(mutex.write(ProfileKind.WAITING, "mutex.pb.gz"));
      } else {
        notRecorded(target, "waiting for locks", "SetMutexProfileFraction");
      }
      if (isRecorded(client, target, "block", SOMETHING_BLOCKED)) {
        profiles.add(block.write(ProfileKind.WAITING, "block.pb.gz"));
      } else {
        notRecorded(target, "blocking", "SetBlockProfileRate");
      }
      return Recording.of(profiles);
    } finally {
      client.shutdownNow();
    }
  }

  /// Whether a service records a kind of waiting, for which it must ask the runtime: a profile
  /// without samples may as well be of a service that does not. The text form tells how often mutexes
  /// are sampled; of a service that records blocking it holds a record before long.
  private static boolean isRecorded(HttpClient client, Target target, String name, Pattern sign)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.address() + name + "?debug=1"))
            .timeout(SPARE)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 && sign.matcher(answer.body()).find();
    } catch (IOException gone) {
      return false;
    }
  }

  private static void notRecorded(Target target, String what, String function) {
    target
        .warnings()
        .add(what + " was not recorded: the service does not call runtime." + function);
  }

  /// A profile that was asked for and is on its way.
  private static final class Wanted {

    private final Target target;
    private final String address;
    private final CompletableFuture<HttpResponse<byte[]>> response;

    Wanted(HttpClient client, Target target, String query) {
      this.target = target;
      this.address = target.address() + query;
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(target.duration().plus(SPARE))
              .build();
      this.response = client.sendAsync(request, BodyHandlers.ofByteArray());
    }

    CollectedProfile write(ProfileKind kind, String name)
        throws CollectException, IOException, InterruptedException {
      HttpResponse<byte[]> answer = answer();
      byte[] body = answer.body();
      String text = new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
      switch (answer.statusCode()) {
        case 200 -> requireGzip(body, text);
        case 404 -> throw missing();
        default -> throw refused(text);
      }
      Path file = target.folder().resolve(name);
      Files.write(file, body);
      return new CollectedProfile(kind, file, "curl -o " + name + " '" + address + "'");
    }

    private HttpResponse<byte[]> answer() throws CollectException, InterruptedException {
      try {
        return response.get();
      } catch (ExecutionException failure) {
        Throwable cause = failure.getCause();
        throw new CollectException(
            new ProfilerRefused(
                NAME,
                "GET " + address + ": " + cause,
                "see that 'profile' in hone.yaml is where the service serves its profiles"));
      }
    }

    private void requireGzip(byte[] body, String text) throws CollectException {
      boolean gzip = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
      if (!gzip) {
        throw new CollectException(
            new ProfilerRefused(
                NAME,
                "GET " + address + " is no profile but '" + text + "'",
                "see that 'profile' in hone.yaml is where the service serves its profiles"));
      }
    }

    private CollectException missing() {
      return new CollectException(
          new ProfilerMissing(
              NAME,
              "nothing at "
                  + target.address()
                  + "; import _ \"net/http/pprof\" in the service, or say in hone.yaml under"
                  + " 'profile' where it serves its profiles"));
    }

    private CollectException refused(String text) {
      String remedy = "see what the service answers there";
      if (text.contains("already in use")) {
        remedy = "another CPU profile is being taken of it: end that, for there can be only one";
      } else if (text.contains("WriteTimeout")) {
        remedy = "raise the WriteTimeout of its http.Server, or serve pprof from one without";
      }
      return new CollectException(new ProfilerRefused(NAME, text, remedy));
    }
  }
}
