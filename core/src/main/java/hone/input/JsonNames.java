package hone.input;

import java.util.Arrays;

/// The names of a document's fields: the same bytes give the same string, which is made once.
///
/// How many are kept is bounded; beyond that, each new name gets a string of its own each time.
final class JsonNames {

  private final int most;
  private final ByteNames known = new ByteNames();
  private String[] names = new String[64];

  JsonNames(int most) {
    this.most = most;
  }

  /// The name that stands between two quotes, from `from` to before `to`.
  String name(byte[] bytes, int from, int to) {
    int before = known.size();
    int number = before < most ? known.number(bytes, from, to) : known.find(bytes, from, to);
    if (number < 0) {
      return JsonString.decoded(bytes, from, to);
    }
    if (number == before) {
      names = number < names.length ? names : Arrays.copyOf(names, number * 2);
      names[number] = JsonString.decoded(bytes, from, to);
    }
    return names[number];
  }
}
