package hone.regex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A set of characters, as it grows, in the spelling of this platform.
final class CharacterClass {

  /// The classes of one letter: digits, spaces and what words are made of, in ASCII.
  private static final Map<Character, String> PERL =
      Map.of('d', "09", 's', "\t\n\f\r  ", 'w', "09AZ__az");

  /// The classes with a name, as pairs of first and last.
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alnum", "09AZaz"),
          Map.entry("alpha", "AZaz"),
          Map.entry("ascii", "\0\u007f"),
          Map.entry("blank", "\t\t  "),
          Map.entry("cntrl", "\0\u001f\u007f\u007f"),
          Map.entry("digit", "09"),
          Map.entry("graph", "!~"),
          Map.entry("lower", "az"),
          Map.entry("print", " ~"),
          Map.entry("punct", "!/:@[`{~"),
          Map.entry("space", "\t\r  "),
          Map.entry("upper", "AZ"),
          Map.entry("word", "09AZ__az"),
          Map.entry("xdigit", "09AFaf"));

  private final boolean anyCase;
  private final StringBuilder members = new StringBuilder();

  /// An empty set.
  ///
  /// @param anyCase whether what is added is there in any case
  CharacterClass(boolean anyCase) {
    this.anyCase = anyCase;
  }

  /// Adds the characters from one to another, these too.
  void add(int first, int last) {
    append(first, last);
    if (anyCase) {
      CaseFolding.all()
          .forEach((character, equals) -> {
            if (character >= first && character <= last) {
              appendOutside(equals, first, last);
            }
          });
    }
  }

  private void appendOutside(List<Integer> characters, int first, int last) {
    for (int character : characters) {
      if (character < first || character > last) {
        append(character, character);
      }
    }
  }

  private void append(int first, int last) {
    members.append(spelled(first));
    if (last > first) {
      members.append('-').append(spelled(last));
    }
  }

  /// Adds the class of a letter such as `d`, or with `D` all others.
  ///
  /// @return whether there is such a class
  boolean addLetter(char letter) {
    char lower = Character.toLowerCase(letter);
    return addPairs(Optional.ofNullable(PERL.get(lower)), letter != lower);
  }

  /// Adds a class with a name such as `alpha`, or with `^alpha` all others.
  ///
  /// @return whether there is such a class
  boolean addNamed(String name) {
    boolean others = name.startsWith("^");
    return addPairs(Optional.ofNullable(POSIX.get(others ? name.substring(1) : name)), others);
  }

  private boolean addPairs(Optional<String> pairs, boolean others) {
    CharacterClass all = new CharacterClass(anyCase);
    String known = pairs.orElse("");
    for (int at = 0; at < known.length(); at += 2) {
      all.add(known.charAt(at), known.charAt(at + 1));
    }
    members.append(others ? all.text(true) : all.members);
    return pairs.isPresent();
  }

  /// Adds what has a property of Unicode, or all others.
  ///
  /// @return whether there is such a property
  boolean addProperty(String name, boolean others) {
    Optional<String> property = Property.members(name);
    if (property.isEmpty()) {
      return false;
    }
    CharacterClass all = new CharacterClass(false);
    all.members.append(property.get());
    if (anyCase) {
      Pattern pattern = Pattern.compile("[" + property.get() + "]");
      CaseFolding.all()
          .forEach((character, equals) -> {
            if (!matches(pattern, character)
                && equals.stream().anyMatch(equal -> matches(pattern, equal))) {
              all.append(character, character);
            }
          });
    }
    members.append(others ? all.text(true) : all.members);
    return true;
  }

  private static boolean matches(Pattern pattern, int character) {
    return pattern.matcher(Character.toString(character)).matches();
  }

  /// The set, or all characters that are not in it.
  String text(boolean others) {
    return (others ? "[^" : "[") + members + "]";
  }

  /// One character.
  static String spelled(int character) {
    return character < 0x80 && Character.isLetterOrDigit(character)
        ? Character.toString(character)
        : "\\x{" + Integer.toHexString(character) + "}";
  }
}
