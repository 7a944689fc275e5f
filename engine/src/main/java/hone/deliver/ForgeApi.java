package hone.deliver;

import hone.service.Delivery;
import hone.workspace.Refusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API that GitHub made and Gitea speaks too, where the two are the same.
///
/// @param pageSize most entries of a list that one answer holds
/// @param sizeName what the parameter of that is called
/// @param byHead   whether lists can be asked for the pull requests of one branch
record ForgeApi(ForgeHttp http, String repository, int pageSize, String sizeName, boolean byHead)
    implements Forge {

  private static final int MOST_PAGES = 40;

  /// GitHub, and GitHub Enterprise Server.
  static ForgeApi gitHub(URI base, String repository, ForgeToken token, Patience patience) {
    return new ForgeApi(
        http(Delivery.Forge.GITHUB, base, token, patience), repository, 100, "per_page", true);
  }

  /// Gitea and Forgejo.
  static ForgeApi gitea(URI base, String repository, ForgeToken token, Patience patience) {
    return new ForgeApi(
        http(Delivery.Forge.GITEA, base, token, patience), repository, 50, "limit", false);
  }

  /// Requests with what a forge wants to hear of each.
  static ForgeHttp http(Delivery.Forge forge, URI base, ForgeToken token, Patience patience) {
    Map<String, String> headers =
        forge == Delivery.Forge.GITHUB
            ? Map.of(
                "Authorization",
                token.authorization("Bearer"),
                "Accept",
                "application/vnd.github+json",
                "X-GitHub-Api-Version",
                "2022-11-28")
            : Map.of("Authorization", token.authorization("token"), "Accept", "application/json");
    return new ForgeHttp(base, headers, token, patience);
  }

  @Override
  public String defaultBranch() throws Refusal {
    return http.take("/repos/" + repository).path("default_branch").asString("");
  }

  @Override
  public List<PullRequest> pullRequestsOf(String branch) throws Refusal {
    String owner = repository.substring(0, repository.indexOf('/'));
    String filter = byHead ? "&head=" + encoded(owner + ":" + branch) : "";
    return list("state=all" + filter).stream()
        .filter(each -> each.branch().equals(branch) && isHere(each))
        .toList();
  }

  @Override
  public List<PullRequest> openPullRequests() throws Refusal {
    return list("state=open").stream().filter(this::isHere).toList();
  }

  @Override
  public Optional<String> tip(String branch) throws Refusal {
    return http.find("/repos/" + repository + "/branches/" + encoded(branch))
        .map(found -> found.path("commit"))
        .map(commit -> commit.path("sha").asString(commit.path("id").asString("")));
  }

  @Override
  public Reply open(Offer offer, String branch) throws Refusal {
    JsonNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("title", offer.title())
            .put("body", offer.body())
            .put("head", branch)
            .put("base", offer.base());
    return http.post(pulls(), body);
  }

  @Override
  public Refusal refusal(Reply reply) {
    return http.refusal(pulls(), reply);
  }

  @Override
  public void pause() throws Refusal {
    http.pause(http.patience().pause());
  }

  @Override
  public void close() {
    http.close();
  }

  private boolean isHere(PullRequest each) {
    return each.repository().equalsIgnoreCase(repository);
  }

  private String pulls() {
    return "/repos/" + repository + "/pulls";
  }

  private List<PullRequest> list(String filter) throws Refusal {
    List<PullRequest> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode entries =
          http.take("%s?%s&%s=%d&page=%d".formatted(pulls(), filter, sizeName, pageSize, page));
      entries.forEach(entry -> all.add(PullRequest.of(entry)));
      if (entries.size() < pageSize) {
        return List.copyOf(all);
      }
    }
    throw Refusal.tool(
        "%s: more pull requests than hone looks through: %d".formatted(repository, all.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
