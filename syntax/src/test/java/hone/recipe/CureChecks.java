package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;

/// What the tests of all recipes ask of their examples.
final class CureChecks {

  /// Fewest examples of each kind a recipe must have.
  private static final int LEAST = 12;

  private CureChecks() {}

  /// The programs before and after, once every cure has given the text the example shows.
  static List<Pair> curedAsShown(String name) {
    Recipe recipe = Recipes.named(name).orElseThrow();
    List<Pair> pairs = new ArrayList<>();
    SoftAssertions softly = new SoftAssertions();
    for (Cases.Case example : Cases.of(name + ".cures.md").all()) {
      Optional<Cure> cure = Recipes.cure(recipe, example.site(Map.of()));
      String found = cure.map(CureChecks::text).orElse("no cure");
      softly.assertThat(found).as(example.name()).isEqualTo(example.after());
      pairs.add(new Pair(example.name(), example.path(), example.before(), found));
    }
    softly.assertAll();
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(LEAST);
    return pairs;
  }

  /// Every example is refused, in its words.
  static void refusedInWords(String name) {
    Recipe recipe = Recipes.named(name).orElseThrow();
    List<Cases.Case> examples = Cases.of(name + ".refusals.md").all();
    SoftAssertions softly = new SoftAssertions();
    for (Cases.Case example : examples) {
      Optional<Cure> cure = Recipes.cure(recipe, example.siteAmongOthers());
      softly
          .assertThat(cure.map(CureChecks::text).orElse("no cure"))
          .as(example.name())
          .isEqualTo("refused: " + example.says());
    }
    softly.assertAll();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  /// Every example is passed over: nothing there looks like the recipe's shape.
  static void passedOver(String name) {
    Recipe recipe = Recipes.named(name).orElseThrow();
    SoftAssertions softly = new SoftAssertions();
    for (Cases.Case example : Cases.of(name + ".others.md").all()) {
      softly
          .assertThat(Recipes.cure(recipe, example.siteAmongOthers()).map(CureChecks::text))
          .as(example.name())
          .isEmpty();
    }
    softly.assertAll();
  }

  private static String text(Cure cure) {
    return switch (cure) {
      case Cure.Patched patched -> patched.newText();
      case Cure.Refused refused -> "refused: " + refused.reason();
    };
  }

  /// A program and what it became.
  record Pair(String name, String path, String before, String after) {}
}
