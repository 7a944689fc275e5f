package hone.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Characters that are the same but for their case: `k`, `K` and the sign for Kelvin.
///
/// @see <a href="https://pkg.go.dev/unicode#SimpleFold">Go, unicode.SimpleFold</a>
final class CaseFolding {

  /// Beyond this no character has a case.
  private static final int LIMIT = 0x20000;

  private static final int DOTTED_I = 0x130;
  private static final int DOTLESS_I = 0x131;

  /// Each character that has equals, with all of them and itself.
  private static final Map<Integer, List<Integer>> EQUALS = equalCharacters();

  private CaseFolding() {}

  /// The characters that are equal to one, itself among them.
  static List<Integer> equalTo(int character) {
    return EQUALS.getOrDefault(character, List.of(character));
  }

  /// All characters that have equals, with these.
  static Map<Integer, List<Integer>> all() {
    return EQUALS;
  }

  private static Map<Integer, List<Integer>> equalCharacters() {
    Map<Integer, List<Integer>> folded = new HashMap<>();
    for (int character = 0; character < LIMIT; character++) {
      int lower = Character.toLowerCase(Character.toUpperCase(character));
      // The two of Turkish are equal to nothing, whatever they become.
      if (character != DOTTED_I && character != DOTLESS_I) {
        folded.computeIfAbsent(lower, _ -> new ArrayList<>()).add(character);
      }
    }
    Map<Integer, List<Integer>> equals = new TreeMap<>();
    for (List<Integer> characters : folded.values()) {
      if (characters.size() > 1) {
        characters.forEach(character -> equals.put(character, List.copyOf(characters)));
      }
    }
    return equals;
  }
}
