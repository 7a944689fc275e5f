package hone.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackTableTest {

  @Test
  void findsWhatWasAppended() {
    StackTable table = new StackTable();
    int caller = Profile.NONE;
    for (int leaf = 0; leaf < 10_000; leaf++) {
      caller = leaf % 3 == 0 ? table.node(leaf, caller) : table.append(leaf, caller);
    }

    caller = Profile.NONE;
    for (int leaf = 0; leaf < 10_000; leaf++) {
      caller = table.node(leaf, caller);
      assertThat(table.leaf(caller)).isEqualTo(leaf);
      assertThat(table.caller(caller)).isEqualTo(leaf - 1);
    }
    assertThat(table.size()).isEqualTo(10_000);
  }

  @Test
  void refusesACallerThatThereIsNot() {
    StackTable table = new StackTable();

    assertThatThrownBy(() -> table.node(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.append(-1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
