package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.Source;
import hone.live.ProcessFigures;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.Service;
import hone.service.ServiceFile;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real Clinic.js around the order service of the samples.
@Timeout(300)
@Tag("slow")
class ClinicRunsTest {

  private static final Path ORDERS = Path.of("../programs/node/orders").toAbsolutePath();
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir private Path folder;

  @Test
  void keepsWhatFlameAndDoctorWriteAndReadsDoctorsTable() throws Exception {
    Path clinic = program("clinic");

    Collected collected = collect(clinic.toString());

    assertThat(collected.warnings()).noneMatch(warning -> warning.contains("Clinic"));
    assertThat(collected.profiles()).hasSize(1);
    assertThat(collected.clinic())
        .extracting(ClinicFolder::tool)
        .containsExactly(ClinicTool.FLAME, ClinicTool.DOCTOR);
    assertThat(names(collected.clinic().getFirst()))
        .containsExactlyInAnyOrder("-samples", "-inlinedfunctions", "-systeminfo");
    assertThat(names(collected.clinic().getLast()))
        .containsExactlyInAnyOrder("-processstat", "-traceevent", "-systeminfo");
    Path flame = collected.clinic().getFirst().folder();
    assertThat(Files.readString(flame.resolve(flame.getFileName() + "-samples")))
        .contains("billing/invoice.js");
    ProcessFigures doctor = collected.doctor().orElseThrow();
    assertThat(doctor.sampleCount()).isBetween(1L, 220L);
    assertThat(doctor.utilisation().orElseThrow()).isBetween(0.0, 1.0);
    assertThat(doctor.processorsP90()).isGreaterThan(0);
    assertThat(doctor.mostHandles()).isGreaterThan(1);
  }

  @Test
  void whatCannotBeRunIsSaidAndHonesOwnProfileStands() throws Exception {
    Path broken = Files.writeString(folder.resolve("clinic"), "#!/bin/sh\necho no thanks >&2\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    Collected collected = collect(broken.toString());

    assertThat(collected.profiles()).hasSize(1);
    assertThat(collected.clinic()).isEmpty();
    assertThat(collected.warnings())
        .filteredOn(warning -> warning.startsWith("Clinic.js"))
        .hasSize(2)
        .allMatch(warning -> warning.contains("no thanks"));
  }

  private Collected collect(String clinic) throws Exception {
    program("node");
    String yaml =
        """
        language: node
        start: node '%s/src/server.js' --port ${PORT}
        ready: http://127.0.0.1:${PORT}/healthz
        clinic: %s
        load:
          rate: 40/s
          duration: 2s
          warmup: 200ms
          requests: ['GET /customers/${n:1..40}/invoice?until=2026-12-31']
        """
            .formatted(ORDERS, clinic);
    Service service =
        ServiceFile.read(Source.of("hone.yaml", yaml.getBytes(StandardCharsets.UTF_8))).getFirst();
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    try (Supervisor supervisor = Supervisor.open()) {
      Collected collected =
          new Collector(supervisor, testPath())
              .collect(service, folder, folder.resolve("run/profiles"), SHORT, Progress.none());
      assertThat(ProcessHandle.current().descendants())
          .filteredOn(process -> !before.contains(process) && process.isAlive())
          .hasSizeLessThanOrEqualTo(1);
      return collected;
    }
  }

  private static List<String> names(ClinicFolder written) throws Exception {
    try (Stream<Path> files = Files.list(written.folder())) {
      return files
          .map(file ->
              String.valueOf(file.getFileName())
                  .substring(String.valueOf(written.folder().getFileName()).length()))
          .toList();
    }
  }

  // HONE_TEST_PATH: where tools were installed for the tests alone.
  private static SearchPath testPath() {
    String more = System.getenv().getOrDefault("HONE_TEST_PATH", "");
    return SearchPath.of(more + File.pathSeparator + System.getenv().getOrDefault("PATH", ""));
  }

  private static Path program(String name) {
    Optional<Path> program = testPath().find(name);
    assumeTrue(program.isPresent(), name + " is not on the PATH nor on HONE_TEST_PATH");
    return program.orElseThrow();
  }
}
