package hone.gate;

import java.util.List;

/// Where to look for the reason of a regression. It decides nothing.
///
/// @param text      kinds of cause, each with what speaks for it, the likeliest first
/// @param functions that the change touches, each with its file
public record LikelyCause(String text, List<String> functions) {
  public LikelyCause {
    functions = List.copyOf(functions);
  }
}
