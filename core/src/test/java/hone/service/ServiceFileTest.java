package hone.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFileTest {

  private static final String COMPLETE =
      """
      service: order-service
      language: go                        # go | python | node | java
      build: go build -o bin/orders ./cmd/orders
      start: ./bin/orders --addr 127.0.0.1:${PORT}
      env: {GOFLAGS: -trimpath}
      ready: http://127.0.0.1:${PORT}/healthz
      ready_timeout: 1m30s
      stop: SIGINT
      profile: http://127.0.0.1:${PORT}/debug/pprof
      source: [src, ./cmd/]
      load:
        rate: 200/s
        duration: 45s
        warmup: 500ms
        requests:
          - GET /orders/7/invoice
          - {method: POST, path: /orders, headers: {content-type: application/json}, body: '{"customer": 7}', weight: 3}
          - {path: '/orders/${n:1..500}', class: api}
      tests: go test ./...
      benchmarks:
        run: go test -run '^$' -bench . -benchmem -count 1 ./...
        build: go test -c -o bin/orders.test ./internal/orders
        output: bench.json
        format: go
      standards: docs/STANDARDS.md
      agent:
        name: codex
        path: /opt/codex
        args: ['-c', 'model_provider="corp"']
        env: [CORP_API_KEY]
        models: {analyse: small, redesign: large}
      limits: {time: 10m, money: 2.50 EUR, tokens: 1.5M, attempts: 2}
      deliver: {forge: github, base: trunk, open_at_once: 4}
      """;

  @Test
  void understandsEveryKey() throws IOException {
    Service service = one(COMPLETE);

    assertThat(service.name()).isEqualTo("order-service");
    assertThat(service.language()).contains(Language.GO);
    assertThat(service.build()).contains("go build -o bin/orders ./cmd/orders");
    assertThat(service.start()).contains("./bin/orders --addr 127.0.0.1:${PORT}");
    assertThat(service.env()).containsExactly(Map.entry("GOFLAGS", "-trimpath"));
    assertThat(service.ready()).isEqualTo(new Ready.Http("http://127.0.0.1:${PORT}/healthz"));
    assertThat(service.readyTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(service.stop()).isEqualTo(StopSignal.INT);
    assertThat(service.profile()).isEqualTo("http://127.0.0.1:${PORT}/debug/pprof/");
    assertThat(service.source()).containsExactly("src", "cmd");
    assertThat(service.tests()).contains("go test ./...");
    assertThat(service.benchmarks())
        .contains(
            new Benchmarks(
                "go test -run '^$' -bench . -benchmem -count 1 ./...",
                Optional.of("go test -c -o bin/orders.test ./internal/orders"),
                Optional.of("bench.json"),
                Optional.of("go")));
    assertThat(service.standards()).isEqualTo("docs/STANDARDS.md");
    assertThat(service.limits())
        .isEqualTo(
            new SpendingLimits(
                Duration.ofMinutes(10), new Money(new BigDecimal("2.5"), "EUR"), 1_500_000, 2));
    assertThat(service.delivery())
        .isEqualTo(new Delivery(Delivery.Forge.GITHUB, Optional.of("trunk"), 4));
  }

  @Test
  void knowsWhetherClinicIsRun() throws IOException {
    assertThat(one(COMPLETE).clinic()).isEqualTo(new ClinicPlan.Own());
    assertThat(one("clinic: none\n").clinic()).isEqualTo(new ClinicPlan.None());
    assertThat(one("clinic: tools/clinic\n").clinic())
        .isEqualTo(new ClinicPlan.Program("tools/clinic"));
  }

  @Test
  void keepsTheModelsThatAreNotNamed() throws IOException {
    AgentPlan agent = one(COMPLETE).agent();

    assertThat(agent.name()).isEqualTo(AgentName.CODEX);
    assertThat(agent.path()).contains("/opt/codex");
    assertThat(agent.args()).containsExactly("-c", "model_provider=\"corp\"");
    assertThat(agent.env()).containsExactly("CORP_API_KEY");
    assertThat(agent.models())
        .containsEntry(ModelTask.ANALYSE, "small")
        .containsEntry(ModelTask.OPTIMISE, "gpt-5.5")
        .containsEntry(ModelTask.TRIAGE, "gpt-5.4-mini")
        .containsEntry(ModelTask.REDESIGN, "large");
  }

  /// The article's matrix: a small model reads, a large one writes.
  @Test
  void asksASmallModelToReadAndALargeOneToWriteUnlessToldOtherwise() {
    assertThat(ServiceFile.defaults("orders").agent().models())
        .isEqualTo(
            Map.of(
                ModelTask.ANALYSE, "gpt-5.4-mini",
                ModelTask.TRIAGE, "gpt-5.4-mini",
                ModelTask.OPTIMISE, "gpt-5.5",
                ModelTask.REDESIGN, "gpt-5.5"));
  }

  @Test
  void readsRequestsInBothForms() throws IOException {
    LoadPlan.Generated load = (LoadPlan.Generated) one(COMPLETE).load().orElseThrow();

    assertThat(load.rate()).isEqualTo(new Rate.Constant(200));
    assertThat(load.duration()).isEqualTo(Duration.ofSeconds(45));
    assertThat(load.warmup()).isEqualTo(Duration.ofMillis(500));
    assertThat(load.requests())
        .containsExactly(
            RequestTemplate.of("GET", "/orders/7/invoice"),
            new RequestTemplate(
                "POST",
                Template.of("/orders"),
                Map.of("content-type", "application/json"),
                Optional.of(Template.of("{\"customer\": 7}")),
                3,
                Optional.empty()),
            new RequestTemplate(
                "GET",
                Template.of("/orders/${n:1..500}"),
                Map.of(),
                Optional.empty(),
                1,
                Optional.of("api")));
  }

  @Test
  void givesEveryKeyThatIsAbsentItsDefault() throws IOException {
    for (String nothing : List.of("", "# only a comment\n", "---\n")) {
      Service service = ServiceFile.read(source("shop/hone.yaml", nothing)).getFirst();

      assertThat(service).isEqualTo(ServiceFile.defaults("shop"));
      assertThat(service.ready()).isEqualTo(new Ready.Tcp("127.0.0.1:${PORT}"));
      assertThat(service.load()).isEmpty();
      assertThat(service.agent().name()).isEqualTo(AgentName.NONE);
    }
  }

  @Test
  void readsEveryFormOfReadiness() throws IOException {
    assertThat(one("ready: {tcp: '127.0.0.1:8080'}").ready())
        .isEqualTo(new Ready.Tcp("127.0.0.1:8080"));
    assertThat(one("ready: {log: 'listening on \\d+'}").ready())
        .isEqualTo(new Ready.Log("listening on \\d+"));
    assertThat(one("ready: {command: curl -f localhost}").ready())
        .isEqualTo(new Ready.Command("curl -f localhost"));
    assertThat(one("ready: {http: 'http://localhost:1/'}").ready())
        .isEqualTo(new Ready.Http("http://localhost:1/"));
  }

  @Test
  void takesLoadOfTheTeamsOwnTool() throws IOException {
    assertThat(one("load: {command: npx autocannon -d 30, warmup: 0s, class: api}").load())
        .contains(
            new LoadPlan.External(
                "npx autocannon -d 30", Duration.ofSeconds(30), Duration.ZERO, Optional.of("api")));
  }

  @Test
  void listsSeveralServicesWithSharedKeysBeside() throws IOException {
    List<Service> services =
        ServiceFile.read(
            source(
                "hone.yaml",
                """
                agent: none
                limits: {attempts: 7}
                services:
                  - {service: shop, path: ./shop/, language: java}
                  - {path: tools/mail, language: python, limits: {attempts: 1}}
                """));

    assertThat(services).extracting(Service::name).containsExactly("shop", "mail");
    assertThat(services).extracting(Service::path).containsExactly("shop", "tools/mail");
    assertThat(services).extracting(service -> service.limits().attempts()).containsExactly(7, 1);
  }

  @Test
  void settlesALanguageAfterwards() throws IOException {
    Service service = one("build: make");

    assertThat(service.withLanguage(Language.NODE).language()).contains(Language.NODE);
    assertThat(service.withLanguage(Language.NODE).build()).contains("make");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          strat: x                              | hone.yaml:1: unknown key "strat"; the nearest known key is "start"
          benchmark: {run: x}                   | hone.yaml:1: unknown key "benchmark"; the nearest known key is "benchmarks"
          load: {rat: 1/s}                      | hone.yaml:1: unknown key "rat"; the nearest known key is "rate"
          language: rust                        | hone.yaml:1: language: is none of go, python, node, java: "rust"
          load: {rate: fast}                    | hone.yaml:1: rate: not a rate such as 200/s or auto: "fast"
          load: {rate: 0/s}                     | hone.yaml:1: rate: rate is not in (0, 1000000]: 0.0
          load: {duration: 30}                  | hone.yaml:1: duration: not a duration such as 30s or 5m: "30"
          load: {duration: 0s}                  | hone.yaml:1: duration: duration is not positive: "PT0S"
          load: {requests: []}                  | hone.yaml:1: requests is empty
          load: {requests: [GET orders]}        | hone.yaml:1: path does not begin with / or has spaces: "orders"
          load: {requests: ["/o/${n:9..1}"]}    | hone.yaml:1: counter runs backwards: "${n:9..1}"
          load: {requests: ["/o/${n:1-5}"]}     | hone.yaml:1: not a counter such as ${n:1..500}: "${n:1-5}"
          load: {requests: [{method: GET}]}     | hone.yaml:1: request: path is missing
          load: {command: x, rate: 1/s}         | hone.yaml:1: load: a command stands instead of rate and requests, not beside them
          ready: {tcp: x}                       | hone.yaml:1: tcp: not host:port: "x"
          ready: {log: '('}                     | hone.yaml:1: log: not a regular expression: "(": Unclosed group
          ready: {}                             | hone.yaml:1: ready: expected one of http, tcp, log, command, found 0
          stop: SIGSTOP                         | hone.yaml:1: stop: not a signal such as SIGTERM: "SIGSTOP"
          path: ../other                        | hone.yaml:1: path: path is not a relative path inside the folder of the file: "../other"
          benchmarks: {build: make}             | hone.yaml:1: benchmarks: run is missing
          benchmarks: {run: x, output: /etc/x}  | hone.yaml:1: output: output is not a relative path inside the folder of the file: "/etc/x"
          limits: {money: 5}                    | hone.yaml:1: money: not an amount such as 5 USD: "5"
          limits: {attempts: 0}                 | hone.yaml:1: attempts is not positive: "0"
          agent: {name: hal}                    | hone.yaml:1: name: is none of none, codex, claude, gemini, opencode, copilot, aider, http, command: "hal"
          agent: {env: ['A=B']}                 | hone.yaml:1: env: not a variable's name: "A=B"
          env: [A]                              | hone.yaml:1: expected keys and values, found a list
          build: [a, b]                         | hone.yaml:1: expected a text, found a list
          build:                                | hone.yaml:1: build has no value
          just text                             | hone.yaml:1: expected keys and values, found "just text"
          services: []                          | hone.yaml:1: services: expected a list with at least one service
          """)
  void refusesWhatItCannotRead(String text, String message) {
    assertThatThrownBy(() -> one(text)).isInstanceOf(FormatException.class).hasMessage(message);
  }

  @Test
  void namesTheLineOfTheMistake() {
    assertThatThrownBy(() -> one("service: a\nload:\n  warmup: 5s\n  duration: long\n"))
        .hasMessage("hone.yaml:4: duration: not a duration such as 30s or 5m: \"long\"");
    assertThatThrownBy(() -> one("service: a\nbuild: x\nservice: b\n"))
        .hasMessage("hone.yaml:3: second \"service\"");
    assertThatThrownBy(() -> one("services:\n- {service: a}\n- {service: a}\n"))
        .hasMessage("hone.yaml:3: second service of the name \"a\"");
    assertThatThrownBy(() -> one("service: a\nbuild: 'x\n"))
        .hasMessageStartingWith("hone.yaml:3: not YAML: ");
  }

  @Test
  void refusesBytesThatAreNoTextAndNestingThatIsNoService() {
    assertThatThrownBy(
            () -> ServiceFile.read(Source.of("hone.yaml", new byte[] {(byte) 0xc3, (byte) 0x28})))
        .hasMessage("hone.yaml: not UTF-8 text");
    assertThatThrownBy(() -> one("env: " + "[".repeat(100_000)))
        .hasMessage("hone.yaml:1: nested deeper than 40 levels");
    assertThatThrownBy(() -> one("a: 1\n---\nb: 2\n")).isInstanceOf(FormatException.class);
  }

  @Test
  void escapesControlCharactersOfTheFileInMessages() {
    assertThatThrownBy(() -> one("\"\\e[31mstart\": x"))
        .hasMessage(
            "hone.yaml:1: unknown key \"\\u001b[31mstart\"; the nearest known key is \"start\"");
  }

  @Test
  void answersEveryDamagedFileWithAServiceOrARefusal() throws IOException {
    byte[] whole = COMPLETE.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    int read = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = whole.clone();
      for (int change = 0; change <= round % 3; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      read += readable(damaged) ? 1 : 0;
    }
    for (int length = 0; length <= whole.length; length++) {
      read += readable(Arrays.copyOf(whole, length)) ? 1 : 0;
    }
    assertThat(read).isPositive();
  }

  private static boolean readable(byte[] bytes) throws IOException {
    try {
      return !ServiceFile.read(Source.of("hone.yaml", bytes)).isEmpty();
    } catch (FormatException refused) {
      return false;
    }
  }

  private static Service one(String text) throws IOException {
    List<Service> services = ServiceFile.read(source("hone.yaml", text));
    assertThat(services).hasSize(1);
    return services.getFirst();
  }

  private static Source source(String name, String text) {
    return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
