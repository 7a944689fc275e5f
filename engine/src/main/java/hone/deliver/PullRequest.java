package hone.deliver;

import tools.jackson.databind.JsonNode;

/// A pull request as a forge tells of it.
///
/// @param url        its page
/// @param open       not merged and not closed
/// @param repository `owner/name` that its branch is in; empty where that is gone
/// @param branch     its head
/// @param commit     full id of the commit at its head
record PullRequest(
    long number, String url, boolean open, String repository, String branch, String commit) {

  /// Reads what GitHub and Gitea write.
  static PullRequest of(JsonNode node) {
    JsonNode head = node.path("head");
    return new PullRequest(
        node.path("number").asLong(0),
        node.path("html_url").asString(""),
        node.path("state").asString("").equals("open"),
        head.path("repo").path("full_name").asString(""),
        head.path("ref").asString(""),
        head.path("sha").asString(""));
  }
}
