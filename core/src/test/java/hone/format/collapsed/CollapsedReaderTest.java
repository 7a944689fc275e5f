package hone.format.collapsed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollapsedReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      # mode: cpu
      main;parse (shop/orders.py:12);read line 42
      main;[idle] 7
      main;parse (shop/orders.py:12) 1
      java/lang/Thread.run_[j];shop.Orders.sort_[i] 3
      """;

  @Override
  public ProfileReader reader() {
    return new CollapsedReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Override
  public Sniff ownAnswer() {
    return Sniff.MAYBE;
  }

  @Test
  void readsFramesWithSpacesAndWithPlaces() throws IOException {
    assertThat(Stacks.of(read(SAMPLE.getBytes(UTF_8))))
        .containsExactly(
            "main;parse(shop/orders.py:12);read line 42",
            "main;[idle] 7",
            "main;parse(shop/orders.py:12) 1",
            "java/lang/Thread.run;shop.Orders.sort 3");
  }

  @Test
  void writingWhatWasReadGivesTheSameProfileBack() throws IOException {
    Profile profile = read(SAMPLE.getBytes(UTF_8));
    ByteArrayOutputStream text = new ByteArrayOutputStream();

    CollapsedWriter.write(profile, 0, text);

    assertThat(Stacks.of(read(text.toByteArray()))).isEqualTo(Stacks.of(profile));
  }

  @Test
  void readsEachLineAsIfItStoodAlone() throws IOException {
    List<String> lines =
        List.of(
            "a;b;c 1",
            "a;b;c 2",
            "a;b 3",
            "a;bc;c 4",
            "a;b;c;d 5",
            ";a; ;b;c 6",
            "a;b;c; 7",
            " 8",
            "ab 9",
            "a;b;c\u00a0;d  10  ",
            "a;b;c;d 11");
    List<String> alone = new ArrayList<>();
    for (String line : lines) {
      alone.addAll(Stacks.of(read(line.getBytes(UTF_8))));
    }

    assertThat(Stacks.of(read(String.join("\n", lines).getBytes(UTF_8))))
        .containsExactlyInAnyOrderElementsOf(alone);
  }

  // Oracle: speedscope 1.25's snapshots of these files (collapsed/*/expect) name the same stacks:
  // a;b;c twice 1, a;b;d 4, a;b;c 3, a;b 5.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3d14483f/in/simple.txt",
        "68a413a7/in/simple-crlf.txt",
        "5e7c80ed/in/simple-utf16-le.txt",
        "34cd40fc/in/simple-utf16-be.txt",
        "6e67c76e/in/simple-with-invalids.txt"
      })
  void readsTheSameStacksInEveryEncoding(String name) throws IOException {
    Path file = Shared.path("fixtures/profiles/collapsed/" + name);

    assertThat(Stacks.of(reader().read(Source.of(file), _ -> {})))
        .containsExactly("a;b;c 1", "a;b;c 1", "a;b;d 4", "a;b;c 3", "a;b 5");
  }

  @Test
  void passesOverALineWithoutACountAndSaysWhichOne() throws IOException {
    List<Diagnostic> said = new ArrayList<>();

    Source source = Source.of("a.txt", "main 1\nmain;lost\nmain 2\n".getBytes(UTF_8));
    Profile profile = reader().read(source, said::add);

    assertThat(profile.total(0)).isEqualTo(3);
    assertThat(said)
        .extracting(Diagnostic::toString)
        .containsExactly("a.txt:2: expected 'frame;frame count', found 'main;lost'");
  }

  @Test
  void countsTheSamplesOfAStackThatIsTooDeepAsDropped() throws IOException {
    CollapsedReader shallow = new CollapsedReader(new Limits(1 << 20, 100, 3, 1000));

    Source source = Source.of("deep", "a;b;c 1\na;b;c;d 5\n".getBytes(UTF_8));
    Profile profile = shallow.read(source, _ -> {});

    assertThat(profile.total(0)).isEqualTo(1);
    assertThat(profile.recording().droppedCount()).isEqualTo(5);
  }

  @Test
  void countsAFunctionOnceWhateverItRanAs() throws IOException {
    assertThat(Stacks.of(read("a_[j];b_[0];[k] 1\na_[i];b_[k];_[j] 2\n".getBytes(UTF_8))))
        .containsExactly("a;b;[k] 1", "a;b;_[j] 2");
  }

  @Test
  void refusesNumbersThatAreNoCounts() {
    assertThatThrownBy(() -> read("a;b 1\na;c 0.25\n".getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: line 2: a count of samples is whole, found 'a;c 0.25'");
  }

  // Oracle, run on each: awk '{n += $NF} END {print n}' FILE
  @ParameterizedTest
  @CsvSource({
    "483ab701/in/pyspy.raw.txt, 1347",
    "4b4380ba/in/simple_square.txt, 5",
    "84d110ff/in/tall.txt, 1",
    "8b72f837/in/ap45.collapsed, 227",
    "91ce5b42/in/perf-vertx-stacks-01-collapsed-all.txt, 285"
  })
  void losesNoSampleOfWhatToolsWrite(String name, long count) throws IOException {
    Path file = Shared.path("fixtures/profiles/collapsed/" + name);
    List<Diagnostic> said = new ArrayList<>();

    Profile profile = reader().read(Source.of(file), said::add);

    assertThat(profile.total(0)).isEqualTo(count);
    assertThat(said).isEmpty();
  }

  @Test
  void refusesATextWithoutStacks() {
    assertThatThrownBy(() -> read("nothing here\n".getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: no collapsed stacks in 1 lines");
  }

  @Test
  void readsAMarkOfUtf16BeforeAnythingElse() throws IOException {
    assertThat(Stacks.of(read("\uFEFFmain;é 3\r\n".getBytes(UTF_16BE))))
        .containsExactly("main;é 3");
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }

  /// What `hone convert` makes of a dump of cProfile may begin with a function that is not Python's.
  @ParameterizedTest
  @CsvSource({
    "{built-in method builtins.exec} 57034, MAYBE",
    "{ 12, NO",
    "'{\"samples\": 12', NO",
    "{} 12, NO"
  })
  void tellsAFunctionInBracesFromJson(String first, Sniff sniffed) {
    assertThat(reader().sniff((first + "\n").getBytes(UTF_8))).isEqualTo(sniffed);
  }

  /// As `hone convert` and py-spy on Windows write them; a column behind the line is none of these.
  @Test
  void aFileMayBeginWithADriveOrAScheme() {
    assertThat(CollapsedLine.frame("setTimeout (node:timers:139)"))
        .isEqualTo(new Frame("setTimeout", "node:timers", 139));
    assertThat(CollapsedLine.frame("main (C:\\shop\\app.py:12)"))
        .isEqualTo(new Frame("main", "C:\\shop\\app.py", 12));
    assertThat(CollapsedLine.frame("sort (app.js:12:7)"))
        .isEqualTo(Frame.named("sort (app.js:12:7)"));
  }

  /// Such as hone itself writes of a Go program, and py-spy of native code in C++.
  @Test
  void aNameWithParenthesesHasItsPlaceToo() {
    assertThat(CollapsedLine.frame("http.(*conn).serve (net/server.go:2067)"))
        .isEqualTo(new Frame("http.(*conn).serve", "net/server.go", 2067));
    assertThat(CollapsedLine.frame("run(int) (a.cc:3)"))
        .isEqualTo(new Frame("run(int)", "a.cc", 3));
    assertThat(CollapsedLine.frame("run(std::pair (a:1))").line()).isZero();
  }
}
