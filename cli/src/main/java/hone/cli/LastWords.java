package hone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a command that started programs says when it is interrupted.
///
/// Ctrl-C ends those programs; the command then says what became of it, for which the process has
/// to live a moment longer. A command that only looks at files has nothing to say and ends at once.
final class LastWords {

  /// How long they may take.
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final AtomicBoolean DUE = new AtomicBoolean();

  private final CountDownLatch said = new CountDownLatch(1);

  private LastWords() {}

  /// Those of this process.
  static LastWords ofThisProcess() {
    LastWords words = new LastWords();
    Thread hook = Thread.ofPlatform().name("last words").unstarted(words::await);
    Runtime.getRuntime().addShutdownHook(hook);
    return words;
  }

  /// From now on an interruption is told.
  static void due() {
    DUE.set(true);
  }

  /// Nothing more comes.
  void said() {
    said.countDown();
  }

  private void await() {
    try {
      if (DUE.get()) {
        said.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
