package hone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The map as a test: which package of core may import which, and what none of them may touch.
class MapTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> location.contains("/core/"))
          .importPackages("hone");

  private static final Set<String> ALL =
      Set.of(
          "analysis",
          "bench",
          "benchstat",
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
          "regex",
          "report",
          "schema",
          "service",
          "standard",
          "stat",
          "table",
          "unit",
          "view");

  /// What the packages below `hone` may import of each other. A package below one of these, such as
  /// `format.pprof`, may import what that one may, and that one itself.
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("unit", Set.of()),
          Map.entry("table", Set.of()),
          Map.entry("regex", Set.of()),
          Map.entry("input", Set.of("regex", "table")),
          Map.entry("stat", Set.of()),
          Map.entry("profile", Set.of("table", "unit")),
          Map.entry("format", Set.of("clinic", "input", "profile", "table", "unit")),
          Map.entry("analysis", Set.of("profile", "unit")),
          Map.entry("service", Set.of("input", "unit")),
          Map.entry("standard", Set.of("input", "service", "unit")),
          Map.entry(
              "finding",
              Set.of("analysis", "input", "live", "profile", "service", "standard", "unit")),
          Map.entry("live", Set.of("clinic", "standard", "stat", "unit")),
          Map.entry(
              "claim", Set.of("analysis", "finding", "input", "profile", "schema", "unit", "view")),
          Map.entry("clinic", Set.of("input")),
          Map.entry("contrast", Set.of("analysis", "input", "profile", "stat", "unit", "view")),
          Map.entry("flame", Set.of("analysis", "input", "profile", "unit")),
          Map.entry("schema", Set.of("input")),
          Map.entry("bench", Set.of("input", "unit")),
          Map.entry("benchstat", Set.of("bench", "input", "stat")),
          Map.entry("gate", Set.of("bench", "input", "service", "stat", "standard", "unit")),
          Map.entry("history", Set.of("bench", "stat", "unit")),
          Map.entry("notice", Set.of("gate", "input", "unit")),
          Map.entry("view", Set.of("analysis", "input", "profile", "unit")),
          Map.entry("report", ALL));

  @Test
  void dataFlowsOneWay() {
    classes()
        .that()
        .resideInAPackage("hone..")
        .should(importOnlyWhatTheMapAllows())
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void noPackagesImportEachOther() {
    slices().matching("hone.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(CORE);
  }

  @Test
  void theCoreTouchesNothingOutside() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "is a process, a socket, a database, a thread, a clock or the environment",
                MapTest::isOutside))
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void randomnessIsSeededButWhereNobodyMayKnowIt() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("hone.table.Spread")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("is randomness without a seed", MapTest::isUnseeded))
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void theMapNamesWhatItForbids() {
    assertThat(CORE).isNotEmpty();
    assertThat(mayImport("hone.profile", "hone.format")).isFalse();
    assertThat(mayImport("hone.profile", "hone.unit")).isTrue();
    assertThat(mayImport("hone.format.pprof", "hone.format")).isTrue();
    assertThat(mayImport("hone.format.pprof", "hone.format.speedscope")).isFalse();
    assertThat(mayImport("hone.format", "hone.format.pprof")).isFalse();
    assertThat(mayImport("hone.finding", "hone.report")).isFalse();
    assertThat(mayImport("hone.nowhere", "hone.unit")).isFalse();
  }

  private static boolean isOutside(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String member = owner + "." + access.getTarget().getName();
    boolean socket = owner.startsWith("java.net.") && !owner.startsWith("java.net.UR");
    return socket
        || owner.startsWith("java.sql.")
        || Set.of(
                "java.lang.Process",
                "java.lang.ProcessBuilder",
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.Thread$Builder",
                "java.util.concurrent.Executors")
            .contains(owner)
        || Set.of(
                "java.lang.System.nanoTime",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.getenv",
                "java.lang.System.getProperty",
                "java.lang.System.exit",
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone")
            .contains(member);
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    boolean generator =
        owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom");
    boolean withoutSeed =
        access instanceof JavaConstructorCall call
            && call.getTarget().getRawParameterTypes().isEmpty();
    return (generator && withoutSeed)
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || (owner.equals("java.lang.Math") && access.getTarget().getName().equals("random"))
        || (owner.equals("java.util.UUID") && access.getTarget().getName().equals("randomUUID"));
  }

  private static boolean mayImport(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    String area = area(from);
    if (to.equals("hone." + area)) {
      return true;
    }
    Set<String> allowed = MAY_IMPORT.getOrDefault(area, Set.of());
    return to.equals("hone." + area(to)) && allowed.contains(area(to));
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
