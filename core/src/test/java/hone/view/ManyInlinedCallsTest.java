package hone.view;

import static hone.format.Protobuf.field;
import static hone.format.Protobuf.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.format.pprof.PprofReader;
import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Filters locations of which each is ten thousand calls inlined into one another, as 5 MB of pprof
/// can hold.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyInlinedCallsTest {

  private static final int LOCATIONS = 80;
  private static final int CALLS = 9_999;

  @Test
  void stayInTheirOrder() throws IOException {
    Profile profile = read(pprof(LOCATIONS, LOCATIONS));
    Filters.Names none = Filters.NONE.names();
    Filters hiding =
        new Filters(
            new Filters.Names(
                none.focus(),
                none.ignore(),
                Optional.of(BoundedPattern.of("^hidden$")),
                none.show(),
                none.showFrom(),
                none.pruneFrom()),
            Filters.NONE.tags(),
            Filters.Inlined.SHOWN);

    Profile left = Filtered.of(profile, hiding).profile();

    assertThat(profile.frames()).hasSize(LOCATIONS * CALLS);
    assertThat(left.frames()).hasSize(LOCATIONS * (CALLS - 1));
    assertThat(left.frames().getFirst().line()).isEqualTo(CALLS);
    assertThat(left.frames().get(CALLS - 2).line()).isEqualTo(2);
  }

  /// A sample of each location on top of the first, 20,000 of them in half a megabyte, needs
  /// gigabytes.
  @Test
  void areRefusedOnTopOfVeryManyCallers() throws IOException {
    byte[] profile = pprof(1, 20_000);

    assertThat(profile).hasSizeLessThan(600_000);
    assertThatThrownBy(() -> read(profile))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: more than 32 inlined calls a location: refused as a bomb");
  }

  private static Profile read(byte[] profile) throws IOException {
    return new PprofReader(Limits.defaults()).read(Source.of("sample", profile), _ -> {});
  }

  /// Locations of one function on many lines, whose innermost call is of another.
  ///
  /// @param inlined how many have all these calls; the others have one, and call the first
  private static byte[] pprof(int inlined, int locations) throws IOException {
    return message(out -> {
      field(
          out,
          1,
          type -> {
            type.writeInt64(1, 1);
            type.writeInt64(2, 2);
          });
      for (int location = 1; location <= locations; location++) {
        int id = location;
        field(
            out,
            2,
            sample -> {
              if (id > inlined) {
                sample.writeUInt64(1, 1);
              }
              sample.writeUInt64(1, id);
              sample.writeInt64(2, 1);
            });
        field(
            out,
            4,
            each -> {
              each.writeUInt64(1, id);
              for (int call = 1; call <= (id > inlined ? 1 : CALLS); call++) {
                int line = call;
                field(
                    each,
                    4,
                    entry -> {
                      entry.writeUInt64(1, line == 1 ? 2 : 1);
                      entry.writeInt64(2, line);
                    });
              }
            });
      }
      for (int function = 1; function <= 2; function++) {
        int id = function;
        field(
            out,
            5,
            each -> {
              each.writeUInt64(1, id);
              each.writeInt64(2, id + 2);
            });
      }
      for (String text : new String[] {"", "samples", "count", "shown", "hidden"}) {
        out.writeString(6, text);
      }
    });
  }
}
