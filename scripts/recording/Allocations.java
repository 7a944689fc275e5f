/** Allocates as fast as it can, from forty depths of stack: what fills a recording with events. */
public final class Allocations {

  private static volatile Object sink;

  public static void main(String[] arguments) {
    long until = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
    while (System.nanoTime() < until) {
      for (int depth = 0; depth < 1_000; depth++) {
        allocate(depth % 40);
      }
    }
  }

  private static void allocate(int depth) {
    if (depth > 0) {
      allocate(depth - 1);
      return;
    }
    sink = new byte[120_000];
    sink = new int[30_000];
  }
}
