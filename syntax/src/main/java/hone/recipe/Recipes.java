package hone.recipe;

import hone.input.FormatException;
import hone.syntax.Edit;
import hone.syntax.SourceFile;
import hone.syntax.SourceLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All recipes there are.
public final class Recipes {

  private static final Map<Recipe, Matcher> SHIPPED = shipped();

  private Recipes() {}

  private static Map<Recipe, Matcher> shipped() {
    Map<Recipe, Matcher> recipes = new LinkedHashMap<>();
    recipes.put(RecipePage.shipped("go-regexp-hoist"), new GoRegexpHoist());
    recipes.put(RecipePage.shipped("python-json-dump"), new PythonJsonDump());
    recipes.put(RecipePage.shipped("node-includes-set"), new NodeIncludesSet());
    recipes.put(RecipePage.shipped("java-string-builder"), new JavaStringBuilder());
    return recipes;
  }

  public static List<Recipe> all() {
    return List.copyOf(SHIPPED.keySet());
  }

  public static Optional<Recipe> named(String name) {
    return SHIPPED.keySet().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  /// What the recipes say to a line of a file, whose neighbours are unknown.
  ///
  /// @param line from 1
  /// @return one cure a recipe whose shape the line has; none for a file of no known language
  /// @throws FormatException for the reasons of [SourceFile#of]
  public static List<Cure> cures(String path, String text, int line) throws FormatException {
    return SourceLanguage.of(path).isEmpty() ? List.of() : cures(Site.of(path, text, line));
  }

  /// What the recipes say to a line.
  public static List<Cure> cures(Site site) {
    List<Cure> cures = new ArrayList<>();
    SHIPPED.forEach((recipe, matcher) -> {
      if (recipe.languages().contains(site.file().language())) {
        cure(recipe, matcher, site).ifPresent(cures::add);
      }
    });
    return List.copyOf(cures);
  }

  /// What one recipe says to a line; empty where the line does not have its shape.
  public static Optional<Cure> cure(Recipe recipe, Site site) {
    Matcher matcher = SHIPPED.get(recipe);
    if (matcher == null) {
      throw new IllegalArgumentException("no shipped recipe: " + recipe.name());
    }
    return recipe.languages().contains(site.file().language())
        ? cure(recipe, matcher, site)
        : Optional.empty();
  }

  private static Optional<Cure> cure(Recipe recipe, Matcher matcher, Site site) {
    try {
      Refusal.unless(
          !site.file().isBrokenNear(site.line()),
          "the file cannot be parsed near line " + site.line());
      Optional<Patch> patch = matcher.patch(site);
      if (patch.isEmpty()) {
        return Optional.empty();
      }
      Ownership.check(site.file());
      SourceFile cured = Edit.apply(site.file(), patch.get().edits());
      return Optional.of(new Cure.Patched(recipe, cured.text(), patch.get().explanation()));
    } catch (Refusal refusal) {
      return Optional.of(new Cure.Refused(recipe, refusal.reason()));
    } catch (FormatException broken) {
      return Optional.of(new Cure.Refused(recipe, String.valueOf(broken.getMessage())));
    }
  }
}
