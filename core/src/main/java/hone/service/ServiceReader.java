package hone.service;

import hone.input.FormatException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes a [Service] of the keys that describe it.
final class ServiceReader {

  /// The keys of one service in a list.
  static final Set<String> KEYS =
      Set.of(
          "service",
          "path",
          "language",
          "build",
          "start",
          "env",
          "ready",
          "ready_timeout",
          "stop",
          "profile",
          "clinic",
          "source",
          "load",
          "tests",
          "benchmarks",
          "standards",
          "agent",
          "limits",
          "deliver");

  /// The keys of a file.
  static final Set<String> FILE_KEYS = with(KEYS, "services");

  private ServiceReader() {}

  private static Set<String> with(Set<String> keys, String key) {
    Set<String> all = new TreeSet<>(keys);
    all.add(key);
    return Set.copyOf(all);
  }

  static Service read(Fields fields, String name) throws FormatException {
    String service = fields.text("service").orElse(name);
    String path = path(fields);
    Optional<Language> language = fields.choice("language", Language.values(), Language::text);
    Optional<String> build = fields.text("build");
    Optional<String> start = fields.text("start");
    Map<String, String> env = fields.map("env");
    Ready ready = ready(fields);
    StopSignal stop = stop(fields);
    String profile = fields.text("profile").map(ServiceReader::slashed).orElse(Defaults.PROFILE);
    ClinicPlan clinic = fields.value("clinic", ClinicPlan::of).orElse(Defaults.CLINIC);
    List<String> source = fields.texts("source").stream().map(ServiceReader::folder).toList();
    Optional<LoadPlan> load = LoadReader.read(fields);
    Optional<String> tests = fields.text("tests");
    Optional<Benchmarks> benchmarks = benchmarks(fields);
    AgentPlan agent = agent(fields);
    SpendingLimits limits = limits(fields);
    Delivery delivery = delivery(fields);
    Duration timeout =
        fields.value("ready_timeout", Amounts::duration).orElse(Defaults.READY_TIMEOUT);
    String standards = fields.text("standards").orElse(Defaults.STANDARDS);
    return fields.checked(
        "",
        () ->
            new Service(
                service,
                path,
                language,
                build,
                start,
                env,
                ready,
                timeout,
                stop,
                profile,
                clinic,
                source,
                load,
                tests,
                benchmarks,
                standards,
                agent,
                limits,
                delivery));
  }

  private static String path(Fields fields) throws FormatException {
    String path = fields.text("path").map(ServiceReader::folder).orElse("");
    return fields.checked("path", () -> inside(path));
  }

  private static String inside(String path) {
    Checks.inside("path", path);
    return path;
  }

  /// A folder without `./` before and `/` after it; the folder itself is the empty text.
  private static String folder(String text) {
    String folder = text.strip();
    while (folder.startsWith("./")) {
      folder = folder.substring(2);
    }
    while (folder.endsWith("/") && folder.length() > 1) {
      folder = folder.substring(0, folder.length() - 1);
    }
    return folder.equals(".") ? "" : folder;
  }

  private static String slashed(String url) {
    return url.endsWith("/") ? url : url + "/";
  }

  private static Ready ready(Fields fields) throws FormatException {
    if (!fields.has("ready")) {
      return Defaults.READY;
    }
    if (fields.isText("ready")) {
      return fields.<Ready>value("ready", Ready.Http::new).orElseThrow();
    }
    Fields form = fields.fields("ready", List.of("http", "tcp", "log", "command")).orElseThrow();
    List<Optional<? extends Ready>> given =
        List.of(
            form.value("http", Ready.Http::new),
            form.value("tcp", Ready.Tcp::new),
            form.value("log", Ready.Log::new),
            form.value("command", Ready.Command::new));
    List<? extends Ready> found = given.stream().flatMap(Optional::stream).toList();
    if (found.size() != 1) {
      throw form.failure("ready: expected one of http, tcp, log, command, found " + found.size());
    }
    return found.getFirst();
  }

