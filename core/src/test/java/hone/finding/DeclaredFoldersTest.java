package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hone.analysis.SourceTree;
import hone.input.Source;
import hone.profile.Profile;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredFoldersTest {

  /// Framework, event loop and what lies outside the declared folders are charged to the declared
  /// code that called them, or to nobody.
  @Test
  void chargesPythonOnlyToDeclaredFoldersAndNeitherToFrameworkNorEventLoop() throws IOException {
    String yaml = "service: shop\nlanguage: python\nsource: [src]\n";
    Service service =
        ServiceFile.read(Source.of("hone.yaml", yaml.getBytes(StandardCharsets.UTF_8))).getFirst();
    Profile profile =
        Stacks.cpu(
            """
            run_once@/usr/lib/python3.11/asyncio/base_events.py:1900 > call@/v/lib/python3.11/site-packages/starlette/routing.py:70 > total@src/orders.py:3 > sum_up@tools/sums.py:4 60
            run_once@/usr/lib/python3.11/asyncio/base_events.py:1900 > call@/v/lib/python3.11/site-packages/starlette/routing.py:71 > dispatch@tools/sums.py:9 30
            run_once@/usr/lib/python3.11/asyncio/base_events.py:1900 > select@/usr/lib/python3.11/selectors.py:468 10
            """);

    Findings findings =
        Analyst.findings(
            List.of(new ProfileOf(ProfileKind.CPU, profile, "cpu")),
            new SourceTree(
                Set.of("src/orders.py", "tools/sums.py"), _ -> Optional.of("line\n".repeat(9))),
            service,
            Standards.defaults(),
            Conditions.underLoad());

    assertThat(findings.hotspots())
        .extracting(Finding::file, Finding::line, Finding::function)
        .containsExactly(tuple("src/orders.py", 3, "total"));
    assertThat(findings.hotspots().getFirst().share()).isBetween(0.6, 0.67);
  }
}
