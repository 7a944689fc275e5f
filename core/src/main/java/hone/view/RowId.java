package hone.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A short name of a function, made of its long one, and so the same in every profile: `f-1a2b3c4d`.
///
/// Two given functions have the same one with a probability of one in four thousand million; whoever
/// looks for it then finds both.
public final class RowId {

  private static final Pattern FORM = Pattern.compile("f-[0-9a-f]{8}");
  private static final int BYTES = 4;

  private RowId() {}

  /// The short name of a function.
  public static String of(String function) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(function.getBytes(StandardCharsets.UTF_8));
      return "f-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whether a text is such a name.
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /// Finds the functions of a short name.
  public static Predicate<String> finding(String id) {
    return function -> of(function).equals(id);
  }
}
