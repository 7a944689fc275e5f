package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.workspace.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A file that the user named to be written; `-` is standard output.
///
/// A device or a pipe is written to and stays what it is: to rename a file onto a device takes the
/// device away from every program of the machine. Of links only those to the streams of this very
/// process are followed. Any other is replaced: a repository may have planted it.
final class NamedFile {

  private static final Set<String> STANDARD_OUTPUT = Set.of("-", "/dev/stdout", "/dev/fd/1");
  private static final String STANDARD_ERROR = "/dev/stderr";
  private static final String OPEN_FILES = "/dev/fd/";

  /// What is to be in a file.
  @FunctionalInterface
  interface Content {
    void to(OutputStream out) throws IOException, Refusal;
  }

  private NamedFile() {}

  /// Writes a text, in place of what was there.
  ///
  /// @param out standard output
  /// @throws Refusal if it cannot be written
  static void write(PrintWriter out, Path file, String text) throws Refusal {
    if (isStandardOutput(file)) {
      out.print(text);
    } else {
      write(file, stream -> stream.write(text.getBytes(UTF_8)));
    }
  }

  /// Writes what may be too long for a text, in place of what was there.
  ///
  /// @throws Refusal if it cannot be written
  static void write(Path file, Content content) throws Refusal {
    try {
      if (isStandardOutput(file)) {
        // Opened anew, it would begin again where a file has what was said meanwhile.
        content.to(new KeptOpen(new FileOutputStream(FileDescriptor.out)));
      } else if (isStream(file)) {
        write(file, content, StandardOpenOption.APPEND);
      } else {
        replace(file, content);
      }
    } catch (IOException failure) {
      if (isStream(file) && ProcessOutput.isReaderGone(failure)) {
        return;
      }
      throw Refusal.tool(file + ": cannot be written: " + reason(failure));
    }
  }

  /// Refuses what no file can take the place of, before long work is done for it.
  static void requireNoDirectory(Path file) throws Refusal {
    if (Files.isDirectory(file)) {
      throw Refusal.input(file + ": is a directory; name a file in it");
    }
  }

  /// Whether it is a device, a pipe or a stream of this process, so that nothing there can be
  /// replaced or read.
  static boolean isStream(Path file) {
    String name = file.toAbsolutePath().normalize().toString();
    return isStandardOutput(file)
        || name.equals(STANDARD_ERROR)
        || name.startsWith(OPEN_FILES)
        || isOther(file);
  }

  /// Whether it is `-` or another name of standard output.
  static boolean isStandardOutput(Path file) {
    return STANDARD_OUTPUT.contains(file.toString());
  }

  /// Whether it is a stream of this process that a person looks at.
  static boolean isTerminal(Path file, Terminal terminal) {
    return file.toString().equals(STANDARD_ERROR)
        ? terminal.errors()
        : isStandardOutput(file) && terminal.output();
  }

  /// Standard output belongs to the process, not to who writes to it.
  private static final class KeptOpen extends FilterOutputStream {

    KeptOpen(OutputStream kept) {
      super(kept);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static boolean isOther(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    } catch (IOException notThere) {
      return false;
    }
  }

  private static void write(Path file, Content content, OpenOption... options)
      throws IOException, Refusal {
    try (OutputStream out = Files.newOutputStream(file, options)) {
      content.to(out);
    }
  }

  /// Writes beside the file first, so that a file that is there is whole at any time.
  private static void replace(Path file, Content content) throws IOException, Refusal {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      Files.createDirectories(parent);
    }
    try (Draft draft = Draft.of(absolute)) {
      write(draft.path(), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      draft.replace(absolute);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException there -> there.getFile() + " is no directory";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
