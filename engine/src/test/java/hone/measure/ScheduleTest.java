package hone.measure;

import static org.assertj.core.api.Assertions.assertThat;

import hone.gate.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void everyBlockHasTwoRunsOfEachSide() {
    Map<Integer, List<Side>> blocks =
        Schedule.of(Phase.FIRST, 30, 11).stream()
            .collect(
                Collectors.groupingBy(
                    Schedule.Slot::block,
                    Collectors.mapping(Schedule.Slot::side, Collectors.toList())));

    assertThat(blocks).hasSize(30);
    assertThat(blocks.values())
        .allSatisfy(sides ->
            assertThat(sides)
                .containsExactlyInAnyOrder(Side.BASE, Side.BASE, Side.CANDIDATE, Side.CANDIDATE));
  }

  @Test
  void equalSeedsGiveEqualOrdersAndALongerScheduleBeginsWithTheShorter() {
    List<Schedule.Slot> shorter = Schedule.of(Phase.FIRST, 6, 7);

    assertThat(Schedule.of(Phase.FIRST, 6, 7)).isEqualTo(shorter);
    assertThat(Schedule.of(Phase.FIRST, 10, 7).subList(0, shorter.size())).isEqualTo(shorter);
    assertThat(Schedule.of(Phase.FIRST, 6, 8)).isNotEqualTo(shorter);
  }

  @Test
  void freshRunsHaveAnOrderOfTheirOwn() {
    List<Side> first = Schedule.of(Phase.FIRST, 10, 7).stream().map(Schedule.Slot::side).toList();
    List<Side> fresh = Schedule.of(Phase.FRESH, 10, 7).stream().map(Schedule.Slot::side).toList();

    assertThat(fresh).isNotEqualTo(first).hasSameSizeAs(first);
  }

  /// The six orders are equally likely. With 6,000 blocks each is expected 1,000 times with a
  /// standard deviation of 28.9; the bounds are five of them.
  @Test
  void drawsEachOfTheSixOrdersEquallyOften() {
    Map<String, Integer> counts = new HashMap<>();
    List<Schedule.Slot> slots = Schedule.of(Phase.FIRST, 6000, 3);
    for (int first = 0; first < slots.size(); first += Schedule.BLOCK_RUNS) {
      String order =
          slots.subList(first, first + Schedule.BLOCK_RUNS).stream()
              .map(slot -> slot.side().toString())
              .collect(Collectors.joining());
      counts.merge(order, 1, Integer::sum);
    }

    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(855, 1145));
  }
}
