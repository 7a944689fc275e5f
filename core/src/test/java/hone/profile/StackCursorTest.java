package hone.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StackCursorTest {

  @Test
  void findsTheNodesThatLookingUpFrameByFrameFinds() {
    SplittableRandom random = new SplittableRandom(1);
    StackTable table = new StackTable();
    StackCursor cursor = new StackCursor(table);
    for (int stack = 0; stack < 5_000; stack++) {
      cursor.back(random.nextInt(cursor.depth() + 1));
      while (random.nextInt(8) > 0) {
        int above = cursor.node();
        int leaf = random.nextInt(5);
        cursor.push(leaf);
        assertThat(cursor.node()).isEqualTo(table.node(leaf, above));
      }
      assertThat(depth(table, cursor.node())).isEqualTo(cursor.depth());
    }
  }

  @Test
  void standsAboveTheOutermostFrameAtFirst() {
    StackCursor cursor = new StackCursor(new StackTable());

    assertThat(cursor.node()).isEqualTo(Profile.NONE);
    assertThatThrownBy(() -> cursor.back(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int depth(StackTable table, int node) {
    int depth = 0;
    for (int at = node; at != Profile.NONE; at = table.caller(at)) {
      depth++;
    }
    return depth;
  }
}
