package hone.advice;

import hone.agent.Agent;
import hone.agent.AgentOutcome;
import hone.agent.AgentReport;
import hone.claim.Answer;
import hone.claim.AnswerReader;
import hone.claim.Checked;
import hone.claim.Extract;
import hone.claim.Prompt;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks an agent what makes the hotspots slow, and keeps of its answer what the profiles bear out.
///
/// The agent sees the extract and nothing else: no repository, no command. An answer that cannot be
/// read, or that claims what is not so, is sent back once.
///
/// @param author    how the agent is called
/// @param model     as the agent knows it
/// @param directory where prompts, answers and transcripts are kept; made if it is not there
public record Consultation(Agent agent, String author, String model, Path directory) {

  private static final int EXTRACT_TOKENS = 16_000;

  /// The findings with the agent's advice.
  public Advised advised(Inquiry inquiry) throws IOException, InterruptedException {
    Extract extract =
        Extract.of(inquiry.findings(), inquiry.profiles(), inquiry.tree(), EXTRACT_TOKENS);
    String prompt = Prompt.analysis(extract, inquiry.standards());
    Interview interview = new Interview(agent, model, DocumentSchema.FINDINGS.open(), directory);
    Read read =
        interview.held(
            "analyse", prompt, report -> read(report, inquiry.findings()), Prompt::repair);
    return told(inquiry.findings(), read);
  }

  /// One answer, held against the findings.
  ///
  /// @param failure  of the agent itself
  /// @param problems what a second turn should mend
  private record Read(
      Checked checked, Optional<String> failure, List<String> problems, List<String> notices)
      implements Interview.Reading {

    @Override
    public boolean failed() {
      return failure.isPresent();
    }

    @Override
    public int kept() {
      return checked.supported().size();
    }
  }

  private static Read read(AgentReport report, Findings findings) {
    Checked none = Checked.of(List.of(), findings);
    if (!(report.outcome() instanceof AgentOutcome.Answered answered)) {
      return new Read(none, Optional.of(report.outcome().words()), List.of(), report.notices());
    }
    return switch (AnswerReader.read(String.join("\n", answered.messages()))) {
      case Answer.Broken broken ->
          new Read(none, Optional.empty(), broken.problems(), report.notices());
      case Answer.Read read -> {
        Checked checked = Checked.of(read.claims(), findings);
        List<String> wrong = checked.dropped().stream().map(Checked.Dropped::reason).toList();
        yield new Read(checked, Optional.empty(), wrong, report.notices());
      }
    };
  }

  private Advised told(Findings findings, Read read) {
    Map<String, String> words = new HashMap<>();
    for (Checked.Supported supported : read.checked().supported()) {
      words.put(supported.finding().id(), supported.claim().approach());
    }
    List<String> dropped = read.checked().dropped().stream().map(Checked.Dropped::reason).toList();
    boolean unread = read.failure().isEmpty() && dropped.isEmpty() && !read.problems().isEmpty();
    Optional<String> failure =
        unread
            ? Optional.of("its answer is no document of findings: " + read.problems().getFirst())
            : read.failure();
    Findings advised = findings.with(finding -> withWords(finding, words));
    return new Advised(
        advised.noted(sentence(words.size(), dropped.size(), failure)),
        words.size(),
        dropped,
        failure,
        new ArrayList<>(read.notices()));
  }

  private Finding withWords(Finding finding, Map<String, String> words) {
    String said = words.getOrDefault(finding.id(), "");
    return said.isBlank() ? finding : finding.withAdvice(new Finding.Advice(author, said));
  }

  private String sentence(int borneOut, int dropped, Optional<String> failure) {
    return failure
        .map(why -> author + " gave no advice: " + why + ".")
        .orElseGet(() ->
            "Of the claims of %s, %d %s borne out by the profiles and %d dropped."
                .formatted(author, borneOut, borneOut == 1 ? "is" : "are", dropped));
  }
}
