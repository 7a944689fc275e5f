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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The map as a test: which package of engine may import which. All of core is open to most.
class MapTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> location.contains("/engine/"))
          .importPackages("hone");

  private static final Set<String> CORE =
      Set.of(
          "analysis",
          "bench",
          "claim",
          "clinic",
          "contrast",
          "finding",
          "flame",
          "format",
          "gate",
          "history",
          "input",
          "live",
          "notice",
          "profile",
          "report",
          "schema",
          "service",
          "standard",
          "stat",
          "unit",
          "view");

  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("process", Set.of()),
          Map.entry("sandbox", Set.of("process")),
          Map.entry("load", with(CORE, "process")),
          Map.entry("collect", with(CORE, "process", "load")),
          Map.entry("workspace", Set.of("process", "input", "syntax")),
          Map.entry("measure", with(CORE, "process", "sandbox", "workspace")),
          Map.entry("regression", with(CORE, "process", "workspace")),
          Map.entry("agent", with(CORE, "process")),
          Map.entry("advice", with(CORE, "process", "agent")),
          Map.entry("setup", with(CORE, "process", "workspace", "collect")),
          Map.entry(
              "optimise",
              with(
                  CORE,
                  "process",
                  "sandbox",
                  "workspace",
                  "measure",
                  "agent",
                  "syntax",
                  "recipe",
                  "policy")),
          Map.entry("deliver", with(CORE, "process", "workspace", "measure", "optimise")),
          Map.entry("project", with(CORE, "process", "load", "collect", "workspace", "measure")),
          Map.entry(
              "revision",
              with(
                  CORE,
                  "project",
                  "process",
                  "workspace",
                  "measure",
                  "regression",
                  "syntax",
                  "policy")),
          Map.entry(
              "audit",
              with(
                  CORE,
                  "project",
                  "revision",
                  "advice",
                  "process",
                  "sandbox",
                  "load",
                  "collect",
                  "workspace",
                  "measure",
                  "agent",
                  "optimise",
                  "deliver",
                  "syntax",
                  "recipe",
                  "policy")));

  private static Set<String> with(Set<String> areas, String... more) {
    return Stream.concat(areas.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void dataFlowsOneWay() {
    classes()
        .that()
        .resideInAPackage("hone..")
        .should(importOnlyWhatTheMapAllows())
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void noPackagesImportEachOther() {
    slices().matching("hone.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(ENGINE);
  }

  @Test
  void theMapNamesWhatItForbids() {
    assertThat(ENGINE).isNotEmpty();
    assertThat(mayImport("hone.process", "hone.load")).isFalse();
    assertThat(mayImport("hone.collect", "hone.load")).isTrue();
    assertThat(mayImport("hone.workspace", "hone.audit")).isFalse();
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
