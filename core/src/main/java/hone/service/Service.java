package hone.service;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service under hone's care.
///
/// Command lines are run by `/bin/sh -c` in the service's folder; they and addresses may hold
/// `${PORT}`, which stands for the port hone chose.
///
/// @param name         as reports call it
/// @param path         folder of the service relative to the folder of `hone.yaml`, empty for that
/// @param language     empty where it is to be detected
/// @param build        command line, once per revision
/// @param start        command line that keeps running
/// @param env          variables for every command of the service
/// @param readyTimeout longest wait for `ready`
/// @param profile      address of Go's profiles, ending in `/`
/// @param source       folders of application code relative to `path`; none means all that is
///                     tracked less vendored, generated and test code
/// @param load         empty where no load is described
/// @param tests        command line
/// @param standards    file with the team's standards, relative to the folder of `hone.yaml`
public record Service(
    String name,
    String path,
    Optional<Language> language,
    Optional<String> build,
    Optional<String> start,
    Map<String, String> env,
    Ready ready,
    Duration readyTimeout,
    StopSignal stop,
    String profile,
    ClinicPlan clinic,
    List<String> source,
    Optional<LoadPlan> load,
    Optional<String> tests,
    Optional<Benchmarks> benchmarks,
    String standards,
    AgentPlan agent,
    SpendingLimits limits,
    Delivery delivery) {

  public Service {
    Checks.filled("service", name);
    Checks.inside("path", path);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    env.keySet().forEach(Service::checkVariable);
    Checks.positive("ready_timeout", readyTimeout);
    if (!profile.matches("https?://\\S+/")) {
      throw new IllegalArgumentException(
          "profile is not an http address that ends in /: \"" + profile + "\"");
    }
    source = List.copyOf(source);
    source.forEach(folder -> Checks.inside("source", folder));
    Checks.filled("standards", standards);
  }

  /// The same service, its language settled.
  public Service withLanguage(Language settled) {
    return with(path, Optional.of(settled));
  }

  /// The same service, its folder told from elsewhere.
  ///
  /// @param other relative, with `/`, empty for that place itself
  public Service withPath(String other) {
    return with(other, language);
  }

  private Service with(String otherPath, Optional<Language> otherLanguage) {
    return new Service(
        name,
        otherPath,
        otherLanguage,
        build,
        start,
        env,
        ready,
        readyTimeout,
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
        delivery);
  }

  private static void checkVariable(String variable) {
    if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("not a variable's name: \"" + variable + "\"");
    }
  }
}
