package hone.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.input.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherToolTest {

  @ParameterizedTest
  @CsvSource({
    "PERFILE2, perf script -i FILE",
    "memray, memray transform csv FILE",
    "Nettrace, dotnet-trace convert --format Speedscope FILE",
    "JAVA PROFILE 1.0.2, Eclipse MAT",
    "BZh91, bzip2 -d FILE"
  })
  void whatIsOfAnotherToolIsRefusedWithTheWayToAProfile(String begin, String advice) {
    assertRefused("app.data", begin + "\0\0\0\1 and more", advice);
  }

  /// `printf x | zstd | head -c 4 | xxd`, and the same of lz4 and xz.
  @Test
  void whatIsPackedIsRefusedWithTheWayToUnpackIt() {
    assertRefused("app.json.zst", "(\u00b5/\u00fd", "zstd -d FILE");
    assertRefused("app.bin", "\u0004\"M\u0018", "memray transform csv FILE");
    assertRefused("app.json.xz", "\u00fd7zXZ\0", "xz -d FILE");
  }

  @Test
  void aTraceOfWindowsIsKnownByItsNameAlone() {
    assertRefused("kernel.ETL", "\0\0\1\0 nothing that is known", "samply import");
  }

  private static void assertRefused(String name, String text, String advice) {
    Source source = Source.of(name, text.getBytes(ISO_8859_1));
    assertThatThrownBy(() -> Readers.formats().read(source, _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(name + ": ")
        .hasMessageContaining(advice);
  }
}
