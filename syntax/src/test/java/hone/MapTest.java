package hone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The map as a test: which package of syntax may import which, and what of core.
class MapTest {

  private static final JavaClasses SYNTAX =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> location.contains("/syntax/"))
          .importPackages("hone");

  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "syntax", Set.of("finding", "input", "profile"),
          "recipe", Set.of("finding", "input", "syntax"),
          "policy", Set.of("input", "syntax"));

  @Test
  void dataFlowsOneWay() {
    classes()
        .that()
        .resideInAPackage("hone..")
        .should(importOnlyWhatTheMapAllows())
        .allowEmptyShould(true)
        .check(SYNTAX);
  }

  @Test
  void noPackagesImportEachOther() {
    slices().matching("hone.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(SYNTAX);
  }

  @Test
  void theMapNamesWhatItForbids() {
    assertThat(SYNTAX).isNotEmpty();
    assertThat(mayImport("hone.syntax", "hone.recipe")).isFalse();
    assertThat(mayImport("hone.recipe", "hone.syntax")).isTrue();
  }

  private static boolean mayImport(String from, String to) {
    String area = area(from);
    String target = area(to);
    Set<String> allowed = MAY_IMPORT.getOrDefault(area, Set.of());
    return area.equals(target) || allowed.contains(target);
  }

  /// The name right below `hone`.
  private static String area(String packageName) {
    String below = packageName.substring("hone.".length());
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private static ArchCondition<JavaClass> importOnlyWhatTheMapAllows() {
    return new ArchCondition<>("import only what the map allows") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          JavaClass to = dependency.getTargetClass();
          if (isHones(to) && !mayImport(from.getPackageName(), to.getPackageName())) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isHones(JavaClass type) {
    return type.getPackageName().startsWith("hone.");
  }
}
