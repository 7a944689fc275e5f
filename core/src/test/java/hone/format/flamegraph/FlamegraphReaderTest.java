package hone.format.flamegraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlamegraphReaderTest implements ReaderLaws {

  /// Boxes as flamegraph.pl 1.0 writes them: the root at the bottom, rounded to a tenth of a pixel.
  private static final String SAMPLE =
      """
      <?xml version="1.0" standalone="no"?>
      <svg version="1.1" width="1200" height="134" xmlns="http://www.w3.org/2000/svg">
      <!-- Flame graph stack visualization. -->
      <text id="title" x="600.00" y="24" >Flame Graph</text>
      <g id="frames">
      <g >
      <title>leaf (1,000 samples, 25.00%)</title><rect x="895.0" y="37" width="295.0" height="15.0" />
      </g>
      <g >
      <title>all (4,000 samples, 100%)</title><rect x="10.0" y="85" width="1180.0" height="15.0" />
      </g>
      <g >
      <title>handle&lt;T&gt; (a/b.py:12) (2,500 samples, 62.50%)</title><rect x="10.0" y="69" width="737.5" />
      </g>
      <g >
      <title>main (1,500 samples, 37.50%)</title><rect x="747.5" y="69" width="442.5" height="15.0" />
      </g>
      <g >
      <title>work (1,200 samples, 30.00%)</title><rect x="836.0" y="53" width="354.0" height="15.0" />
      </g>
      </g></svg>
      """;

  private static final String INFERNO =
      """
      <svg width="1200"><!--Flame graph stack visualization. See inferno-->
      <g><title>all (20 ms, 100%)</title><rect x="0.0000%" y="52" width="100.0000%" fg:x="0" fg:w="20"/></g>
      <g><title>main (20 ms, 100.00%)</title><rect x="0.0000%" y="68" width="100.0000%" fg:x="0" fg:w="20"/></g>
      <g><title>f (5 ms, 25.00%; +1.20%)</title><rect x="75.0000%" y="84" width="25.0000%" fg:x="15" fg:w="5"/></g>
      </svg>
      """;

  private static final String HTML =
      """
      <!DOCTYPE html>
      <html lang='en'><head><script>localStorage.getItem('flame-theme')</script></head><body>
      <script>
      const cpool = [
      'all',
      ' java/lang/Thread.run',
      '*util/List.add',
      '*it\\'s'
      ];
      unpack(cpool);

      n(3,100)
      u(9,60)
      u(16,20)
      n(24,30,2)
      f(25,1,40,40)

      search();
      </script></body></html>
      """;

  @Override
  public ProfileReader reader() {
    return new FlamegraphReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "Flame Graph, false",
    "/usr/bin/py-spy record -o app.svg --pid 7, true",
    "py-spy record --idle -o app.svg --pid 7, false",
    "py-spy record -o app.svg -i, false"
  })
  void knowsThatPySpyLeavesOutIdleThreads(String title, boolean without) throws IOException {
    Profile profile =
        reader()
            .read(
                Source.of(
                    "sample", SAMPLE.replace(">Flame Graph<", ">" + title + "<").getBytes(UTF_8)),
                _ -> {});

    assertThat(profile.recording().blindSpots().contains(BlindSpot.WITHOUT_IDLE))
        .isEqualTo(without);
  }

  @Test
  void standsEachBoxOnTheOneBelowIt() throws IOException {
    Profile profile = read(SAMPLE);

    assertThat(Stacks.of(profile))
        .containsExactlyInAnyOrder(
            "handle<T>(a/b.py:12) 2500", "main 300", "main;work 200", "main;work;leaf 1000");
    assertThat(profile.recording().warnings()).hasSize(1);
  }

  @Test
  void readsRowsThatGrowDownwardsAndTheUnitOfTheTitles() throws IOException {
    Profile profile = read(INFERNO);

    assertThat(Stacks.of(profile)).containsExactlyInAnyOrder("main 15000000", "main;f 5000000");
    assertThat(profile.types().getFirst().name()).isEqualTo("wall");
    assertThat(profile.recording().warnings())
        .contains("the picture compares two profiles: only the second is read");
  }

  @Test
  void unpacksThePageOfAsyncProfiler() throws IOException {
    assertThat(Stacks.of(read(HTML)))
        .containsExactlyInAnyOrder(
            "java/lang/Thread.run 10",
            "java/lang/Thread.run;java/lang/util/List.add 20",
            "java/lang/Thread.run;java/lang/it's 30",
            "java/lang/it's 40");
  }

  @Test
  void refusesCalleesWithMoreSamplesThanTheirCaller() {
    assertThatThrownBy(() -> read(SAMPLE.replace("(1,000 samples", "(9,000 samples")))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: 'work' has 1200 samples, and what it calls has 9000");
  }

  @Test
  void refusesAPictureWithoutBoxes() {
    assertThatThrownBy(() -> read("<svg><!-- flame graph --><title>x</title></svg>"))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: no boxes of a flame graph");
  }

  // The page's own first call says how wide the root is: grep -m1 '^n(' ap45.html.
  @Test
  void countsAllSamplesOfAPageOfAsyncProfiler() throws IOException {
    Path file = Shared.path("fixtures/profiles/flamegraph-html_svg/e823ef35/in/ap45.html");
    Profile profile = reader().read(Source.of(file), _ -> {});
    String root =
        Files.readAllLines(file).stream().filter(line -> line.startsWith("n(3,")).findFirst().get();

    assertThat(root).isEqualTo("n(3," + profile.total(0) + ")");
    assertThat(Hotspots.of(profile, 0, Granularity.FUNCTIONS))
        .extracting(Hotspot::function)
        .contains("sha256_implCompressMB");
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
