package hone.format.dhat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DhatReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"dhatFileVersion": 2, "mode": "rust-heap", "verb": "Allocated", "bklt": true, "tu": "µs",
       "cmd": "/srv/shop/orders", "pid": 7, "tg": 3235, "te": 3563,
       "pps": [
        {"tb": 343, "tbk": 2, "tl": 149, "mb": 343, "mbk": 1, "gb": 300, "gbk": 1, "eb": 43, "ebk": 1, "fs": [1, 2, 3]},
        {"tb": 6, "tbk": 1, "tl": 9, "mb": 6, "mbk": 1, "gb": 0, "gbk": 0, "eb": 0, "ebk": 0, "fs": []}],
       "ftbl": ["[root]", "0x1085dd819: alloc::vec::Vec<T,A>::with_capacity_in (vec.rs:498:20)",
        "0x484: malloc (in /usr/lib/vgpreload_dhat-amd64-linux.so)", "0x10: main (orders.c:44)"]}
      """;

  @Override
  public ProfileReader reader() {
    return new DhatReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void readsTheRunItsEndAndItsPeak() throws IOException {
    assertThat(Stacks.of(reader().read(Source.of("sample", sample()), _ -> {})))
        .containsExactly(
            "main(orders.c:44);malloc (in /usr/lib/vgpreload_dhat-amd64-linux.so);"
                + "alloc::vec::Vec<T,A>::with_capacity_in(vec.rs:498) 2 343 1 43 1 300",
            " 1 6 0 0 0 0");
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    byte[] other = SAMPLE.replace("Version\": 2", "Version\": 3").getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", other), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("version '3' of DHAT's file is not read: 2");
  }

  /// Oracle: python3's json sums the columns of the file: tb 21,642, tbk 133, gb 9,584, gbk 91,
  /// eb 1,112, ebk 3.
  @Test
  void readsWhatTheCrateWrote() throws IOException {
    Profile profile =
        Readers.formats()
            .read(
                Source.of(Shared.path("fixtures/profiles/dhat/baf0183b/in/dhat.json.gz")), _ -> {});

    assertThat(profile.recording().format()).isEqualTo("dhat");
    assertThat(profile.types())
        .extracting(
            type -> type.name() + " " + profile.total(profile.type(type.name()).orElseThrow()))
        .containsExactly(
            "alloc_objects 133",
            "alloc_space 21642",
            "end_objects 3",
            "end_space 1112",
            "inuse_objects 91",
            "inuse_space 9584");
    assertThat(Stacks.of(profile)).anyMatch(stack -> stack.contains("main(work_log.rs:44);"));
  }
}
