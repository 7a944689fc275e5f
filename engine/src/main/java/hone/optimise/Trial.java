package hone.optimise;

import hone.workspace.Allowance;
import hone.workspace.AtomicFile;
import hone.workspace.Change;
import hone.workspace.Checkouts;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import hone.workspace.Worktree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Tries a candidate before it is measured: policy, build, the baseline's tests, in that order.
///
/// @param tests the service's command line for its tests, where it has one
public record Trial(Checkouts checkouts, Shell shell, Optional<String> tests) {

  private static final Duration TEST_LIMIT = Duration.ofMinutes(15);

  /// How a candidate's files are made in a fresh checkout of the base.
  @FunctionalInterface
  public interface Edit {

    /// Changes files of the checkout, nothing else.
    ///
    /// @throws EditFailure if there is no change to try
    void in(Worktree fresh) throws Refusal, EditFailure, IOException;
  }

  /// Makes the candidate, keeps its patch, and tries it.
  ///
  /// @param patch where its patch is kept
  /// @param log   where what the commands print is kept
  public Attempt attempt(Candidate candidate, Edit edit, Path patch, Path log)
      throws Refusal, IOException {
    return attempt(candidate, edit, Allowance.anywhere(), patch, log);
  }

  /// Makes the candidate, keeps its patch, and tries it, if it keeps to what it may touch.
  public Attempt attempt(Candidate candidate, Edit edit, Allowance allowance, Path patch, Path log)
      throws Refusal, IOException {
    Worktree fresh = checkouts.fresh(candidate.number());
    Optional<String> failure = failure(edit, fresh);
    Change change = fresh.change();
    AtomicFile.write(patch, change.patch());
    Attempt made = Attempt.of(candidate, change);
    if (failure.isPresent()) {
      return made.rejected(Rejection.Kind.FAILED, failure.get());
    }
    Scrutiny.Opinion opinion =
        new Scrutiny(fresh.repository(), fresh.commit()).of(change, allowance);
    Attempt attempt = made.classified(opinion.kind());
    if (opinion.objection().isPresent()) {
      return attempt.rejected(Rejection.Kind.POLICY, opinion.objection().get());
    }
    Optional<String> broken = checkouts.candidate(candidate.number(), patch, log);
    if (broken.isPresent()) {
      checkouts.base(log);
      return attempt.rejected(Rejection.Kind.BUILD, broken.get());
    }
    return tests.isPresent() ? tested(attempt, tests.get(), log) : attempt;
  }

  private static Optional<String> failure(Edit edit, Worktree fresh) throws Refusal, IOException {
    try {
      edit.in(fresh);
      return Optional.empty();
    } catch (EditFailure nothing) {
      return Optional.of(String.valueOf(nothing.getMessage()));
    }
  }

  private Attempt tested(Attempt attempt, String line, Path log) throws Refusal, IOException {
    Path directory = checkouts.serviceDirectory(attempt.candidate().number());
    Shell.Result result = shell.run(line, directory, TEST_LIMIT, log);
    if (result.failure().isEmpty()) {
      return attempt.tested(TestCount.in(result.output()));
    }
    Optional<String> onBase = shell.run(line, checkouts.base(log), TEST_LIMIT, log).failure();
    if (onBase.isPresent()) {
      throw Refusal.tool("tests fail on base: " + onBase.get());
    }
    return attempt.rejected(Rejection.Kind.TESTS, result.failure().get());
  }
}
