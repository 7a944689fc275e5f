package hone.process;

import java.util.List;
import java.util.Optional;

/// What a program wrote to one of its streams, as far as it was kept.
///
/// @param text      UTF-8, with a replacement character for what is not; the end of it where it was
///                  too long
/// @param byteCount how much was written in all
/// @param whole     whether `text` is all of it
/// @param unwritten why the file that was to hold all of it does not
public record Captured(String text, long byteCount, boolean whole, Optional<String> unwritten) {

  /// The last lines that are not blank, oldest first.
  public List<String> lastLines(int count) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
