package hone.input;

/// A text that counts how often it is looked at, so that an expression that goes back and forth
/// over it ends.
public final class Metered implements CharSequence {

  private final String text;
  private int stepsLeft;

  /// A text of which so many characters may be looked at, each time counted.
  public Metered(String text, int most) {
    this.text = text;
    this.stepsLeft = most;
  }

  /// More steps than the text deserves.
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  /// The character there, one step more.
  ///
  /// @throws Exhausted if there were too many
  @Override
  public char charAt(int index) {
    if (stepsLeft-- <= 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /// Not counted: it is what was found.
  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
