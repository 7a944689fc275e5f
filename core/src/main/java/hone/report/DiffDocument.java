package hone.report;

import hone.contrast.Contrast;
import hone.contrast.Judgement;
import hone.contrast.Member;
import hone.contrast.Row;
import hone.contrast.Ruling;
import hone.input.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What changed between two sides of profiles as the JSON document of `hone diff --json`.
public final class DiffDocument {

  private DiffDocument() {}

  /// The whole document, on one line.
  public static String of(Diff diff) {
    Contrast contrast = diff.contrast();
    Member base = contrast.base().getFirst();
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.set("base", ProfileFields.profile(base.whole()));
    document.set("profile", ProfileFields.profile(contrast.other().getFirst().whole()));
    document.put("type", base.valueType().name());
    document.put("unit", base.valueType().unit().name());
    document.put("base_total", total(contrast.base()));
    document.put("total", total(contrast.other()));
    document.put("normalised", diff.normalised());
    document.put("measure", word(contrast.settings().measure()));
    document.put("base_measured", contrast.scale());
    members(document.putArray("base_profiles"), contrast.base());
    members(document.putArray("profiles"), contrast.other());
    document.set("evidence", ProfileFields.evidence(diff.evidence()));
    ArrayNode notes = document.putArray("notes");
    diff.notes().forEach(notes::add);
    document.set("test", test(contrast));
    document.set("guard", diff.guard().map(DiffDocument::guard).orElse(null));
    ArrayNode rows = document.putArray("functions");
    diff.rows().forEach(row -> add(rows.addObject(), row, contrast));
    document.put("left_out", diff.leftOut());
    return JsonText.line(document);
  }

  private static long total(List<Member> side) {
    return side.stream().mapToLong(Member::total).reduce(0, Math::addExact);
  }

  private static void members(ArrayNode list, List<Member> side) {
    for (Member member : side) {
      ObjectNode node = list.addObject();
      node.put("name", member.name());
      node.put("format", member.whole().recording().format());
      node.put("type", member.valueType().name());
      node.put("unit", member.valueType().unit().name());
      node.put("total", member.total());
      node.put("work", member.work().isPresent() ? member.work().getAsDouble() : null);
    }
  }

  private static ObjectNode test(Contrast contrast) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("design", "unblocked");
    node.put("level", contrast.settings().level());
    node.put("power", contrast.settings().power());
    node.put("floor", contrast.settings().floor());
    node.put("tested", contrast.family().rowCount());
    node.put("splits", contrast.family().splitCount());
    node.put("exact", contrast.family().exact());
    node.put("seed", contrast.settings().seed());
    node.put("needed", contrast.needed().orElse(null));
    return node;
  }

  private static ObjectNode guard(Diff.Guard guard) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("limit", guard.limit());
    node.put(
        "ruling",
        switch (guard.ruling()) {
          case Ruling.Passed() -> "passed";
          case Ruling.Worse _ -> "worse";
          case Ruling.Unjudged _ -> "unjudged";
        });
    node.put("reason", guard.ruling() instanceof Ruling.Unjudged(String why) ? why : null);
    return node;
  }

  private static void add(ObjectNode node, Row row, Contrast contrast) {
    ProfileFields.place(node, row.difference().place());
    node.put("was", row.was().map(was -> was.text()).orElse(null));
    node.put("found_by", word(row.kinship()));
    node.put("change", word(row.difference().change()));
    node.put("base_flat", row.difference().before().flat());
    node.put("flat", row.difference().after().flat());
    node.put("flat_change", row.difference().flat());
    node.put("base_cum", row.difference().before().cumulative());
    node.put("cum", row.difference().after().cumulative());
    node.put("cum_change", row.difference().cumulative());
    node.put("base_measured", row.base());
    node.put("measured", row.other());
    node.put("shift", row.shift());
    node.put("shift_share", contrast.share(row.shift()));
    judgement(node, row.judgement());
  }

  private static void judgement(ObjectNode node, Judgement judgement) {
    switch (judgement) {
      case Judgement.Untested() -> node.put("judgement", "untested");
      case Judgement.TooFew _ -> node.put("judgement", "too_few");
      case Judgement.Tested tested -> {
        node.put("judgement", word(tested.change()));
        ArrayNode interval = node.putArray("interval");
        interval.add(finite(tested.low()));
        interval.add(finite(tested.high()));
        node.put("p", tested.p());
        node.put("p_adjusted", tested.adjusted());
        node.put(
            "detectable",
            tested.detectable().isPresent() ? tested.detectable().getAsDouble() : null);
      }
    }
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
