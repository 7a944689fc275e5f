package hone.format.otlp;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads OpenTelemetry profiles: one message, or messages with their lengths before them.
///
/// Each value type found is a column; the profiles of all resources are added up, and a warning says
/// so. A sample without values weighs one for each of its times. A sample that refers to what is not
/// there is passed over and counts as dropped.
///
/// @see <a href="https://github.com/open-telemetry/opentelemetry-proto">profiles.proto</a>
public final class OtlpReader implements ProfileReader {

  private static final int LARGEST_BYTES = 1 << 30;
  private static final int LENGTH_BYTES = 4;
  private static final int RESOURCE_PROFILES = 1;
  private static final int DICTIONARY = 2;

  private final Limits limits;

  public OtlpReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "otlp";
  }

  @Override
  public Sniff sniff(byte[] head) {
    if (!isFramed(head)) {
      return Wire.looksLikeProfiles(head, 0, Long.MAX_VALUE) ? Sniff.YES : Sniff.NO;
    }
    long end = frameEnd(head, 0);
    return Wire.looksLikeProfiles(head, LENGTH_BYTES, end) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return new Assembly(source.name(), limits, passedOver, false).profile(requests(source));
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return new Assembly(source.name(), limits, passedOver, true).profile(requests(source));
  }

  private List<Request> requests(Source source) throws IOException {
    byte[] bytes = source.bytes(LARGEST_BYTES);
    List<Request> requests = new ArrayList<>();
    int at = 0;
    boolean framed = isFramed(bytes);
    while (at < bytes.length) {
      int end = bytes.length;
      if (framed) {
        end = checkedFrameEnd(source.name(), bytes, at);
        at += LENGTH_BYTES;
      }
      requests.add(request(source.name(), bytes, at, end));
      at = end;
    }
    return requests;
  }

  /// A length cannot be taken for a message: no field has the number 0.
  private static boolean isFramed(byte[] bytes) {
    return bytes.length > LENGTH_BYTES && bytes[0] >= 0 && bytes[0] < 8;
  }

  /// Where the message ends whose length is here.
  private static long frameEnd(byte[] bytes, int at) {
    long length = 0;
    for (int place = at; place < at + LENGTH_BYTES; place++) {
      length = (length << 8) | (bytes[place] & 0xff);
    }
    return at + LENGTH_BYTES + length;
  }

  private static int checkedFrameEnd(String input, byte[] bytes, int at) throws FormatException {
    if (bytes.length - at < LENGTH_BYTES || frameEnd(bytes, at) > bytes.length) {
      throw new FormatException(input, "at byte " + at + ": message ends early");
    }
    return (int) frameEnd(bytes, at);
  }

  /// Finds the parts of a message, which may come in any order.
  private Request request(String input, byte[] bytes, int from, int until) throws FormatException {
    Message root = new Message(input, bytes, from, until);
    Dictionary dictionary = new Dictionary(input, root, limits);
    List<Long> resources = new ArrayList<>();
    while (root.next()) {
      switch (root.field()) {
        case RESOURCE_PROFILES -> resources.add(root.span());
        case DICTIONARY -> dictionary.read(root.message());
        default -> {}
      }
    }
    if (dictionary.stackCount() == 0 && !resources.isEmpty()) {
      throw new FormatException(
          input, "no table of stacks: written by protocol 1.7 or before, of which hone reads none");
    }
    List<ResourceProfile> profiles = new ArrayList<>();
    for (long resource : resources) {
      Message scopes = root.message(resource);
      while (scopes.next()) {
        if (scopes.field() == 2) {
          scope(root, scopes.message(), dictionary, profiles);
        }
      }
    }
    return new Request(dictionary, profiles, resources.size());
  }

  private void scope(
      Message root, Message scope, Dictionary dictionary, List<ResourceProfile> profiles)
      throws FormatException {
    while (scope.next()) {
      if (scope.field() == 2) {
        profiles.add(ResourceProfile.of(root, scope.span(), dictionary));
      }
    }
  }
}
