package hone.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void namesTheFlagsThatChangeHowProgramsRunAndNoOthers() {
    Machine machine = Machine.here(Map.of("GOGC", "50", "NODE_OPTIONS", "-x", "API_KEY", "secret"));

    assertThat(machine.facts()).containsEntry("flags", "GOGC=50 NODE_OPTIONS=-x");
    assertThat(machine.facts())
        .containsKeys("cpu", "governor", "os", "cpu limit", "memory limit", "cpus", "load");
    assertThat(Machine.here(Map.of()).facts()).containsEntry("flags", "none");
  }

  @Test
  void isAnotherWhereAFactDiffersButNotWhereItIsBusier() {
    Machine one = new Machine(Map.of("cpu", "A", "load", "0.1", "governor", "unknown"));

    assertThat(one.differences(new Machine(Map.of("cpu", "A", "load", "9", "governor", "x"))))
        .isEmpty();
    assertThat(one.differences(new Machine(Map.of("cpu", "B"))))
        .containsExactly("cpu was 'A' and is 'B'");
  }

  @Test
  void findsItsOwnControlGroup() {
    String groups = "12:cpu,cpuacct:/docker/7\n5:memory:/docker/8\n0::/user.slice\n";

    assertThat(ControlGroup.path(groups, "cpu")).isEqualTo("/docker/7");
    assertThat(ControlGroup.path(groups, "memory")).isEqualTo("/docker/8");
    assertThat(ControlGroup.path(groups, "")).isEqualTo("/user.slice");
    assertThat(ControlGroup.path("", "cpu")).isEqualTo("/");
  }
}
