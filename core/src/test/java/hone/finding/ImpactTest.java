package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.SourceTree;
import hone.live.BudgetJudgement;
import hone.live.BudgetJudgement.Outcome;
import hone.live.Figure;
import hone.profile.Profile;
import hone.service.Language;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.standard.Budget;
import hone.standard.Standards;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What findings say of a service under load.
class ImpactTest {

  @Test
  void namesTheRateOfAFunctionThatCostsTimeAndBytesAndAdvisesAPoolOnlyThere() {
    String lines = "line\n".repeat(8) + "buffer := make([]byte, 0, 4096)\n";
    Profile time =
        Stacks.cpu(
            "main.render@main.go:9 > runtime.makeslice > runtime.mallocgc 500\n"
                + "main.main@main.go:5 500");
    // 120,000 KiB in 30 s are 4.096 MB/s.
    Profile bytes = Stacks.allocations("main.render@main.go:9 120000\nmain.main@main.go:7 1000");

    List<Finding> both =
        findings("main.go", lines, Language.GO, List.of(), cpu(time), memory(bytes));
    List<Finding> bytesAlone = findings("main.go", lines, Language.GO, List.of(), memory(bytes));

    Finding hot = at(both, 9);
    assertThat(hot.impact().allocationRate().orElseThrow()).isEqualTo(4.096e6);
    assertThat(hot.category()).isEqualTo(Category.ALLOCATION);
    assertThat(hot.memoryShare().orElseThrow()).isGreaterThan(0.99);
    assertThat(hot.suggestedApproach()).contains("sync.Pool");
    assertThat(both).extracting(Finding::line).doesNotHaveDuplicates();
    assertThat(at(bytesAlone, 9).rule()).isEqualTo("go-make-slice");
    assertThat(at(bytesAlone, 9).suggestedApproach())
        .contains("capacity")
        .doesNotContain("sync.Pool");
  }

