package hone.advice;

import hone.agent.Agent;
import hone.agent.AgentOutcome;
import hone.agent.AgentReport;
import hone.claim.Opinion;
import hone.claim.Opinions;
import hone.claim.Prompt;
import hone.claim.Regression;
import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks an agent what in a change makes benchmarks slower, and whether that looks worth it.
///
/// The verdict is there before it is asked, and nothing of what it says gets into it.
///
/// @param author    how the agent is called
/// @param model     as the agent knows it
/// @param directory where prompts, answers and transcripts are kept; made if it is not there
public record Triage(Agent agent, String author, String model, Path directory) {

  /// What came of it.
  ///
  /// @param opinions one for a regression at most
  /// @param dropped  why other opinions were dropped, a sentence each
  /// @param failure  why there is no answer, where there is none
  /// @param notices  what the agent's driver wants a person to know
  public record Told(
      List<Opinion> opinions,
      List<String> dropped,
      Optional<String> failure,
      List<String> notices) {

    public Told {
      opinions = List.copyOf(opinions);
      dropped = List.copyOf(dropped);
      notices = List.copyOf(notices);
    }
  }

  /// The same, kept elsewhere.
  public Triage in(Path other) {
    return new Triage(agent, author, model, other);
  }

  /// What the agent says of the regressions.
  ///
  /// @param diff      the whole change, as git writes it
  /// @param standards the team's own sentences
  public Told told(List<Regression> regressions, String diff, List<String> standards)
      throws IOException, InterruptedException {
    Read read =
        new Interview(agent, model, DocumentSchema.TRIAGE.open(), directory)
            .held(
                "triage",
                Prompt.triage(regressions, diff, standards),
                report -> read(report, regressions),
                Prompt::triageRepair);
    Opinions opinions = read.opinions();
    Optional<String> failure =
        opinions.unreadable().isEmpty()
            ? read.failure()
            : Optional.of("its answer is no triage: " + opinions.unreadable().getFirst());
    return new Told(opinions.kept(), opinions.dropped(), failure, read.notices());
  }

  /// One answer, held against the regressions.
  private record Read(Opinions opinions, Optional<String> failure, List<String> notices)
      implements Interview.Reading {

    @Override
    public boolean failed() {
      return failure.isPresent();
    }

    @Override
    public List<String> problems() {
      return opinions.problems();
    }

    @Override
    public int kept() {
      return opinions.kept().size();
    }
  }

  private static Read read(AgentReport report, List<Regression> regressions) {
    if (report.outcome() instanceof AgentOutcome.Answered answered) {
      String text = String.join("\n", answered.messages());
      return new Read(Opinions.of(text, regressions), Optional.empty(), report.notices());
    }
    Opinions none = new Opinions(List.of(), List.of(), List.of());
    return new Read(none, Optional.of(report.outcome().words()), report.notices());
  }
}
