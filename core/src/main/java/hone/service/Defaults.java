package hone.service;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What holds where `hone.yaml` says nothing.
///
/// Keys that are not here (`language`, `build`, `start`, `load`, `tests`, `benchmarks`,
/// `deliver.base`) have no value of their own: they stay empty and are detected, or the step that
/// needs them says so.
public final class Defaults {

  /// `service`, where the file's folder has no name either.
  public static final String SERVICE = "service";

  /// `ready`.
  public static final Ready READY = new Ready.Tcp("127.0.0.1:${PORT}");

  /// `ready_timeout`.
  public static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

  /// `stop`.
  public static final StopSignal STOP = StopSignal.TERM;

  /// How long a service has to end after that, before it is killed.
  public static final Duration STOP_GRACE = Duration.ofSeconds(10);

  /// `profile`, where Go serves its profiles.
  public static final String PROFILE = "http://127.0.0.1:${PORT}/debug/pprof/";

  /// `clinic`.
  public static final ClinicPlan CLINIC = new ClinicPlan.Own();

  /// `load.rate`.
  public static final Rate RATE = new Rate.Constant(50);

  /// `load.duration`: what the article's standards ask of a CPU profile.
  public static final Duration LOAD_DURATION = Duration.ofSeconds(30);

  /// `load.warmup`.
  public static final Duration LOAD_WARMUP = Duration.ofSeconds(5);

  /// `load.requests`.
  public static final List<RequestTemplate> REQUESTS = List.of(RequestTemplate.of("GET", "/"));

  /// `standards`.
  public static final String STANDARDS = "AGENTS.md";

  /// `agent.models`: small ones where patterns are matched, large ones where code is written.
  public static final Map<ModelTask, String> MODELS =
      Map.of(
          ModelTask.ANALYSE, "gpt-5.4-mini",
          ModelTask.OPTIMISE, "gpt-5.5",
          ModelTask.TRIAGE, "gpt-5.4-mini",
          ModelTask.REDESIGN, "gpt-5.5");

  /// `agent`.
  public static final AgentPlan AGENT = AgentPlan.none();

  /// `limits`.
  public static final SpendingLimits LIMITS =
      new SpendingLimits(
          Duration.ofMinutes(20), new Money(BigDecimal.valueOf(5), "USD"), 2_000_000, 3);

  /// `deliver`.
  public static final Delivery DELIVERY = new Delivery(Delivery.Forge.NONE, Optional.empty(), 1);

  private Defaults() {}
}
