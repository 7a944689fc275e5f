package hone.deliver;

import hone.input.Printable;
import hone.service.Delivery;
import hone.workspace.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One comment of hone's on a pull request, written once and put up to date in its place.
///
/// It is found by a mark that readers do not see, and only among the comments of the account that
/// hone writes as: another's comment with the same mark is left alone, because its author could
/// change what hone has put there.
public final class PullRequestComment implements AutoCloseable {

  private static final Pattern REPOSITORY = Pattern.compile("(?!\\.+/)[\\w.-]+/(?!\\.+$)[\\w.-]+");
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 40;

  private final ForgeHttp http;
  private final Delivery.Forge forge;
  private final String issues;

  private PullRequestComment(ForgeHttp http, Delivery.Forge forge, String issues) {
    this.http = http;
    this.forge = forge;
    this.issues = issues;
  }

  /// What became of a comment.
  public enum Placed {
    WRITTEN,
    UPDATED,
    /// It was there already, word for word.
    KEPT
  }

  /// Comments on the repository that a job of GitHub's or Gitea's runs for.
  ///
  /// @param environment of the job: `GITHUB_REPOSITORY`, `GITHUB_API_URL` and a token
  /// @throws Refusal if it names none, or has no token
  public static PullRequestComment of(Map<String, String> environment, Patience patience)
      throws Refusal {
    String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
    String address = environment.getOrDefault("GITHUB_API_URL", "https://api.github.com");
    if (!REPOSITORY.matcher(repository).matches()) {
      throw Refusal.input(
          "--comment: GITHUB_REPOSITORY names no repository: '" + Printable.of(repository) + "'");
    }
    URI base = base(address.strip().replaceFirst("/+$", ""));
    RemoteAddress.requirePrivate(base);
    Delivery.Forge forge =
        base.getPath().endsWith("/api/v1") ? Delivery.Forge.GITEA : Delivery.Forge.GITHUB;
    ForgeToken token =
        ForgeToken.of(forge, environment)
            .or(() -> ForgeToken.of(Delivery.Forge.GITHUB, environment))
            .orElseThrow(() ->
                Refusal.tool(
                    "--comment: no token: set " + ForgeToken.VARIABLE + " or GITHUB_TOKEN"));
    return new PullRequestComment(
        ForgeApi.http(forge, base, token, patience), forge, "/repos/" + repository + "/issues");
  }

  /// Writes a comment, or puts the one that is there up to date.
  ///
  /// @param number of the pull request
  /// @param mark   tells hone's comments apart: letters, digits and `-`
  /// @param body   Markdown
  /// @throws Refusal if the forge cannot be reached or says no
  public Placed place(long number, String mark, String body) throws Refusal {
    String hidden = "<!-- hone " + mark + " -->";
    String text = hidden + "\n" + body;
    List<JsonNode> ours = ours(number, hidden);
    if (ours.isEmpty()) {
      String path = issues + "/" + number + "/comments";
      done(path, http.post(path, body(text)));
      return Placed.WRITTEN;
    }
    for (JsonNode spare : ours.subList(1, ours.size())) {
      String path = path(spare);
      done(path, http.delete(path));
    }
    JsonNode first = ours.getFirst();
    if (lines(first.path("body").asString("")).equals(lines(text))) {
      return Placed.KEPT;
    }
    done(path(first), http.patch(path(first), body(text)));
    return Placed.UPDATED;
  }

  @Override
  public void close() {
    http.close();
  }

  /// The comments with the mark that are of our account, the oldest first.
  private List<JsonNode> ours(long number, String hidden) throws Refusal {
    Optional<String> login = login();
    List<JsonNode> ours = new ArrayList<>();
    for (JsonNode comment : all(number)) {
      JsonNode author = comment.path("user");
      boolean own =
          login
              .map(name -> author.path("login").asString("").equalsIgnoreCase(name))
              .orElseGet(() -> isJob(author));
      if (own && comment.path("body").asString("").startsWith(hidden)) {
        ours.add(comment);
      }
    }
    return ours;
  }

  /// Whose token it is; a job's is nobody's.
  private Optional<String> login() throws Refusal {
    return http.get("/user") instanceof Reply.Answered answered && answered.succeeded()
        ? Optional.of(answered.body().path("login").asString(""))
        : Optional.empty();
  }

  /// The account that comments of a job are of. People cannot have it: on GitHub no name of theirs
  /// ends in brackets, on Gitea no id of theirs is below zero.
  private boolean isJob(JsonNode author) {
    return switch (forge) {
      case GITHUB ->
          author.path("type").asString("").equals("Bot")
              && author.path("login").asString("").endsWith("[bot]");
      case GITEA -> author.path("id").asLong(0) < 0;
      case GITLAB, NONE -> false;
    };
  }

  /// Every comment; Gitea's list has no pages.
  private List<JsonNode> all(long number) throws Refusal {
    List<JsonNode> all = new ArrayList<>();
    String path = issues + "/" + number + "/comments";
    for (int page = 1; page <= MOST_PAGES; page++) {
      boolean paged = forge == Delivery.Forge.GITHUB;
      JsonNode entries =
          http.take(paged ? "%s?per_page=%d&page=%d".formatted(path, PAGE, page) : path);
      entries.forEach(all::add);
      if (!paged || entries.size() < PAGE) {
        break;
      }
    }
    return all;
  }

  private String path(JsonNode comment) {
    return issues + "/comments/" + comment.path("id").asLong(0);
  }

  private void done(String path, Reply reply) throws Refusal {
    if (!(reply instanceof Reply.Answered answered && answered.succeeded())) {
      throw http.refusal(path, reply);
    }
  }

  private static JsonNode body(String text) {
    return JsonMapper.shared().createObjectNode().put("body", text);
  }

  /// Forges turn line ends as they like.
  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static URI base(String address) throws Refusal {
    try {
      URI base = URI.create(address);
      if (base.getPath() != null && base.getHost() != null) {
        return base;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as for an address without a host.
    }
    throw Refusal.input("--comment: GITHUB_API_URL is no address: '" + Printable.of(address) + "'");
  }
}
