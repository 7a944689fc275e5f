package hone.input;

/// What a JSON document is made of.
public enum JsonToken {
  START_OBJECT("an object"),
  END_OBJECT("the end of an object"),
  START_ARRAY("an array"),
  END_ARRAY("the end of an array"),
  NAME("a name"),
  TEXT("text"),
  WHOLE_NUMBER("a whole number"),
  DECIMAL_NUMBER("a number that is not whole"),
  TRUE("true"),
  FALSE("false"),
  NULL("null");

  private final String words;

  JsonToken(String words) {
    this.words = words;
  }

  boolean isStart() {
    return this == START_OBJECT || this == START_ARRAY;
  }

  boolean isNumber() {
    return this == WHOLE_NUMBER || this == DECIMAL_NUMBER;
  }

  /// As messages name it.
  @Override
  public String toString() {
    return words;
  }
}
