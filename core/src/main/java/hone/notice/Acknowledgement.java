package hone.notice;

import hone.input.Printable;
import tools.jackson.databind.json.JsonMapper;

/// The entry of `hone-accepted.yaml` that would let a regression through, but for what only the
/// team can say.
final class Acknowledgement {

  private Acknowledgement() {}

  static String of(Row row) {
    long limit = (long) Math.ceil(Math.abs(row.effect().orElse(0)) * 100);
    return """
    - benchmark: %s
      metric: %s
      up_to: %d %%
      reason: WHY THE TEAM ACCEPTS IT
      owner: WHO ANSWERS FOR IT
      expires: YYYY-MM-DD
    """
        .formatted(quoted(row.benchmark()), quoted(row.metric()), limit);
  }

  /// As YAML reads it: a text of JSON is one.
  private static String quoted(String text) {
    return text.matches("[A-Za-z][\\w/=.-]*")
        ? text
        : Printable.json(JsonMapper.shared().writeValueAsString(text));
  }
}
