package hone.deliver;

import hone.service.Delivery;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens pull requests for branches: exactly one for each change, however often it is tried.
public final class PullRequests implements AutoCloseable {

  private static final String OURS = "hone/";

  private final Forge forge;
  private final Push push;
  private final Delivery settings;
  private final Patience patience;

  private PullRequests(Forge forge, Push push, Delivery settings, Patience patience) {
    this.forge = forge;
    this.push = push;
    this.settings = settings;
    this.patience = patience;
  }

  /// Those of the forge that the settings name; nothing where they name none.
  ///
  /// @param environment holds the token, and `HONE_FORGE_URL` where the API is elsewhere than at
  ///     the remote's host
  /// @throws Refusal if there is no token, or no remote that tells where the repository is
  public static Optional<PullRequests> of(
      Repository repository, Delivery settings, Map<String, String> environment, Patience patience)
      throws Refusal {
    if (settings.forge() == Delivery.Forge.NONE) {
      return Optional.empty();
    }
    ForgeToken token =
        ForgeToken.of(settings.forge(), environment)
            .orElseThrow(() ->
                Refusal.tool(
                    "deliver: forge %s: no token: set %s, or 'forge: none' to have branches and evidence only"
                        .formatted(settings.forge().text(), ForgeToken.VARIABLE)));
    String remote = remote(repository);
    RemoteAddress address =
        RemoteAddress.of(
            remote,
            repository
                .git()
                .run(repository.root(), "config", "--get", "remote." + remote + ".url"));
    Push push = new Push(repository, remote, address, token);
    String elsewhere = environment.getOrDefault("HONE_FORGE_URL", "").strip();
    URI base = elsewhere.isEmpty() ? base(settings.forge(), address) : base(elsewhere);
    RemoteAddress.requirePrivate(base);
    if (address.overHttp()) {
      RemoteAddress.requirePrivate(address.site());
    }
    Forge forge = forge(settings.forge(), base, address.repository(), token, patience);
    return Optional.of(new PullRequests(forge, push, settings, patience));
  }

  /// What became of an offer.
  public sealed interface Placed {

    /// Its pull request is there.
    record Open(String url) implements Placed {}

    /// Its pull request was closed or merged by somebody: it is not opened again.
    record Closed(String url) implements Placed {}

    /// As many as the settings allow are open already: nothing was pushed.
    record Waiting(long openCount) implements Placed {}
  }

  /// Places one offer.
  ///
  /// @throws Refusal if the forge cannot be reached or says no
  public Placed place(Offer offer) throws Refusal {
    Push.Target target = push.target(offer.branch());
    Optional<PullRequest> known = known(target);
    if (known.isPresent()) {
      return placed(known.get());
    }
    long openCount =
        forge.openPullRequests().stream().filter(each -> each.branch().startsWith(OURS)).count();
    if (openCount >= settings.openAtOnce()) {
      return new Placed.Waiting(openCount);
    }
    push.push(target);
    awaitSight(target);
    return placed(opened(withBase(offer), target));
  }

  @Override
  public void close() {
    forge.close();
  }

  private static Placed placed(PullRequest there) {
    return there.open() ? new Placed.Open(there.url()) : new Placed.Closed(there.url());
  }

  private Optional<PullRequest> known(Push.Target target) throws Refusal {
    List<PullRequest> all =
        forge.pullRequestsOf(target.name()).stream()
            .filter(each -> each.commit().equals(target.commit()))
            .toList();
    return all.stream().filter(PullRequest::open).findFirst().or(() -> all.stream().findFirst());
  }

  /// A reply that is no pull request may hide one: the forge is asked whether it is there.
  private PullRequest opened(Offer offer, Push.Target target) throws Refusal {
    Reply reply = forge.open(offer, target.name());
    if (reply instanceof Reply.Answered answered && answered.succeeded()) {
      return PullRequest.of(answered.body());
    }
    Optional<PullRequest> there = known(target);
    return there.orElseThrow(() -> forge.refusal(reply));
  }

  private Offer withBase(Offer offer) throws Refusal {
    return offer.base().isEmpty()
        ? new Offer(offer.branch(), forge.defaultBranch(), offer.title(), offer.body())
        : offer;
  }

  /// A forge may learn of a push some time after it has taken it.
  private void awaitSight(Push.Target target) throws Refusal {
    Duration waited = Duration.ZERO;
    while (!forge.tip(target.name()).equals(Optional.of(target.commit()))) {
      if (waited.compareTo(patience.limit()) >= 0) {
        throw Refusal.tool(
            "%s: branch '%s' was pushed and is not seen after %d s; go on later with: hone deliver"
                .formatted(forge.repository(), target.name(), waited.toSeconds()));
      }
      forge.pause();
      waited = waited.plus(patience.pause());
    }
  }

  private static String remote(Repository repository) throws Refusal {
    Git git = repository.git();
    List<String> names = git.run(repository.root(), "remote").lines().toList();
    if (names.contains("origin")) {
      return "origin";
    }
    if (names.size() != 1) {
      throw Refusal.input(
          repository.root() + ": a pull request needs the remote 'origin', found: " + names);
    }
    return names.getFirst();
  }

  private static URI base(String url) throws Refusal {
    try {
      return URI.create(url.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException _) {
      throw Refusal.input("HONE_FORGE_URL: not a URL");
    }
  }

  private static URI base(Delivery.Forge forge, RemoteAddress address) {
    String site = address.site().toString();
    return URI.create(
        switch (forge) {
          case GITHUB ->
              address.host().equalsIgnoreCase("github.com")
                  ? "https://api.github.com"
                  : site + "/api/v3";
          case GITEA -> site + "/api/v1";
          case GITLAB, NONE -> site;
        });
  }

  private static Forge forge(
      Delivery.Forge kind, URI base, String repository, ForgeToken token, Patience patience)
      throws Refusal {
    return switch (kind) {
      case GITHUB -> ForgeApi.gitHub(base, repository, token, patience);
      case GITEA -> ForgeApi.gitea(base, repository, token, patience);
      case GITLAB ->
          throw Refusal.input(
              "deliver: forge gitlab: hone opens no merge requests yet; with 'forge: none' it leaves branch and evidence");
      case NONE -> throw new IllegalArgumentException("no forge");
    };
  }
}
