package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.analysis.SourceTree;
import hone.input.Source;
import hone.profile.Profile;
import hone.service.Language;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalystTest {

  private static final String LINES = "line\n".repeat(100);

  private static final SourceTree GO =
      tree(Map.of("go.mod", "module example.com/shop\n", "web/page.go", LINES, "main.go", LINES));
  private static final SourceTree JAVA =
      tree(Map.of("src/main/java/shop/Invoices.java", LINES, "src/main/java/shop/App.java", LINES));
  private static final SourceTree PYTHON = tree(Map.of("orders/app.py", LINES));
  private static final SourceTree NODE = tree(Map.of("lib/search.js", LINES));

  @Test
  void namesTheLineThatCompilesARegularExpressionInGo() {
    Finding finding =
        go("""
        net/http.(*conn).serve > example.com/shop/web.Render@/srv/shop/web/page.go:41 > regexp.MustCompile > regexp.compile > regexp/syntax.Parse > runtime.mallocgc 600
        net/http.(*conn).serve > example.com/shop/web.Render@/srv/shop/web/page.go:42 > strings.Index 400
        net/http.(*conn).serve > example.com/shop/web.Render@/srv/shop/web/page.go:41 > regexp.MustCompile > strings.(*Builder).grow > runtime.growslice 500
        """)
            .hotspots()
            .getFirst();

    assertThat(finding.file()).isEqualTo("web/page.go");
    assertThat(finding.line()).isEqualTo(41);
    assertThat(finding.category()).isEqualTo(Category.ALGORITHMIC);
    assertThat(finding.rule()).isEqualTo("go-regexp-compile");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.evidence()).isEqualTo(Evidence.PROOF);
    assertThat(finding.share()).isEqualTo(1100 / 1500.0);
    assertThat(finding.selfShare()).isZero();
    assertThat(finding.sampleCount()).isEqualTo(1100);
    assertThat(finding.suggestedApproach()).contains("package-level variable");
    assertThat(finding.callPath()).containsExactly("example.com/shop/web.Render (web/page.go:41)");
    assertThat(finding.boundary())
        .containsExactly(new Finding.Callee("regexp.MustCompile", 1100 / 1500.0));
  }

  @Test
  void chargesSerialisationBeforeTheAllocationsItMakes() {
    assertThat(
            go("main.main@main.go:5 > encoding/json.Marshal > runtime.mallocgc 100")
                .hotspots()
                .getFirst()
                .category())
        .isEqualTo(Category.SERIALISATION);
  }

  @Test
  void takesLeavesOfTheRuntimeWhereNothingElseIsCalled() {
    assertThat(category("main.main@main.go:5 > runtime.concatstrings > runtime.memmove 100"))
        .isEqualTo(Category.ALLOCATION);
    assertThat(category("main.main@main.go:5 > runtime.memmove 100"))
        .isEqualTo(Category.ALGORITHMIC);
    assertThat(category("main.main@main.go:5 > runtime.mapaccess1_faststr 100"))
        .isEqualTo(Category.ALGORITHMIC);
    assertThat(category("main.main@main.go:5 > os.ReadFile > syscall.Syscall 100"))
        .isEqualTo(Category.IO_WAIT);
    assertThat(category("main.main@main.go:5 > sync.(*Mutex).lockSlow > runtime.semacquire1 100"))
        .isEqualTo(Category.LOCK_CONTENTION);
  }

  @Test
  void capsWhatACpuProfileCanOnlyHintAt() {
    Finding finding =
        go("main.main@main.go:5 > os.ReadFile > syscall.Syscall 1000").hotspots().getFirst();

    assertThat(finding.evidence()).isEqualTo(Evidence.PROXY);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void provesAllocationByTheAllocationsOfTheSameLine() {
    String line = "shop.App.serve@shop/App.java:7 > shop.Invoices.text@shop/Invoices.java:88";
    Profile cpu =
        Stacks.cpu(
            line
                + " > java.lang.invoke.LambdaForm$MH.0x0a.invoke >"
                + " java.lang.StringConcatHelper.simpleConcat > java.util.Arrays.copyOfRange 300\n"
                + line
                + " > java.lang.invoke.LambdaForm$MH.0x0a.linkToTargetMethod 150\n"
                + line
                + " > jdk.internal.util.ArraysSupport.mismatch 50\n"
                + "shop.App.serve@shop/App.java:9 > java.util.HashMap.get 400\n");
    Profile bytes =
        Stacks.allocations(
            line + " > java.lang.StringConcatHelper.newArray 900\nshop.App.a@shop/App.java:9 100");

    Finding without = findings(JAVA, Language.JAVA, List.of(cpu(cpu))).hotspots().getLast();
    Finding with =
        findings(
                JAVA,
                Language.JAVA,
                List.of(cpu(cpu), new ProfileOf(ProfileKind.MEMORY, bytes, "allocs")))
            .hotspots()
            .getFirst();

    assertThat(List.of(with, without))
        .allSatisfy(finding -> {
          assertThat(finding.file()).isEqualTo("src/main/java/shop/Invoices.java");
          assertThat(finding.line()).isEqualTo(88);
          assertThat(finding.category()).isEqualTo(Category.ALLOCATION);
          assertThat(finding.rule()).isEqualTo("java-string-concat");
        });
    assertThat(without.evidence()).isEqualTo(Evidence.PROXY);
    assertThat(without.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(with.evidence()).isEqualTo(Evidence.PROOF);
    assertThat(with.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(with.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(with.memoryShare().orElseThrow()).isEqualTo(0.9);
  }

  @Test
  void listsAllocationSitesThatCostNoTimeBelowTheOthers() {
    Profile cpu = Stacks.cpu("main.main@main.go:5 1000");
    Profile bytes = Stacks.allocations("main.main@main.go:9 > runtime.mallocgc 40000");
    List<Finding> hotspots =
        findings(
                GO,
                Language.GO,
                List.of(cpu(cpu), new ProfileOf(ProfileKind.MEMORY, bytes, "allocs")))
            .hotspots();

    assertThat(hotspots).extracting(Finding::line).containsExactly(5, 9);
    assertThat(hotspots.get(1).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(hotspots.get(1).profile()).isEqualTo(ProfileKind.MEMORY);
  }

  @Test
  void raisesAllocationSitesWhereTheBudgetIsBroken() throws IOException {
    // 600,000 KiB in 30 s are 20.5 MB/s.
    Profile bytes = Stacks.allocations("main.main@main.go:9 > runtime.mallocgc 20000\n".repeat(30));
    Standards standards =
        Standards.read(
            Source.of(
                "AGENTS.md",
                "# Performance Engineering Standards\n- Allocation rate budget: <10MB/s for Go\n"
                    .getBytes(StandardCharsets.UTF_8)));
    Finding finding =
        Analyst.findings(
                List.of(new ProfileOf(ProfileKind.MEMORY, bytes, "allocs")),
                GO,
                service(Language.GO),
                standards,
                Conditions.underLoad())
            .hotspots()
            .getFirst();

    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.caveats())
        .containsExactly(
            "the service breaks its budget: allocation rate at most 10 MB/s (go); raised one step");
  }

  @Test
  void knowsSerialisationInPython() {
    Finding finding =
        findings(
                PYTHON,
                Language.PYTHON,
                List.of(
                    cpu(
                        Stacks.cpu(
                            """
                            run@uvicorn/server.py:60 > invoice@orders/app.py:30 > dump@/usr/lib/python3.11/json/__init__.py:179 > _iterencode@/usr/lib/python3.11/json/encoder.py:431 50
                            run@uvicorn/server.py:60 > invoice@orders/app.py:31 50
                            """))))
            .hotspots()
            .getFirst();

    assertThat(finding.line()).isEqualTo(30);
    assertThat(finding.category()).isEqualTo(Category.SERIALISATION);
    assertThat(finding.rule()).isEqualTo("python-json");
  }

  @Test
  void takesALineThatRunsItselfForAlgorithmicAndLeavesIdleTimeOut() {
    Findings findings =
        findings(
            NODE,
            Language.NODE,
            List.of(
                cpu(
                    Stacks.cpu(
                        """
                        (root) > (idle) 5000
                        (root) > (program) 200
                        (root) > emit@node:events:500 > search@file:///srv/shop/lib/search.js:12 80
                        (root) > emit@node:events:500 20
                        """))));
    Finding finding = findings.hotspots().getFirst();

    assertThat(finding.line()).isEqualTo(12);
    assertThat(finding.share()).isEqualTo(0.8);
    assertThat(finding.category()).isEqualTo(Category.ALGORITHMIC);
    assertThat(finding.rule()).isEqualTo("application-self");
    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(findings.summary())
        .contains("20.0 % lies outside application code (streams 20.0 %)");
  }

  @Test
  void readsTheTextOfALineWhoseBuiltInsHaveNoFrames() {
    SourceTree tree =
        tree(
            Map.of(
                "lib/search.js",
                "function copy(x) {\n  return JSON.parse(JSON.stringify(x));\n}\n"));
    Finding finding =
        findings(
                tree,
                Language.NODE,
                List.of(cpu(Stacks.cpu("(root) > copy@file:///srv/shop/lib/search.js:2 80"))))
            .hotspots()
            .getFirst();

    assertThat(finding.category()).isEqualTo(Category.SERIALISATION);
    assertThat(finding.rule()).isEqualTo("node-json-text");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void believesCopyingThatCpuTimeShowsByItself() {
    Finding finding =
        findings(
                PYTHON,
                Language.PYTHON,
                List.of(
                    cpu(
                        Stacks.cpu(
                            "show@orders/app.py:8 > deepcopy@/usr/lib/python3.11/copy.py:128"
                                + " 100"))))
            .hotspots()
            .getFirst();

    assertThat(finding.category()).isEqualTo(Category.ALLOCATION);
    assertThat(finding.evidence()).isEqualTo(Evidence.PROOF);
  }

  @Test
  void countsRecursionOnce() {
    Finding finding =
        go("""
        main.walk@main.go:5 > main.walk@main.go:5 > main.walk@main.go:5 60
        main.main@main.go:9 40
        """)
            .hotspots()
            .getFirst();

    assertThat(finding.share()).isEqualTo(0.6);
    assertThat(finding.sampleCount()).isEqualTo(60);
  }

  @Test
  void neverCallsAProfileWithoutLoadOrTooShortCritical() {
    Profile cpu = Stacks.cpu("main.main@main.go:5 1000");
    Profile brief = Stacks.cpu("main.main@main.go:5 1000", 4_000_000_000L);

    Finding idle = one(cpu, Conditions.unknown());
    Finding early = one(brief, Conditions.underLoad());

    assertThat(one(cpu, Conditions.underLoad()).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(idle.severity()).isEqualTo(Severity.HIGH);
    assertThat(idle.caveats()).containsExactly("recorded without load");
    assertThat(early.severity()).isEqualTo(Severity.HIGH);
    assertThat(early.caveats()).containsExactly("recorded 4.0 s of at least 30.0 s");
  }

  @Test
  void marksSmallHotspotsAsNotWorthOptimising() {
    List<Finding> hotspots =
        go("main.a@main.go:1 96\nmain.b@main.go:2 > runtime.memmove 4").hotspots();

    assertThat(hotspots).extracting(Finding::material).containsExactly(true, false);
    assertThat(hotspots.get(1).severity()).isEqualTo(Severity.LOW);
    assertThat(hotspots.get(1).caveats()).endsWith("below 5.0 % of the total");
  }

  @Test
  void namesTwoCategoriesWhereNoneIsDominant() {
    Finding finding =
        go("""
        main.a@main.go:1 > encoding/json.Marshal 35
        main.a@main.go:1 > regexp.MustCompile 33
        main.a@main.go:1 > os.ReadFile 32
        """)
            .hotspots()
            .getFirst();

    assertThat(finding.category()).isEqualTo(Category.SERIALISATION);
    assertThat(finding.also()).contains(Category.ALGORITHMIC);
    assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void namesNoLineThatTheRepositoryDoesNotHave() {
    Findings findings = go("main.a@main.go:101 60\nmain.b@main.go:100 40\nmain.c@main.go 40");

    assertThat(findings.hotspots()).extracting(Finding::line).containsExactly(100);
    assertThat(findings.summary()).endsWith("is the profile of another revision?");
  }

  @Test
  void keepsTheIdentityOfALineThatMoves() {
    String before = "package main\nfunc a() {\n  hot()\n}\n";
    SourceTree old = tree(Map.of("go.mod", "module m\n", "main.go", before));
    SourceTree moved = tree(Map.of("go.mod", "module m\n", "main.go", "// more\n" + before));

    Finding first =
        findings(old, Language.GO, List.of(cpu(Stacks.cpu("main.a@main.go:3 100"))))
            .hotspots()
            .getFirst();
    Finding second =
        findings(moved, Language.GO, List.of(cpu(Stacks.cpu("main.a@main.go:4 100"))))
            .hotspots()
            .getFirst();

    assertThat(second.id()).isEqualTo(first.id());
  }

  @Test
  void letsARecipeConfirmTheCause() {
    Finding finding =
        one(Stacks.cpu("main.a@main.go:1 100"), Conditions.underLoad())
            .withRecipe("go-builder", Category.ALLOCATION, "use a builder");

    assertThat(finding.recipe()).contains("go-builder");
    assertThat(finding.category()).isEqualTo(Category.ALLOCATION);
    assertThat(finding.evidence()).isEqualTo(Evidence.PROXY);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void refusesToGuessALanguage() {
    assertThatThrownBy(() ->
            Analyst.findings(
                List.of(cpu(Stacks.cpu("a 1"))),
                GO,
                ServiceFile.defaults("shop"),
                Standards.defaults(),
                Conditions.underLoad()))
        .hasMessage("language is not settled");
  }

  private static Category category(String rows) {
    return go(rows).hotspots().getFirst().category();
  }

  private static Finding one(Profile profile, Conditions conditions) {
    return Analyst.findings(
            List.of(cpu(profile)), GO, service(Language.GO), Standards.defaults(), conditions)
        .hotspots()
        .getFirst();
  }

  private static Findings go(String rows) {
    return findings(GO, Language.GO, List.of(cpu(Stacks.cpu(rows))));
  }

  private static Findings findings(SourceTree tree, Language language, List<ProfileOf> profiles) {
    return Analyst.findings(
        profiles, tree, service(language), Standards.defaults(), Conditions.underLoad());
  }

  private static ProfileOf cpu(Profile profile) {
    return new ProfileOf(ProfileKind.CPU, profile, "cpu");
  }

  private static Service service(Language language) {
    return ServiceFile.defaults("shop").withLanguage(language);
  }

  private static SourceTree tree(Map<String, String> texts) {
    return new SourceTree(texts.keySet(), path -> Optional.ofNullable(texts.get(path)));
  }
}
