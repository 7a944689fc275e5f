package hone.format.tracemalloc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TracemallocReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/tracemalloc/python-3.11");

  /// `pickle.dumps` of Python 3.11 on a snapshot of four traces, the third of another domain and of
  /// 2^33 bytes, the first with one of its six places; in protocols 5 and 2, and with the traces of
  /// three parts that Python had before 3.9 in protocol 3.
  private static final List<String> SNAPSHOTS =
      List.of(
          "800595d8000000000000008c0b74726163656d616c6c6f63948c08536e617073686f749493942981"
              + "947d94288c067472616365739468008c075f5472616365739493942981947d948c075f7472616365"
              + "73945d9428284b004bc08c132f7372762f73686f702f6f72646572732e7079944b0a869485944b06"
              + "7494284b004b3c680c4b0a8694680c4b0e869486944b027494284b018a050000000002680c4b0a86"
              + "94680c4b0e869486944b027494284b004a701101008c066c69622e7079944d2c01869485944b0174"
              + "946573628c0f74726163656261636b5f6c696d6974944b0275622e",
          "80026374726163656d616c6c6f630a536e617073686f740a7100298171017d710228580600000074"
              + "726163657371036374726163656d616c6c6f630a5f5472616365730a7104298171057d7106580700"
              + "00005f74726163657371075d710828284b004bc058130000002f7372762f73686f702f6f72646572"
              + "732e707971094b0a86710a85710b4b0674710c284b004b3c68094b0a86710d68094b0e86710e8671"
              + "0f4b02747110284b018a05000000000268094b0a86711168094b0e8671128671134b02747114284b"
              + "004a7011010058060000006c69622e707971154d2c018671168571174b01747118657362580f0000"
              + "0074726163656261636b5f6c696d697471194b0275622e",
          "80036374726163656d616c6c6f630a536e617073686f740a7100298171017d710228580600000074"
              + "726163657371036374726163656d616c6c6f630a5f5472616365730a7104298171057d7106580700"
              + "00005f74726163657371075d7108284b004bc058130000002f7372762f73686f702f6f7264657273"
              + "2e707971094b0a86710a85710b87710c4b004d2c015804000000782e7079710d4a7011010086710e"
              + "85710f877110657362580f00000074726163656261636b5f6c696d697471114b0275622e");

  /// The same with `os.system` called where the traces should be.
  private static final String CALLS =
      "8004956b000000000000008c0b74726163656d616c6c6f63948c08536e617073686f749493942981"
          + "947d94288c06747261636573948c05706f736978948c0673797374656d9493948c10746f75636820"
          + "2f746d702f6f776e656494859452948c0f74726163656261636b5f6c696d6974944b0275622e";

  @Override
  public ProfileReader reader() {
    return new TracemallocReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return HexFormat.of().parseHex(SNAPSHOTS.getFirst());
  }

  @Override
  public List<byte[]> samples() {
    return SNAPSHOTS.stream().map(HexFormat.of()::parseHex).toList();
  }

  @Test
  void readsEveryProtocolAlike() throws IOException {
    List<String> stacks =
        List.of(
            "orders.py(/srv/shop/orders.py:10) 1 192",
            "orders.py(/srv/shop/orders.py:14);orders.py(/srv/shop/orders.py:10) 1 60",
            "orders.py(/srv/shop/orders.py:14);orders.py(/srv/shop/orders.py:10) 1 8589934592",
            "lib.py(lib.py:300) 1 70000");
    for (byte[] sample : samples().subList(0, 2)) {
      Profile profile = read(sample);
      assertThat(Stacks.of(profile)).isEqualTo(stacks);
      assertThat(profile.recording().truncatedCount()).isEqualTo(1);
    }
    assertThat(Stacks.of(read(samples().getLast())))
        .containsExactly("orders.py(/srv/shop/orders.py:10) 1 192", "x.py(x.py:70000) 1 300");
  }

  @Test
  void executesNothingAndNamesWhatWasToBeCalled() {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(CALLS)))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: byte 71: names 'posix.system', which is no class of a snapshot");
  }

  @Test
  void refusesAListThatHoldsItself() {
    byte[] circle = "\u0080\u0002]q\0(h\0h\0e.".getBytes(ISO_8859_1);
    assertThatThrownBy(() -> read(circle))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: no traces of a snapshot");
  }

  @Test
  void countsATraceThatIsNone() throws IOException {
    byte[] broken = sample();
    broken[new String(broken, ISO_8859_1).indexOf("K\u0000K<")] = 'N';
    broken[new String(broken, ISO_8859_1).indexOf("N\u0000") + 1] = 'N';
    List<String> told = new ArrayList<>();
    Profile profile = reader().read(Source.of("sample", broken), said -> told.add(said.message()));

    assertThat(told).containsExactly("expected domain, size, places and their number");
    assertThat(profile.recording().droppedCount()).isEqualTo(1);
    assertThat(profile.sampleCount()).isEqualTo(3);
  }

  /// Oracle: `Snapshot.load(name).statistics('lineno')` and `('traceback')` of Python 3.11.2, as
  /// place, number and bytes (PROVENANCE.md).
  @Test
  void givesTheSumsOfPythonsOwnStatistics() throws IOException {
    for (String name : List.of("lines", "deep")) {
      Profile profile = reader().read(Source.of(FIXTURES.resolve(name + ".tracemalloc")), _ -> {});
      Map<String, long[]> sums = new TreeMap<>();
      for (int sample = 0; sample < profile.sampleCount(); sample++) {
        long[] sum =
            sums.computeIfAbsent(places(profile, profile.sampleStack(sample)), _ -> new long[2]);
        sum[0] += profile.value(0, sample);
        sum[1] += profile.value(1, sample);
      }
      List<String> rows = new ArrayList<>();
      sums.forEach((place, sum) -> rows.add(place + "\t" + sum[0] + "\t" + sum[1]));

      assertThat(rows)
          .as(name)
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(FIXTURES.resolve(name + ".tsv")));
    }
  }

  private static String places(Profile profile, int leaf) {
    List<String> places = new ArrayList<>();
    for (int stack = leaf; stack != Profile.NONE; stack = profile.stackCaller(stack)) {
      Frame frame = profile.frames().get(profile.stackFrame(stack));
      places.add(frame.file() + ":" + frame.line());
    }
    return String.join(";", places.reversed());
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
