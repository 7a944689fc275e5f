package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  @Test
  void givesTheBytesOfTheStreamInOrder() throws IOException {
    byte[] bytes = bytes();
    try (InputStream ahead = ReadAhead.of(new ByteArrayInputStream(bytes))) {
      assertThat(ahead.readAllBytes()).isEqualTo(bytes);
      assertThat(ahead.read()).isEqualTo(-1);
    }
  }

  @Test
  void failsWhereTheStreamFailsAndNotBefore() throws IOException {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    byte[] bytes = bytes();
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(bytes), failing);
    try (InputStream ahead = ReadAhead.of(whole)) {
      assertThat(ahead.readNBytes(bytes.length)).isEqualTo(bytes);
      assertThatThrownBy(ahead::read)
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
    }
  }

  @Test
  void closesTheStreamThoughNobodyReadItToTheEnd() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream noticing =
        new ByteArrayInputStream(bytes()) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    ReadAhead.of(noticing).close();

    assertThat(closed).isTrue();
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[3 << 20];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }
}
