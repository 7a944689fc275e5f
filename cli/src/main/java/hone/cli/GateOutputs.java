package hone.cli;

import hone.deliver.Patience;
import hone.deliver.PullRequestComment;
import hone.input.Printable;
import hone.notice.CodeQuality;
import hone.notice.JUnit;
import hone.notice.Notice;
import hone.notice.NoticePage;
import hone.notice.Sarif;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where else a gate's result goes. None of it changes the result.
final class GateOutputs {

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the result as a page of Markdown.")
  private @Nullable Path markdown;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write it as SARIF 2.1.0, for code scanning.")
  private @Nullable Path sarif;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write it as JUnit XML, for reports of tests.")
  private @Nullable Path junit;

  @Option(
      names = "--code-quality",
      paramLabel = "FILE",
      description = "Write it as GitLab's report of code quality.")
  private @Nullable Path codeQuality;

  @Option(
      names = "--comment",
      paramLabel = "NUMBER",
      description = {
        "Put it on this pull request, as one comment that is kept up to date: on GitHub or",
        "Gitea, from a job of theirs (GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_TOKEN)."
      })
  private @Nullable Long comment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// Refuses what cannot be a pull request, before anything is measured.
  void check() {
    if (comment != null && comment < 1) {
      throw new ParameterException(
          spec.commandLine(), "--comment is no number of a pull request: " + comment);
    }
  }

  /// Writes all that was asked for.
  ///
  /// @param job that this runs in, if it does
  void write(Notice notice, Optional<GitHubActions> job) throws Refusal, IOException {
    String version = Version.text();
    write(markdown, () -> NoticePage.of(notice));
    write(sarif, () -> Sarif.text(notice, version));
    write(junit, () -> JUnit.text(notice));
    write(codeQuality, () -> CodeQuality.text(notice));
    if (comment != null) {
      comment(comment, notice, job);
    }
  }

  private void write(@Nullable Path file, Supplier<String> text) throws Refusal {
    if (file != null) {
      NamedFile.write(spec.commandLine().getOut(), file, text.get());
    }
  }

  /// A comment that cannot be written changes no verdict: on a pull request from a fork the token
  /// of a job may only read.
  private void comment(long number, Notice notice, Optional<GitHubActions> job) {
    PrintWriter err = spec.commandLine().getErr();
    try (PullRequestComment place = PullRequestComment.of(System.getenv(), Patience.defaults())) {
      place.place(number, "gate-" + mark(notice.service()), NoticePage.of(notice));
    } catch (Refusal refused) {
      String line = "no comment: " + refused.getMessage();
      job.ifPresent(_ -> GitHubActions.notice(err, line));
      if (job.isEmpty()) {
        err.println("hone: " + Printable.of(line));
      }
    }
  }

  /// A service's name as letters and digits, whatever is in it.
  private static String mark(String service) {
    return UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
