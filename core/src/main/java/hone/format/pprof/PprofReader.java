package hone.format.pprof;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads pprof profiles: every value type, inlined calls expanded, in base units.
///
/// Frames that the profile itself declares uninteresting (`drop_frames`) are dropped, as pprof does,
/// unless the reader is made to keep [Uninteresting].
/// A location without a symbol is named by its mapping, `[libc.so.6]`, or `<unknown>`.
///
/// @see <a href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile.proto</a>
public final class PprofReader implements ProfileReader {

  private final Limits limits;
  private final Uninteresting uninteresting;

  /// What becomes of frames that a profile declares uninteresting.
  public enum Uninteresting {
    /// Left out, for those who look at the profile.
    DROPPED,
    /// Kept, for those who write it again.
    KEPT
  }

  public PprofReader(Limits limits) {
    this(limits, Uninteresting.DROPPED);
  }

  public PprofReader(Limits limits, Uninteresting uninteresting) {
    this.limits = limits;
    this.uninteresting = uninteresting;
  }

  @Override
  public String format() {
    return "pprof";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return Wire.looksLikeProfile(head) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    try (InputStream in = source.open()) {
      return new Decoder(new Fields(source.name(), in), limits).profile(uninteresting);
    }
  }
}
