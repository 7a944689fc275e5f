package hone.recipe;

import hone.syntax.SourceLanguage;
import java.util.List;

/// A known cure for a known cost, as its page tells it.
///
/// @param name       unique, as its page is named
/// @param languages  what it can be applied to
/// @param category   kind of cost, in the words of the findings: `algorithmic`, `allocation` …
/// @param callees    functions that stand below the hot line in a profile, as the profiler names
///     them; the last element of a name may be cut short
/// @param gain       what was measured, in words
/// @param risk       `low` where the preconditions prove that nothing else changes
/// @param title      what to do
/// @param what       why it costs and what to do instead
/// @param before     the shape
/// @param after      the shape cured
/// @param leaveAlone when not to take it
/// @param source     what says so
/// @param page       the page itself, front matter left out, for people and agents
public record Recipe(
    String name,
    List<SourceLanguage> languages,
    String category,
    List<String> callees,
    String gain,
    String risk,
    String title,
    String what,
    String before,
    String after,
    String leaveAlone,
    String source,
    String page) {

  public Recipe {
    languages = List.copyOf(languages);
    callees = List.copyOf(callees);
  }
}
