package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFolderTest {

  @TempDir Path clinic;

  @Test
  void takesTheFileOfAFolderThatHoldsStacks() throws IOException {
    Path samples = written("7.clinic-flame/7.clinic-flame-samples");
    written("7.clinic-flame/7.clinic-flame-systeminfo");
    written("7.clinic-flame/7.clinic-flame-inlinedfunctions");

    assertThat(ProfileFolder.file(clinic)).isEqualTo(samples);
    assertThat(ProfileFolder.file(clinic.resolve("7.clinic-flame"))).isEqualTo(samples);
    assertThat(ProfileFolder.file(samples)).isEqualTo(samples);
  }

  @Test
  void refusesToChooseBetweenProfilesAndNamesThem() throws IOException {
    written("7.clinic-doctor/7.clinic-doctor-traceevent");
    written("8.clinic-heapprofiler");

    assertThatThrownBy(() -> ProfileFolder.file(clinic))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith(
            "has 2 profiles, name one of: 7.clinic-doctor/7.clinic-doctor-traceevent,"
                + " 8.clinic-heapprofiler");
  }

  @Test
  void refusesAFolderOfOtherThings() throws IOException {
    written("notes.txt");

    assertThatThrownBy(() -> ProfileFolder.file(clinic))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("a folder without a profile of Clinic.js");
  }

  @Test
  void theEventsOfBubbleprofStandBesideItsStacks() throws IOException {
    Path stacks = written("7.clinic-bubbleprof/7.clinic-bubbleprof-stacktrace");
    assertThat(ProfileFolder.eventsBeside(stacks)).isEmpty();

    Path events = written("7.clinic-bubbleprof/7.clinic-bubbleprof-traceevent");
    assertThat(ProfileFolder.eventsBeside(stacks)).hasValue(events);
    assertThat(ProfileFolder.eventsBeside(events)).isEmpty();
  }

  @Test
  void saysWhatPrintsARecordingOfInstruments() throws IOException {
    written("run.trace/Trace1.run/data");

    assertThatThrownBy(() -> ProfileFolder.file(clinic.resolve("run.trace")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("xctrace export");
  }

  private Path written(String name) throws IOException {
    Path file = clinic.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "[]");
  }
}
