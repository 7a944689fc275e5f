package hone.regex;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What `\p{…}` may name: categories of Unicode, short and long, and scripts. Case, spaces, hyphens
/// and underscores do not matter.
final class Property {

  /// The categories, with their long names and those of POSIX.
  private static final List<String> CATEGORIES =
      List.of(
          "C Other",
          "Cc Control cntrl",
          "Cf Format",
          "Cn Unassigned",
          "Co Private_Use",
          "Cs Surrogate",
          "L Letter",
          "LC Cased_Letter",
          "Ll Lowercase_Letter",
          "Lm Modifier_Letter",
          "Lo Other_Letter",
          "Lt Titlecase_Letter",
          "Lu Uppercase_Letter",
          "M Mark Combining_Mark",
          "Mc Spacing_Mark",
          "Me Enclosing_Mark",
          "Mn Nonspacing_Mark",
          "N Number",
          "Nd Decimal_Number digit",
          "Nl Letter_Number",
          "No Other_Number",
          "P Punctuation punct",
          "Pc Connector_Punctuation",
          "Pd Dash_Punctuation",
          "Pe Close_Punctuation",
          "Pf Final_Punctuation",
          "Pi Initial_Punctuation",
          "Po Other_Punctuation",
          "Ps Open_Punctuation",
          "S Symbol",
          "Sc Currency_Symbol",
          "Sk Modifier_Symbol",
          "Sm Math_Symbol",
          "So Other_Symbol",
          "Z Separator",
          "Zl Line_Separator",
          "Zp Paragraph_Separator",
          "Zs Space_Separator");

  private static final Map<String, String> SPELLINGS = spellings();

  private Property() {}

  /// The members of a class of this platform that are those of a property.
  static Optional<String> members(String name) {
    return Optional.ofNullable(SPELLINGS.get(plain(name)));
  }

  private static Map<String, String> spellings() {
    Map<String, String> spellings = new HashMap<>();
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      spellings.put(plain(script.name()), "\\p{Is" + script.name() + "}");
    }
    // In Go it is no script that characters without one have.
    spellings.remove("unknown");
    for (String names : CATEGORIES) {
      for (String name : names.split(" ", -1)) {
        spellings.put(plain(name), "\\p{" + names.substring(0, names.indexOf(' ')) + "}");
      }
    }
    spellings.put("any", "\\x{0}-\\x{10FFFF}");
    spellings.put("assigned", "\\P{Cn}");
    spellings.put("ascii", "\\x{0}-\\x{7F}");
    return spellings;
  }

  private static String plain(String name) {
    return name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
  }
}
