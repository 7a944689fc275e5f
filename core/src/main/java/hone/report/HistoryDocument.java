package hone.report;

import hone.history.Chain;
import hone.history.Creep;
import hone.history.Figure;
import hone.history.History;
import hone.history.Line;
import hone.history.Revision;
import hone.history.Story;
import hone.history.Track;
import hone.stat.ChangePoint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A history as JSON: the object of `hone history --json`. Numbers are in base units; an open end of
/// an interval is null.
///
/// @param since the release that creep is judged from, as it was named; empty for the whole line
public record HistoryDocument(String service, Line line, History.Watch watch, String since) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The document.
  public ObjectNode of(History history) {
    ObjectNode document = JSON.objectNode();
    document.put("service", service);
    document.put("head", line.revisions().getLast().commit());
    ObjectNode from = document.putObject("since");
    from.put("name", since).put("commit", line.revisions().get(watch.since()).commit());
    document.put("threshold", watch.threshold());
    document.put("change_point_significance", Track.LEVEL).put("seed", Track.SEED);
    document.put("entries", history.entries()).put("elsewhere", history.elsewhere());
    ArrayNode series = document.putArray("series");
    history.stories().forEach(story -> series.add(story(story)));
    return document;
  }

  private static ObjectNode story(Story story) {
    ObjectNode object = JSON.objectNode();
    object.put("benchmark", story.benchmark()).put("metric", story.metric().name());
    object.put("unit", story.metric().unit().name());
    object.put("better", story.metric().better().toString());
    ArrayNode chain = object.putArray("chain");
    story.chain().links().forEach(link -> chain.add(link(link)));
    ArrayNode machines = object.putArray("machines");
    story.tracks().forEach(track -> machines.add(track(track)));
    story
        .creep()
        .ifPresentOrElse(creep -> object.set("creep", creep(creep)), () -> object.putNull("creep"));
    return object;
  }

  private static ObjectNode link(Chain.Link link) {
    ObjectNode object = revision(link.revision());
    object.put("segment", link.segment()).put("ratios", link.ratios());
    change(object, link.level());
    return object;
  }

  private static ObjectNode revision(Revision revision) {
    return JSON.objectNode().put("commit", revision.commit()).put("tree", revision.tree());
  }

  private static ObjectNode track(Track track) {
    ObjectNode object = JSON.objectNode();
    object.put("fingerprint", track.machine().hash());
    ArrayNode facts = object.putArray("facts");
    track
        .machine()
        .facts()
        .forEach((name, value) -> facts.addObject().put("name", name).put("value", value));
    ArrayNode points = object.putArray("points");
    for (Track.Point point : track.points()) {
      ObjectNode each = revision(point.revision());
      each.put("run", point.entry().id()).put("made_at", point.entry().madeAt().toString());
      each.put("n", point.summary().count()).put("median", point.summary().median());
      points.add(each);
    }
    ArrayNode changes = object.putArray("change_points");
    track.changes().forEach(change -> changes.add(change(track, change)));
    return object;
  }

  private static ObjectNode change(Track track, ChangePoint change) {
    ObjectNode object = revision(track.points().get(change.at()).revision());
    object.put("index", change.at());
    object.put("earliest", track.points().get(change.earliest()).revision().commit());
    object.put("latest", track.points().get(change.latest()).revision().commit());
    object.put("scale", track.isRatio() ? "ratio" : "difference");
    if (track.isRatio()) {
      change(object, track.change(change));
    } else {
      interval(object, change.shift().estimate(), change.shift().low(), change.shift().high());
    }
    return object.put("p", change.p()).put("adjusted_p", change.adjustedP());
  }

  private static ObjectNode creep(Creep creep) {
    ObjectNode object = JSON.objectNode();
    object.put("verdict", creep.verdict().toString());
    object.put("from", creep.from().commit()).put("to", creep.to().commit());
    object.put("ratios", creep.ratios());
    change(object, creep.change());
    return object;
  }

  private static void change(ObjectNode object, Figure.Change change) {
    interval(object, change.effect(), change.low() > -1 ? change.low() : Double.NaN, change.high());
  }

  private static void interval(ObjectNode object, double effect, double low, double high) {
    object.put("effect", effect);
    ArrayNode interval = object.putArray("interval");
    for (double end : new double[] {low, high}) {
      if (Double.isFinite(end)) {
        interval.add(end);
      } else {
        interval.addNull();
      }
    }
  }
}
