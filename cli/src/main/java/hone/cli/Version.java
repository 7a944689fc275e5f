package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, as the build wrote it down.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"hone " + text()};
  }

  /// For example `0.1.0`.
  static String text() throws IOException {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new FileNotFoundException("version.txt is not in the archive of hone");
      }
      return new String(text.readAllBytes(), UTF_8).strip();
    }
  }
}
