package hone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream of this process that remembers whether all that was written to it arrived.
///
/// The writers above it pass over failures, so that a result that did not fit on the disk would look
/// like one that did.
final class ProcessOutput extends OutputStream {

  /// What the operating system calls a reader that wants no more.
  private static final String READER_GONE = "Broken pipe";

  private final OutputStream stream;
  private @Nullable IOException failure;

  ProcessOutput(OutputStream stream) {
    this.stream = stream;
  }

  /// Why something did not arrive; empty where it did, or where the reader had read enough, as in
  /// `hone top | head`.
  Optional<String> loss() {
    return Optional.ofNullable(failure)
        .filter(lost -> !isReaderGone(lost))
        .map(IOException::getMessage);
  }

  /// Whether writing failed because the reader had read enough, which is nobody's fault.
  static boolean isReaderGone(IOException failure) {
    return failure.getMessage() != null && failure.getMessage().contains(READER_GONE);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int count) throws IOException {
    try {
      stream.write(octets, from, count);
    } catch (IOException lost) {
      throw kept(lost);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      stream.flush();
    } catch (IOException lost) {
      throw kept(lost);
    }
  }

  private IOException kept(IOException lost) {
    if (failure == null) {
      failure = lost;
    }
    return lost;
  }
}
