package hone.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkChangesTest {

  @Test
  void tellsGoBenchmarksThatCameWentChangedAndGotAnotherName() {
    String before =
        """
        func BenchmarkRow(b *testing.B) { for b.Loop() { row() } }
        func BenchmarkPage(b *testing.B) { for b.Loop() { page(3) } }
        func BenchmarkOld(b *testing.B) { for b.Loop() { old() } }
        """;
    String after =
        """
        func BenchmarkLine(b *testing.B) { for b.Loop() { row() } }
        func BenchmarkPage(b *testing.B) { for b.Loop() { page(4) } }
        func BenchmarkNew(b *testing.B) { for b.Loop() { fresh() } }
        """;

    BenchmarkChanges changes = BenchmarkChanges.between(List.of(before), List.of(after));

    assertThat(changes)
        .isEqualTo(
            new BenchmarkChanges(
                List.of("BenchmarkNew"),
                List.of("BenchmarkOld"),
                Map.of("BenchmarkRow", "BenchmarkLine"),
                List.of("BenchmarkPage")));
    assertThat(changes.text())
        .isEqualTo(
            "added BenchmarkNew; removed BenchmarkOld; renamed BenchmarkRow to BenchmarkLine;"
                + " edited BenchmarkPage");
  }

  @Test
  void knowsHowEachToolDeclaresABenchmark() {
    assertThat(added("@Benchmark\n@Warmup(iterations = 8)\npublic List<Order> search() {}"))
        .containsExactly("search");
    assertThat(added("@Benchmark public Object read() { return json(); }")).containsExactly("read");
    assertThat(added("def test_invoice(benchmark):\n    pass\ndef test_plain():\n    pass"))
        .containsExactly("test_invoice");
    assertThat(added("await add('csv', '/orders.csv');\nbench.add(\"search\", () => find());"))
        .containsExactlyInAnyOrder("csv", "search");
  }

  @Test
  void findsNothingWhereOnlySpaceDiffers() {
    assertThat(
            BenchmarkChanges.between(
                List.of("func BenchmarkA(b *testing.B) { a() }"),
                List.of("func BenchmarkA(b *testing.B)  {\n a() }")))
        .matches(BenchmarkChanges::isEmpty);
  }

  private static List<String> added(String after) {
    return BenchmarkChanges.between(List.of(""), List.of(after)).added();
  }
}
