package hone.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// An input that remembers its own failures, so that they can be told from those of whoever reads
/// what it gave.
final class Watched extends FilterInputStream {

  private final Set<IOException> failures = Collections.newSetFromMap(new IdentityHashMap<>());

  Watched(InputStream in) {
    super(in);
  }

  /// Whether reading failed with this.
  boolean failed(IOException failure) {
    return failures.contains(failure);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException failure) {
      failures.add(failure);
      throw failure;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException failure) {
      failures.add(failure);
      throw failure;
    }
  }
}
