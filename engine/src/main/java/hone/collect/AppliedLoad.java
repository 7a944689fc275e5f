package hone.collect;

import hone.input.FormatException;
import hone.live.Traffic;
import hone.load.ExternalLoad;
import hone.load.LoadGenerator;
import hone.load.LoadGenerator.Drive;
import hone.load.LoadReport;
import hone.load.LoadReport.EarlyEnd;
import hone.load.RateSearch;
import hone.process.Command;
import hone.process.Running;
import hone.process.Supervisor;
import hone.service.LoadPlan;
import hone.service.Rate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/// Keeps a service under the load that was planned for it.
final class AppliedLoad implements AutoCloseable {

  private static final long LOOK_MILLIS = 50;
  private static final double TELLING_SHARE = 0.01;
  private static final double SATURATED_SHARE = 0.9;

  /// Part of a load command's requests from which it did not load the service but fail.
  private static final double FAILED_SHARE = 0.1;

  /// A load command may end this much before the profile without a word.
  private static final long EARLY_NANOS = 2_000_000_000L;

  private final Supervisor supervisor;
  private final Running service;
  private final Port port;
  private final Path folder;
  private final Optional<LoadPlan> plan;
  private final Optional<LoadGenerator> generator;
  private double ratePerSecond;

  /// @param folder where a load command may leave its results
  AppliedLoad(
      Supervisor supervisor, Running service, Port port, Path folder, Optional<LoadPlan> plan) {
    this.supervisor = supervisor;
    this.service = service;
    this.port = port;
    this.folder = folder;
    this.plan = plan;
    this.generator =
        plan.filter(LoadPlan.Generated.class::isInstance)
            .map(LoadPlan.Generated.class::cast)
            .map(generated -> new LoadGenerator(generated.requests(), port.number()));
  }

  /// Warms the service as planned, and settles the rate where that was left to us.
  ///
  /// @throws IOException if a load command cannot be started
  void warmUp(DoubleConsumer progress) throws CollectException, IOException, InterruptedException {
    if (plan.isEmpty()) {
      return;
    }
    Duration warmup = plan.get().warmup();
    switch (plan.get()) {
      case LoadPlan.External external -> {
        if (warmup.isPositive()) {
          warmUp(external, during(warmup, progress));
        }
      }
      case LoadPlan.Generated generated -> {
        ratePerSecond =
            switch (generated.rate()) {
              case Rate.Constant(double perSecond) -> perSecond;
              case Rate.Auto() ->
                  new RateSearch(generator.orElseThrow(), this::alive).ratePerSecond();
            };
        drive(warmup, () -> true, progress);
      }
    }
  }

  /// Keeps the load up while it is wanted.
  ///
  /// @throws IOException if a load command cannot be started
  LoadReport apply(Duration limit, BooleanSupplier wanted, Warnings warnings)
      throws CollectException, IOException, InterruptedException {
    if (plan.isEmpty()) {
      waitWhile(wanted);
      return new LoadReport.Idle();
    }
    return switch (plan.get()) {
      case LoadPlan.Generated _ -> drive(limit, wanted, _ -> {});
      case LoadPlan.External external -> external(external, wanted, warnings);
    };
  }

  /// Says what of a report makes a profile doubtful.
  static void judge(LoadReport report, Warnings warnings) {
    switch (report) {
      case LoadReport.Idle() ->
          warnings.add(
              "no load is described in hone.yaml: the profile is of an idle service, and nothing in"
                  + " it will be called critical; describe the load of real use under load:");
      case LoadReport.External external -> judge(external, warnings);
      case LoadReport.Generated generated -> judge(generated, warnings);
    }
  }

  @Override
  public void close() {
    generator.ifPresent(LoadGenerator::close);
  }

  /// Says whether a load command did what it is there for.
  static void require(LoadReport report) throws CollectException {
    if (report instanceof LoadReport.External external && external.traffic().isPresent()) {
      Traffic traffic = external.traffic().get();
      if (traffic.sent() == 0) {
        throw new CollectException(
            new CollectFailure.LoadFailed(external.command(), "it sent no requests"));
      }
      if (traffic.failed() > FAILED_SHARE * traffic.sent()) {
        throw new CollectException(
            new CollectFailure.LoadFailed(
                external.command(),
                traffic.failed() + " of its " + traffic.sent() + " requests failed"));
      }
    }
  }

