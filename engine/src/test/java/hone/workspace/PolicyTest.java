package hone.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "internal/invoice/render.go",
        "src/main/java/orders/Invoices.java",
        "orders/report.py",
        "src/search.js",
        "lib/testing/latest.js",
        "src/contest.ts",
        "app/benchmarking.py",
        "internal/build/plan.go",
        "src/package.js",
        "lib/lock.js"
      })
  void applicationCodeMayBeTouched(String path) {
    assertThat(Policy.objection(List.of(path))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "internal/invoice/render_test.go, a test",
    "tests/test_report.py, a test",
    "conftest.py, a test",
    "src/test/java/orders/InvoicesTest.java, a test",
    "src/search.test.mjs, a test",
    "bench/search.js, a benchmark",
    "benchmarks/bench_report.py, a benchmark",
    "src/jmh/java/orders/TextBenchmark.java, a benchmark",
    "go.mod, the build",
    "services/a/pom.xml, the build",
    "package-lock.json, the build",
    "requirements-dev.txt, the build",
    "sitecustomize.py, the build",
    "build.sh, the build",
    ".github/workflows/ci.yml, continuous integration",
    "AGENTS.md, the standards or the settings of hone or an agent",
    "programs/hone.yaml, the standards or the settings of hone or an agent",
    ".git/hooks/post-checkout, git's own files",
    "sub/.gitattributes, git's own files",
    "Agents.MD, the standards or the settings of hone or an agent",
    "web/.claude/settings.json, the standards or the settings of hone or an agent",
    ".env, the standards or the settings of hone or an agent",
    ".GitHub/workflows/ci.yml, continuous integration",
    "Jenkinsfile, continuous integration",
    ".pre-commit-config.yaml, continuous integration",
    "vitest.config.mjs, the build",
    "bun.lockb, the build",
    "Cargo.lock, the build",
    "deploy/Dockerfile.prod, the build",
    "mvnw, the build",
    "src/main/resources/META-INF/services/java.nio.file.spi.FileSystemProvider, the build",
    ".python-version, the build",
    ".gitmodules, git's own files"
  })
  void whatJudgesBuildsOrSteersMayNot(String path, String what) {
    assertThat(Policy.objection(List.of("src/app.js", path)))
        .hasValue("it touches " + what + ": " + path);
  }

  @Test
  void aPatchThatChangesNothingIsNotTried() {
    assertThat(Policy.objection(List.of())).hasValue("it changes nothing");
  }
}
