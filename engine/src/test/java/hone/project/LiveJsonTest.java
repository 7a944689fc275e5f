package hone.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.live.AllocationRate;
import hone.live.EventLoop;
import hone.live.Latencies;
import hone.live.LiveFigures;
import hone.live.Pauses;
import hone.live.ProcessFigures;
import hone.live.Traffic;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LiveJsonTest {

  @Test
  void readsWhatItWrites() {
    Latencies counted = new Latencies.Counted(new TreeMap<>(Map.of(1000L, 3L, 2000L, 1L)), 1);
    Latencies told = new Latencies.Told(7, new TreeMap<>(Map.of(0.99, 1.5e6)));
    LiveFigures figures =
        new LiveFigures(
            Optional.of(
                new Traffic(
                    Traffic.Model.OPEN, 5, 1, 2, counted, new TreeMap<>(Map.of("api", told)))),
            Optional.of(new AllocationRate(1.25e7, 30_000_000_000L, AllocationRate.Source.COUNTED)),
            Optional.of(new EventLoop(1, 2, 3, 4, 0.5)),
            Optional.of(new Pauses(2, 30, 20)),
            Optional.of(new ProcessFigures(9, 1, 2, 3, OptionalDouble.of(0.25), 0.5, 0.75, 2, 17)));

    assertThat(again(figures)).isEqualTo(figures);
    assertThat(again(LiveFigures.none())).isEqualTo(LiveFigures.none());
  }

  @Test
  void refusesWhatNoServiceCanShow() {
    assertThatThrownBy(() ->
            LiveJson.read(
                JsonMapper.shared()
                    .readTree(
                        "{\"gc_pauses\": {\"count\": -1, \"total_nanos\": 0, \"longest_nanos\": 0}}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LiveFigures again(LiveFigures figures) {
    return LiveJson.read(JsonMapper.shared().readTree(LiveJson.of(figures).toString()));
  }
}
