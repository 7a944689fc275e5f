package hone.service;

import java.util.Locale;
import java.util.Optional;

/// Where an accepted candidate goes.
///
/// @param base       branch to deliver against; else the repository's default branch
/// @param openAtOnce most pull requests of hone that may be open at one time, at least 1
public record Delivery(Forge forge, Optional<String> base, int openAtOnce) {

  /// A host of repositories and pull requests.
  public enum Forge {
    NONE,
    GITHUB,
    GITLAB,
    GITEA;

    /// As `hone.yaml` writes it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Delivery {
    if (openAtOnce < 1) {
      throw new IllegalArgumentException("open_at_once is not positive: \"" + openAtOnce + "\"");
    }
  }
}
