package hone.gate;

import java.util.List;

/// Where to look for the reason of a regression. It decides nothing.
///
/// @param text      kind of cause, a colon, and what speaks for it
/// @param functions that the change touches, each with its file
public record LikelyCause(String text, List<String> functions) {
  public LikelyCause {
    functions = List.copyOf(functions);
  }
}
