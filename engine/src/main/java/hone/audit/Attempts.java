package hone.audit;

import hone.optimise.Attempt;
import hone.optimise.AttemptFile;
import hone.optimise.Candidate;
import hone.optimise.Trial;
import hone.project.CandidateDirectory;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.Workshop;
import hone.workspace.Allowance;
import hone.workspace.Refusal;
import java.io.IOException;

/// Tries candidates, each once in a run.
record Attempts(Project project, RunDirectory run, Workshop workshop) {

  /// What became of a candidate: now, or when the run was here before.
  Attempt of(Candidate candidate, Trial.Edit edit, Allowance allowance)
      throws Refusal, IOException {
    CandidateDirectory directory = run.candidate(candidate.number());
    AttemptFile file = new AttemptFile(directory.attempt());
    if (!file.exists()) {
      Trial trial = new Trial(workshop.checkouts(), workshop.shell(), project.service().tests());
      file.write(
          trial.attempt(candidate, edit, allowance, directory.patch(), directory.log("trial")));
    }
    return file.read();
  }
}
