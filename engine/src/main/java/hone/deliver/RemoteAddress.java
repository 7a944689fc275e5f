package hone.deliver;

import hone.input.Printable;
import hone.workspace.Refusal;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a git remote lies: host, owner and name. User names and passwords that the URL may hold
/// are dropped as it is read.
///
/// @param scheme `https`, `http` or `ssh`
/// @param host   with the port where one is given
/// @param prefix path before the owner, empty or beginning with `/`
record RemoteAddress(String scheme, String host, String prefix, String owner, String name) {

  private static final Pattern URL =
      Pattern.compile("(?i)(https?|ssh|git\\+ssh)://(?:[^/]*@)?([^/@]+)/+(.+)");
  private static final Pattern SCP = Pattern.compile("(?:[^/@:]*@)?([^/@:]+):(?!//)/*(.+)");
  private static final Pattern PATH =
      Pattern.compile("((?:[\\w.~-]+/)*)([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/*");
  private static final Pattern HOST =
      Pattern.compile("[\\w.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

  /// Reads the URL of a remote.
  ///
  /// @param remote its name, for messages
  /// @throws Refusal if it names no repository on a host
  static RemoteAddress of(String remote, String url) throws Refusal {
    return parsed(url.strip())
        .orElseThrow(() ->
            Refusal.input(
                "remote '%s': its URL names no owner and repository on a host; a pull request needs one such as https://host/owner/name"
                    .formatted(Printable.of(remote))));
  }

  private static Optional<RemoteAddress> parsed(String url) {
    Matcher full = URL.matcher(url);
    if (full.matches()) {
      boolean ssh = full.group(1).toLowerCase(java.util.Locale.ROOT).contains("ssh");
      String host = ssh ? full.group(2).replaceFirst(":\\d+$", "") : full.group(2);
      return at(
          ssh ? "ssh" : full.group(1).toLowerCase(java.util.Locale.ROOT), host, full.group(3));
    }
    Matcher scp = SCP.matcher(url);
    return scp.matches() ? at("ssh", scp.group(1), scp.group(2)) : Optional.empty();
  }

  private static Optional<RemoteAddress> at(String scheme, String host, String path) {
    Matcher parts = PATH.matcher(path);
    if (!HOST.matcher(host).matches() || !parts.matches()) {
      return Optional.empty();
    }
    String before = parts.group(1);
    String prefix = before.isEmpty() ? "" : "/" + before.substring(0, before.length() - 1);
    return Optional.of(new RemoteAddress(scheme, host, prefix, parts.group(2), parts.group(3)));
  }

  /// The site as the web has it: `https` unless the remote is read over plain HTTP.
  URI site() {
    return URI.create((scheme.equals("http") ? "http" : "https") + "://" + host + prefix);
  }

  /// `scheme://host/`, which git's settings for HTTP are given for.
  String origin() {
    return scheme + "://" + host + "/";
  }

  boolean overHttp() {
    return !scheme.equals("ssh");
  }

  String repository() {
    return owner + "/" + name;
  }

  /// Refuses to let a token travel in the clear.
  static void requirePrivate(URI base) throws Refusal {
    String host = base.getRawAuthority() == null ? "" : base.getRawAuthority();
    boolean safe =
        "https".equals(base.getScheme())
            || ("http".equals(base.getScheme()) && LOOPBACK.matcher(host).matches());
    if (!safe) {
      throw Refusal.input(
          Printable.of(base.getScheme() + "://" + host.replaceFirst(".*@", ""), 200)
              + ": a token would travel in the clear; use https");
    }
  }
}
