package hone.jmh;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.SplittableRandom;

/// A made-up call tree, the same for every benchmark: each stack is one sample.
final class Tree {

  private static final int STACKS = 20_000;
  private static final int FUNCTIONS = 2_000;
  private static final int DEEPEST = 60;

  private Tree() {}

  static Profile profile() {
    SplittableRandom random = new SplittableRandom(42);
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    int[] stacks = new int[STACKS];
    int[] depths = new int[STACKS];
    for (int stack = 0; stack < STACKS; stack++) {
      int caller = stack == 0 ? Profile.NONE : caller(random, stack, depths);
      depths[stack] = caller == Profile.NONE ? 1 : depths[caller] + 1;
      String name = "shop/orders.(*Order).method" + random.nextInt(FUNCTIONS);
      stacks[stack] =
          builder.stack(
              builder.frame(Frame.named(name)),
              caller == Profile.NONE ? Profile.NONE : stacks[caller]);
      builder.sample(stacks[stack], 1);
    }
    return builder.build(Recording.of("tree"), 0);
  }

  private static int caller(SplittableRandom random, int stack, int[] depths) {
    int caller = random.nextInt(4) > 0 ? stack - 1 : random.nextInt(stack);
    while (depths[caller] >= DEEPEST) {
      caller = random.nextInt(stack);
    }
    return caller;
  }
}
