package hone.deliver;

import hone.workspace.Refusal;
import java.util.List;
import java.util.Optional;

/// One repository on a host of pull requests.
interface Forge extends AutoCloseable {

  /// `owner/name`.
  String repository();

  /// The branch that changes go into where nobody says otherwise.
  String defaultBranch() throws Refusal;

  /// Every pull request of a branch of this repository, open or not.
  List<PullRequest> pullRequestsOf(String branch) throws Refusal;

  /// Every open pull request, whoever opened it.
  List<PullRequest> openPullRequests() throws Refusal;

  /// The commit at the end of a branch, once the forge sees it.
  Optional<String> tip(String branch) throws Refusal;

  /// Asks for a pull request, once; the reply tells whether it is there now.
  Reply open(Offer offer, String branch) throws Refusal;

  /// One line about a reply that is no pull request.
  Refusal refusal(Reply reply);

  /// Waits between two looks at the forge.
  void pause() throws Refusal;

  @Override
  void close();
}
