package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The line that tells how far a large file is, with a clock that the test sets.
class TransferLineTest {

  private static final long SECOND = 1_000_000_000;

  private final StringWriter screen = new StringWriter();
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND / 2);

  private TransferLine line(Terminal terminal) {
    return new TransferLine(new PrintWriter(screen), terminal, clock::get);
  }

  @Test
  void aShortReadingTellsNothing() throws IOException {
    TransferLine line = line(new Terminal(true, true, 80));
    try (InputStream in = line.reading(new ByteArrayInputStream(new byte[100]), "a.pb", 100)) {
      clock.addAndGet(SECOND - 1);
      assertThat(in.readAllBytes()).hasSize(100);
    }

    assertThat(screen).hasToString("");
  }

  @Test
  void aLongReadingTellsItsShareAndLeavesNothingBehind() throws IOException {
    TransferLine line = line(new Terminal(true, true, 80));
    try (InputStream in = line.reading(new ByteArrayInputStream(new byte[200]), "a.pb", 200)) {
      clock.addAndGet(SECOND);
      assertThat(in.readNBytes(50)).hasSize(50);
      assertThat(in.readNBytes(10)).hasSize(10);
      clock.addAndGet(SECOND / 10);
      in.skipNBytes(90);
    }

    assertThat(screen).hasToString("\r\033[Kreading a.pb: 25 %\r\033[Kreading a.pb: 75 %\r\033[K");
  }

  @Test
  void aLongWritingTellsItsBytesAndWritesAll() throws IOException {
    TransferLine line = line(new Terminal(true, true, 30));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (OutputStream out = line.writing(written, "/srv/shop/profiles/monday.pb.gz")) {
      clock.addAndGet(SECOND);
      out.write(new byte[2_500_000]);
    }

    assertThat(written.size()).isEqualTo(2_500_000);
    assertThat(screen).hasToString("\r\033[Kwriting …s/monday.pb.gz: 2 MB\r\033[K");
  }

  @Test
  void whereNobodyLooksNothingIsWritten() {
    InputStream in = new ByteArrayInputStream(new byte[1]);

    assertThat(line(new Terminal(true, false, 80)).reading(in, "a.pb", 1)).isSameAs(in);
  }
}
