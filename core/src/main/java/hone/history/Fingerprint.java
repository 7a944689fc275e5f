package hone.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// What results were measured on and with, as far as it can change them: two results with equal
/// fingerprints may be set beside each other as they are.
///
/// @param facts name to value; whatever names there are, but none that change from minute to minute
public record Fingerprint(SortedMap<String, String> facts) {

  /// The weather of a machine, not the machine.
  private static final Set<String> WEATHER = Set.of("load");

  private static final int HASH_BYTES = 8;

  public Fingerprint {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// The fingerprint of a machine's facts, without its weather.
  public static Fingerprint of(Map<String, String> facts) {
    SortedMap<String, String> lasting = new TreeMap<>(facts);
    lasting.keySet().removeAll(WEATHER);
    return new Fingerprint(lasting);
  }

  /// The facts as JSON: keys sorted, no spaces, so that equal facts give equal text.
  public String canonical() {
    return JsonMapper.shared().writeValueAsString(facts);
  }

  /// Sixteen hexadecimal digits that stand for the facts.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