  private static StopSignal stop(Fields fields) throws FormatException {
    return fields
        .value(
            "stop",
            text ->
                StopSignal.of(text)
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "not a signal such as SIGTERM: \"" + text + "\"")))
        .orElse(Defaults.STOP);
  }

  private static Optional<Benchmarks> benchmarks(Fields fields) throws FormatException {
    if (!fields.has("benchmarks")) {
      return Optional.empty();
    }
    Fields inner =
        fields.fields("benchmarks", List.of("run", "build", "output", "format")).orElseThrow();
    Optional<String> run = inner.text("run");
    if (run.isEmpty()) {
      throw inner.failure("benchmarks: run is missing");
    }
    Optional<String> build = inner.text("build");
    Optional<String> output = inner.text("output");
    Optional<String> format = inner.text("format");
    return Optional.of(
        inner.checked("output", () -> new Benchmarks(run.get(), build, output, format)));
  }

  private static AgentPlan agent(Fields fields) throws FormatException {
    if (!fields.has("agent")) {
      return Defaults.AGENT;
    }
    if (fields.isText("agent")) {
      AgentName name = fields.choice("agent", AgentName.values(), AgentName::text).orElseThrow();
      return new AgentPlan(name, Optional.empty(), List.of(), List.of(), Map.of());
    }
    Fields inner =
        fields.fields("agent", List.of("name", "path", "args", "env", "models")).orElseThrow();
    AgentName name =
        inner.choice("name", AgentName.values(), AgentName::text).orElse(AgentName.NONE);
    Optional<String> path = inner.text("path");
    List<String> args = inner.texts("args");
    List<String> env = inner.texts("env");
    Map<ModelTask, String> models = models(inner);
    return inner.checked("env", () -> new AgentPlan(name, path, args, env, models));
  }

  private static Map<ModelTask, String> models(Fields agent) throws FormatException {
    Map<ModelTask, String> models = new EnumMap<>(ModelTask.class);
    List<String> tasks = List.of("analyse", "optimise", "triage", "redesign");
    Optional<Fields> inner = agent.fields("models", tasks);
    if (inner.isPresent()) {
      for (ModelTask task : ModelTask.values()) {
        inner.get().text(task.text()).ifPresent(model -> models.put(task, model));
      }
    }
    return models;
  }

  private static SpendingLimits limits(Fields fields) throws FormatException {
    Fields inner =
        fields
            .fields("limits", List.of("time", "money", "tokens", "attempts"))
            .orElse(Fields.none(fields.input()));
    SpendingLimits otherwise = Defaults.LIMITS;
    Duration time = inner.value("time", Amounts::duration).orElse(otherwise.time());
    Money money = inner.value("money", Amounts::money).orElse(otherwise.money());
    long tokens = inner.value("tokens", Amounts::count).orElse(otherwise.tokens());
    int attempts = inner.value("attempts", ServiceReader::whole).orElse(otherwise.attempts());
    return inner.checked("", () -> new SpendingLimits(time, money, tokens, attempts));
  }

  private static Delivery delivery(Fields fields) throws FormatException {
    Fields inner =
        fields
            .fields("deliver", List.of("forge", "base", "open_at_once"))
            .orElse(Fields.none(fields.input()));
    Delivery.Forge forge =
        inner
            .choice("forge", Delivery.Forge.values(), Delivery.Forge::text)
            .orElse(Defaults.DELIVERY.forge());
    Optional<String> base = inner.text("base");
    int openAtOnce =
        inner.value("open_at_once", ServiceReader::whole).orElse(Defaults.DELIVERY.openAtOnce());
    return inner.checked("open_at_once", () -> new Delivery(forge, base, openAtOnce));
  }

  static int whole(String text) {
    if (!text.matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException("not a whole number: \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }
}
