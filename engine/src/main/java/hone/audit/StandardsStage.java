package hone.audit;

import hone.project.Listener;
import hone.project.Project;
import hone.project.Stage;
import hone.service.Language;
import hone.standard.Meaning;
import hone.standard.Standards;
import java.nio.file.Path;
import java.util.Locale;

/// Says what the team's standards ask for; they were read with the project.
record StandardsStage(Project project) {

  void tell(Listener listener) {
    Standards standards = project.standards();
    Language language = project.service().language().orElseThrow();
    int budgets = standards.budgets(language).size();
    int constraints = standards.saying(Meaning.Constraint.class).size();
    listener.ends(
        Stage.STANDARDS,
        String.format(
            Locale.ROOT,
            "%s: %d budget%s, %d constraint%s, %.0f %% threshold",
            Path.of(standards.input()).getFileName(),
            budgets,
            budgets == 1 ? "" : "s",
            constraints,
            constraints == 1 ? "" : "s",
            standards.changeShare() * 100));
  }
}
