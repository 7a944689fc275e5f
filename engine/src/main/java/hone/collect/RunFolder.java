package hone.collect;

import hone.collect.CollectFailure.Unwritable;
import hone.input.Printable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that profiles go to.
final class RunFolder {

  private static final long NEEDED_BYTES = 32L << 20;

  private RunFolder() {}

  /// Makes the folder, and sees that it takes a file and has room for profiles.
  static void prepare(Path folder) throws CollectException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "room", ""));
      long freeBytes = Files.getFileStore(folder).getUsableSpace();
      if (freeBytes < NEEDED_BYTES) {
        throw new CollectException(
            new Unwritable(folder, "only " + freeBytes + " bytes are free, and 32 MiB are needed"));
      }
    } catch (IOException refused) {
      throw new CollectException(unwritable(folder, refused));
    }
  }

  static Unwritable unwritable(Path folder, IOException failure) {
    String reason =
        failure instanceof AccessDeniedException
            ? "permission denied"
            : String.valueOf(failure.getMessage());
    return new Unwritable(folder, Printable.of(reason.strip(), CollectFailure.QUOTED));
  }
}