  private static void judge(LoadReport.External report, Warnings warnings) {
    warnings.add("the load was driven by '" + report.command() + "': its figures are not hone's");
    if (report.traffic().isEmpty()) {
      warnings.add(
          "no results of autocannon -j or k6 were found in its output: latency is not known");
    }
    report.traffic().ifPresent(traffic -> judge(traffic, warnings));
    if (report.exitCode().isPresent() && report.exitCode().get() != 0) {
      warnings.add("the load command ended with exit code " + report.exitCode().get());
    }
  }

  private static void judge(Traffic traffic, Warnings warnings) {
    if (traffic.late() > TELLING_SHARE * traffic.sent()) {
      warnings.add(
          traffic.late()
              + " requests that were due were not sent, for the load tool had no user free: give it"
              + " more");
    }
    switch (traffic.model()) {
      case OPEN -> {}
      case CLOSED ->
          warnings.add(
              "a load tool that waits for answers hides the worst latencies: while the service"
                  + " stalls, it is not asked");
    }
    if (traffic.failed() > TELLING_SHARE * traffic.sent()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d requests failed: the profile is partly of failures",
              traffic.failed(),
              traffic.sent()));
    }
  }

  private static void judge(LoadReport.Generated report, Warnings warnings) {
    if (report.failed() > TELLING_SHARE * report.sent()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d requests failed (%s): the profile is partly of failures",
              report.failed(),
              report.sent(),
              kinds(report)));
    }
    if (report.endedEarly().equals(Optional.of(EarlyEnd.RATE_OUT_OF_REACH))) {
      warnings.add("this machine cannot send as fast as the load asks: it was less");
    }
    if (report.achievedPerSecond() < SATURATED_SHARE * report.ratePerSecond()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the service answered %.0f/s of the %.0f/s sent: it was saturated, and latencies are"
                  + " of its queue",
              report.achievedPerSecond(),
              report.ratePerSecond()));
    }
    if (report.lateStarts() > TELLING_SHARE * report.sent()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d requests started late: this machine was too busy for the load",
              report.lateStarts(),
              report.sent()));
    }
  }

  private static String kinds(LoadReport.Generated report) {
    return report.failures().entrySet().stream()
        .map(entry -> entry.getKey().text() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private boolean alive() {
    return !service.exit().isDone();
  }

  private LoadReport.Generated drive(
      Duration duration, BooleanSupplier wanted, DoubleConsumer progress)
      throws CollectException, InterruptedException {
    LoadReport.Generated report =
        generator
            .orElseThrow()
            .drive(new Drive(ratePerSecond, duration, wanted, this::alive, progress));
    if (report.endedEarly().equals(Optional.of(EarlyEnd.SERVICE_REFUSES)) && alive()) {
      throw new CollectException(new CollectFailure.StopsAnswering(Readiness.lastLines(service)));
    }
    return report;
  }

  private void warmUp(LoadPlan.External external, BooleanSupplier wanted)
      throws IOException, InterruptedException {
    try (ExternalLoad load = start(external)) {
      waitWhile(() -> alive() && wanted.getAsBoolean());
      load.finish();
    }
  }

  private LoadReport.External external(
      LoadPlan.External external, BooleanSupplier wanted, Warnings warnings)
      throws CollectException, IOException, InterruptedException {
    try (ExternalLoad load = start(external)) {
      long begin = System.nanoTime();
      long ended = 0;
      while (alive() && wanted.getAsBoolean()) {
        ended = load.running() ? 0 : ended == 0 ? System.nanoTime() : ended;
        Thread.sleep(LOOK_MILLIS);
      }
      if (ended != 0 && System.nanoTime() - ended > EARLY_NANOS) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "the load command ended after %.1f s, before the profile did",
                (ended - begin) / 1e9));
      }
      return load.results(external.endpointClass());
    } catch (FormatException broken) {
      throw new CollectException(
          new CollectFailure.LoadFailed(external.command(), String.valueOf(broken.getMessage())));
    }
  }

  private ExternalLoad start(LoadPlan.External external) throws IOException {
    Command command =
        Command.shell(port.in(external.command()), service.command().directory())
            .withEnvironment(service.command().environment());
    return ExternalLoad.start(supervisor, command, folder);
  }

  private static BooleanSupplier during(Duration duration, DoubleConsumer progress) {
    long start = System.nanoTime();
    return () -> {
      double share = (System.nanoTime() - start) / (double) Math.max(1, duration.toNanos());
      progress.accept(Math.min(1.0, share));
      return share < 1;
    };
  }

  private static void waitWhile(BooleanSupplier wanted) throws InterruptedException {
    while (wanted.getAsBoolean()) {
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
