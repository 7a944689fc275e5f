package hone.deliver;

import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings a branch to a remote. The token reaches git through its environment, for the remote's
/// host alone.
///
/// @param remote its name in the repository
record Push(Repository repository, String remote, RemoteAddress address, ForgeToken token) {

  private static final String HEADS = "refs/heads/";

  /// A branch as the remote has it, or is to have it.
  ///
  /// @param name   there
  /// @param commit full id of the commit at its end
  /// @param there  whether it need not be pushed any more
  record Target(String name, String commit, boolean there) {}

  /// Where a branch of this repository belongs on the remote. Another change of the same name
  /// stays as it is: the branch gets the beginning of its tree's id behind its name then.
  Target target(String branch) throws Refusal {
    String commit = repository.commit(HEADS + branch);
    Optional<Target> plain = at(branch, commit);
    if (plain.isPresent()) {
      return plain.get();
    }
    String longer = branch + "-" + repository.tree(commit).substring(0, 8);
    return at(longer, commit)
        .orElseThrow(() ->
            Refusal.tool(
                "remote '%s': branch '%s' holds another change; delete it there"
                    .formatted(remote, longer)));
  }

  /// Pushes what is not there yet; never over something else.
  void push(Target target) throws Refusal {
    if (!target.there()) {
      git(
          "push",
          "--quiet",
          "--no-follow-tags",
          remote,
          target.commit() + ":" + HEADS + target.name());
    }
  }

  /// Nothing where the remote has another change at that name.
  private Optional<Target> at(String name, String commit) throws Refusal {
    String listed = git("ls-remote", "--quiet", remote, HEADS + name).strip();
    if (listed.isEmpty()) {
      return Optional.of(new Target(name, commit, false));
    }
    String tip = listed.split("\\s", 2)[0];
    if (!tip.equals(commit)) {
      git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, HEADS + name);
      if (!repository.sameChange(tip, commit)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Target(name, tip, true));
  }

  private String git(String... words) throws Refusal {
    try {
      return repository.git().with(environment()).run(repository.root(), words);
    } catch (Refusal refused) {
      String said = token.hiddenIn(String.valueOf(refused.getMessage()));
      throw Refusal.tool(said.replaceAll("://[^/@\\s]*@", "://***@"));
    }
  }

  /// An empty header first: it takes away those that the repository's own settings hold.
  private Map<String, String> environment() {
    if (!address.overHttp()) {
      return Map.of();
    }
    String header = "http." + address.origin() + ".extraHeader";
    List<Map.Entry<String, String>> settings =
        List.of(
            Map.entry(header, ""),
            Map.entry(header, "Authorization: " + token.basicAuthorization()),
            Map.entry("http.followRedirects", "false"));
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GIT_ASKPASS", "");
    environment.put("GIT_CONFIG_COUNT", String.valueOf(settings.size()));
    for (int i = 0; i < settings.size(); i++) {
      environment.put("GIT_CONFIG_KEY_" + i, settings.get(i).getKey());
      environment.put("GIT_CONFIG_VALUE_" + i, settings.get(i).getValue());
    }
    return environment;
  }
}
