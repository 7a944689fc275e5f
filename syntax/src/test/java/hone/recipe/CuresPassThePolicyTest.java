package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import hone.policy.FileChange;
import hone.policy.PatchReview;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CuresPassThePolicyTest {

  static List<Recipe> all() {
    return Recipes.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noCureOfARecipeIsObjectedTo(Recipe recipe) {
    for (Cases.Case cure : Cases.of(recipe.name() + ".cures.md").all()) {
      FileChange change = FileChange.of(cure.path(), cure.before(), cure.after());

      assertThat(PatchReview.of(List.of(change), Map.of()).objections()).as(cure.name()).isEmpty();
    }
  }
}
