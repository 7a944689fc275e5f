package hone.format.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Reads recordings whose types have a hundred thousand fields, of some megabytes.
///
/// Each of these takes a second; it took minutes where a type was gone through for each of its
/// fields or for each of its pools of constants.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeTypesTest {

  private static final int FIELDS = 100_000;

  @Test
  void ofWhichAFieldIsWantedThatManyHaveTheNameOf() throws IOException {
    String[] fields =
        IntStream.range(0, 2 * FIELDS)
            .mapToObj(field -> field < FIELDS ? "other:5" : "stackTrace:5")
            .toArray(String[]::new);
    Object[] values = new Object[2 * FIELDS];
    Arrays.fill(values, 0);
    values[FIELDS] = 1;

    Profile profile =
        read(
            new Flight()
                .type(101, "jdk.ExecutionSample", fields)
                .event("jdk.ExecutionSample", values));

    assertThat(profile.stackCount()).isEqualTo(2);
  }

  @Test
  void ofWhichThereAreManyPoolsOfConstants() throws IOException {
    String[] fields = new String[FIELDS];
    Arrays.fill(fields, "other:5");

    Profile profile =
        read(
            new Flight()
                .type(101, "jdk.ExecutionSample", "startTime:5", "stackTrace:#30")
                .type(102, "shop.Constant", fields)
                .emptyPools(FIELDS, 102)
                .event("jdk.ExecutionSample", 1, 1));

    assertThat(profile.stackCount()).isEqualTo(2);
  }

  private static Profile read(Flight flight) throws IOException {
    return new JfrReader(Limits.defaults()).read(Source.of("sample", flight.bytes()), _ -> {});
  }
}
