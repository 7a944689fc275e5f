package hone.audit;

import hone.deliver.Offer;
import hone.deliver.Patience;
import hone.deliver.PullRequests;
import hone.deliver.PullRequests.Placed;
import hone.project.Listener;
import hone.project.Project;
import hone.project.Stage;
import hone.workspace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens pull requests for what was accepted, where the settings name a forge. Branches and
/// evidence are on disk by then, so a forge that fails costs nothing that was measured.
record OfferStage(Project project) {

  /// A contender that is decided.
  ///
  /// @param offer of its branch; nothing for one that was rejected
  record Decided(Contender contender, Optional<Offer> offer) {}

  /// Refuses early what would only be found after everything is measured.
  void requirePossible() throws Refusal {
    pullRequests().ifPresent(PullRequests::close);
  }

  List<Contender> result(List<Decided> decided, Listener listener) throws Refusal {
    List<Contender> ended = new ArrayList<>();
    Optional<PullRequests> forge =
        decided.stream().anyMatch(each -> each.offer().isPresent())
            ? pullRequests()
            : Optional.empty();
    try {
      for (Decided each : decided) {
        ended.add(
            forge.isPresent() && each.offer().isPresent()
                ? placed(each.contender(), forge.get().place(each.offer().get()), listener)
                : each.contender());
      }
    } finally {
      forge.ifPresent(PullRequests::close);
    }
    return List.copyOf(ended);
  }

  private Optional<PullRequests> pullRequests() throws Refusal {
    return PullRequests.of(
        project.repository(), project.service().delivery(), System.getenv(), Patience.defaults());
  }

  private static Contender placed(Contender contender, Placed placed, Listener listener) {
    return switch (placed) {
      case Placed.Open open -> {
        listener.ends(Stage.DELIVER, "pull request " + open.url());
        yield contender.offered(open.url());
      }
      case Placed.Closed closed -> {
        listener.ends(Stage.DELIVER, "pull request " + closed.url() + " was closed: left so");
        yield contender.offered(closed.url());
      }
      case Placed.Waiting waiting -> {
        listener.ends(
            Stage.DELIVER,
            "no pull request: %d of hone %s open, as many as open_at_once allows; later: hone deliver"
                .formatted(waiting.openCount(), waiting.openCount() == 1 ? "is" : "are"));
        yield contender;
      }
    };
  }
}