  @Test
  void leavesFunctionsAloneThatAllocateLessThanAMegabyteASecond() {
    // 20,000 KiB in 30 s are 0.68 MB/s.
    Profile bytes = Stacks.allocations("main.render@main.go:9 20000");

    Finding finding =
        findings("main.go", "line\n".repeat(9), Language.GO, List.of(), memory(bytes)).getFirst();

    assertThat(finding.material()).isFalse();
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.caveats()).contains("allocates less than 1 MB/s");
  }

  @Test
  void raisesByOneStepWhatHelpsToBreakABudget() {
    Profile time = Stacks.cpu("main.render@main.go:9 2000\nmain.main@main.go:5 8000");
    String lines = "line\n".repeat(9);

    Finding plain = at(findings("main.go", lines, Language.GO, List.of(), cpu(time)), 9);
    Finding raised =
        at(findings("main.go", lines, Language.GO, List.of(breach(true, true)), cpu(time)), 9);
    Finding unsure =
        at(findings("main.go", lines, Language.GO, List.of(breach(false, true)), cpu(time)), 9);
    Finding elsewhere =
        at(findings("main.go", lines, Language.GO, List.of(breach(true, false)), cpu(time)), 9);

    assertThat(plain.severity()).isEqualTo(Severity.HIGH);
    assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(raised.impact().breachedBudget()).contains("p99 latency, api");
    assertThat(raised.caveats())
        .containsExactly(
            "the service breaks its budget: p99 latency, api at most 200 ms; raised one step");
    assertThat(raised.withRecipe("hoist", Category.ALGORITHMIC, "hoist").severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(unsure.severity()).isEqualTo(Severity.HIGH);
    assertThat(elsewhere.severity()).isEqualTo(Severity.HIGH);
    assertThat(elsewhere.caveats()).singleElement().asString().contains("path is not known");
  }

  @Test
  void aMereHintIsNotRaisedAboveMedium() {
    Profile time = Stacks.cpu("main.render@main.go:9 > os.ReadFile > syscall.Syscall 9000");

    Finding finding =
        findings("main.go", "line\n".repeat(9), Language.GO, List.of(breach(true, true)), cpu(time))
            .getFirst();

    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.impact().breachedBudget()).isEmpty();
  }

  @Test
  void namesSynchronousCallsThatBlockTheEventLoop() {
    assertThat(blocking("readFileSync@node:fs:440")).isEqualTo("node-sync-file");
    assertThat(blocking("pbkdf2Sync@node:internal/crypto/pbkdf2:60")).isEqualTo("node-sync-crypto");
    assertThat(blocking("syncBufferWrapper@node:zlib:760 > zlibBufferSync@node:zlib:140"))
        .isEqualTo("node-compression");
    assertThat(blocking("execSync@node:child_process:900 > spawnSync@node:child_process:800"))
        .isEqualTo("node-sync-process");
  }

  /// What the article asks to be told of Node.js: worker threads, streams, the asynchronous form.
  @Test
  void advisesWorkerThreadsStreamsAndAsynchronousForms() {
    assertThat(advice("")).contains("worker thread");
    assertThat(advice(" > serialize@node:v8:358")).contains("stream");
    assertThat(advice(" > readFileSync@node:fs:440")).contains("asynchronously", "stream");
    assertThat(advice(" > pbkdf2Sync@node:internal/crypto/pbkdf2:60"))
        .contains("asynchronous form");
    assertThat(advice(" > execSync@node:child_process:900")).contains("asynchronously");
  }

  private static String advice(String below) {
    Profile time = Stacks.cpu("handler@file:///srv/shop/lib/app.js:3" + below + " 500");
    return findings("lib/app.js", "line\n".repeat(5), Language.NODE, List.of(), cpu(time))
        .getFirst()
        .suggestedApproach();
  }

  @Test
  void knowsACallThatWaitsInsideACoroutine() {
    String source =
        """
        import urllib.request

        async def invoice(order):
            rate = fetch(order)
            return rate

        def fetch(order):
            return urllib.request.urlopen(order.url).read()
        """;
    String fetch = "fetch@orders/app.py:8 > urlopen@/usr/lib/python3.11/urllib/request.py:216 ";

    Finding blocking =
        findings(
                "orders/app.py",
                source,
                Language.PYTHON,
                List.of(),
                cpu(Stacks.cpu("invoice@orders/app.py:4 > " + fetch + "500")))
            .getFirst();
    Finding threaded =
        findings(
                "orders/app.py", source, Language.PYTHON, List.of(), cpu(Stacks.cpu(fetch + "500")))
            .getFirst();

    assertThat(blocking.impact().blocksEventLoop()).isTrue();
    assertThat(blocking.category()).isEqualTo(Category.IO_WAIT);
    assertThat(blocking.suggestedApproach()).contains("asyncio.to_thread");
    assertThat(threaded.impact().blocksEventLoop()).isFalse();
    assertThat(threaded.suggestedApproach()).doesNotContain("await");
  }

  @Test
  void waitingForALockCountsByItsTimeAndOtherWaitingIsLeftAlone() {
    Profile waits =
        Stacks.waiting(
            """
            main.render@main.go:9 > sync.(*Mutex).Unlock 3000
            main.main@main.go:5 > runtime.selectgo 60000
            """);

    List<Finding> found =
        findings(
            "main.go",
            "line\n".repeat(9),
            Language.GO,
            List.of(),
            new ProfileOf(ProfileKind.GOROUTINE, waits, "mutex"));

    Finding lock = at(found, 9);
    assertThat(lock.category()).isEqualTo(Category.LOCK_CONTENTION);
    assertThat(lock.evidence()).isEqualTo(Evidence.PROOF);
    assertThat(lock.rule()).isEqualTo("go-mutex");
    assertThat(at(found, 5).caveats()).contains("waits for no lock; may be idle");
    assertThat(at(found, 5).severity()).isEqualTo(Severity.LOW);
  }

  private static String blocking(String below) {
    Profile time = Stacks.cpu("handler@file:///srv/shop/lib/app.js:3 > " + below + " 500");
    Finding finding =
        findings("lib/app.js", "line\n".repeat(5), Language.NODE, List.of(), cpu(time)).getFirst();
    assertThat(finding.impact().blocksEventLoop()).isTrue();
    assertThat(finding.suggestedApproach()).containsAnyOf("synchronous", "blocks the event loop");
    return finding.rule();
  }

  private static BudgetJudgement breach(boolean certain, boolean everywhere) {
    Budget budget =
        new Budget(
            Budget.Measure.LATENCY,
            0.99,
            "api",
            Optional.empty(),
            new Quantity(2e8, Unit.NANOSECONDS));
    return new BudgetJudgement(
        budget, Outcome.BREACHED, Optional.of(Figure.of(3e8)), "", certain, everywhere);
  }

  private static Finding at(List<Finding> findings, int line) {
    return findings.stream().filter(finding -> finding.line() == line).findFirst().orElseThrow();
  }

  private static ProfileOf cpu(Profile profile) {
    return new ProfileOf(ProfileKind.CPU, profile, "cpu");
  }

  private static ProfileOf memory(Profile profile) {
    return new ProfileOf(ProfileKind.MEMORY, profile, "allocs");
  }

  private static List<Finding> findings(
      String file,
      String text,
      Language language,
      List<BudgetJudgement> budgets,
      ProfileOf... profiles) {
    SourceTree tree = new SourceTree(Set.of(file), _ -> Optional.of(text));
    Service service = ServiceFile.defaults("shop").withLanguage(language);
    List<ProfileOf> all = new ArrayList<>(List.of(profiles));
    return Analyst.findings(
            all,
            tree,
            service,
            Standards.defaults(),
            new Conditions(true, Optional.empty(), OptionalDouble.empty(), budgets))
        .hotspots();
  }
}
