package hone.regression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoBenchmarkProfilerTest {

  @ParameterizedTest
  @CsvSource({
    "Encode, ^BenchmarkEncode(-\\d+)?$",
    "Encode-8, ^BenchmarkEncode(-\\d+)?$",
    "Encode/format=json, ^BenchmarkEncode(-\\d+)?$/^format=json(-\\d+)?$",
    "Encode/a.b(c)-16, ^BenchmarkEncode(-\\d+)?$/^a\\.b\\(c\\)(-\\d+)?$",
    "example.com/shop.Encode, ^BenchmarkEncode(-\\d+)?$",
    "gopkg.in/yaml.v3.Decode/a.B, ^BenchmarkDecode(-\\d+)?$/^a\\.B(-\\d+)?$",
    "Encode [note: after], ^BenchmarkEncode(-\\d+)?$",
  })
  void asksForOneBenchmarkAlone(String benchmark, String expression) {
    assertThat(GoBenchmarkProfiler.expression(GoBenchmarkProfiler.parts(benchmark)))
        .isEqualTo(expression);
  }
}
