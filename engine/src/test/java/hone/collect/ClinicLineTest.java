package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.Source;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.Service;
import hone.service.ServiceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicLineTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node server.js --port ${PORT} | flame -- node server.js --port ${PORT}",
        "NODE_ENV=production exec node -r ./trace.js dist/server.js | NODE_ENV=production flame -- node -r ./trace.js dist/server.js",
        "/opt/node/bin/node server.js | flame -- /opt/node/bin/node server.js",
      })
  void standsBeforeNode(String start, String expected) throws Exception {
    install();

    String line = line(start, "").orElseThrow().within(ClinicTool.FLAME, folder.resolve("it's"));

    assertThat(line)
        .isEqualTo(
            expected.replace(
                "flame --",
                "'%s/node_modules/.bin/clinic' flame --collect-only --dest '%s/it'\\''s' --"
                    .formatted(folder, folder)));
  }

  @Test
  void isNotThereWhereTheProjectDoesNotHaveIt() throws Exception {
    assertThat(line("npm start", "")).isEmpty();
    install();
    assertThat(line("npm start", "clinic: none\n")).isEmpty();
    assertThat(line("node server.js", "clinic: node_modules/.bin/clinic\n")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm start",
        "node migrate.js && node server.js",
        "node server.js > server.log",
        "node server.js | pino",
        "node `cat entry`",
        "nodemon server.js",
        "node",
      })
  void saysThatItNeedsOneCommandOfNode(String start) throws Exception {
    install();

    assertThatThrownBy(() -> line(start, ""))
        .hasMessage("'start' in hone.yaml is not one command that begins with node");
  }

  @Test
  void saysThatTheProgramIsNotThere() {
    for (String program : List.of("tools/clinic", "clinic-of-the-team")) {
      assertThatThrownBy(() -> line("node server.js", "clinic: " + program + "\n"))
          .hasMessage("no such program: '" + program + "'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v20.20.2, false",
    "v21.6.2, false",
    "v21.7.0, true",
    "v22.1.0, true",
    "v8.0.0, false",
    "deno 2, true",
    "'', true",
  })
  void knowsTheVersionsOnWhichItBreaks(String version, boolean breaks) {
    assertThat(ClinicLine.breaks(version)).isEqualTo(breaks);
  }

  @Test
  void looksAtTheNodeThatTheServiceRunsOn() throws Exception {
    install();
    Path node = Files.writeString(folder.resolve("node"), "#!/bin/sh\necho v22.11.0\n");
    assertThat(node.toFile().setExecutable(true)).isTrue();

    try (Supervisor supervisor = Supervisor.open()) {
      ClinicLine line = line("./node server.js", "").orElseThrow();

      assertThatThrownBy(() -> line.check(supervisor, folder, Map.of()))
          .hasMessage(
              "it breaks on Node.js 21.7 and later, and this is v22.11.0; the profile of Node's own"
                  + " inspector stands");
    }
  }

  private void install() throws Exception {
    Path program = folder.resolve("node_modules/.bin/clinic");
    Files.createDirectories(program.resolveSibling("."));
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private Optional<ClinicLine> line(String start, String more) throws Exception {
    String yaml = "language: node\nstart: '" + start + "'\n" + more;
    Service service =
        ServiceFile.read(Source.of("hone.yaml", yaml.getBytes(StandardCharsets.UTF_8))).getFirst();
    try (Supervisor supervisor = Supervisor.open()) {
      return ClinicLine.of(
          new Launch(supervisor, service, folder), new SearchPath(List.of(folder)));
    }
  }
}
