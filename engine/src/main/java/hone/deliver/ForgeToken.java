package hone.deliver;

import hone.service.Delivery.Forge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secret that lets hone push a branch and open a pull request. It shows itself in no text.
final class ForgeToken {

  /// The variable that is looked at first, for every forge.
  static final String VARIABLE = "HONE_FORGE_TOKEN";

  private final String secret;

  private ForgeToken(String secret) {
    this.secret = secret;
  }

  /// The token that an environment holds for a forge.
  static Optional<ForgeToken> of(Forge forge, Map<String, String> environment) {
    return variables(forge).stream()
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .map(ForgeToken::new)
        .findFirst();
  }

  /// The variables that may hold it, first one first.
  static List<String> variables(Forge forge) {
    return switch (forge) {
      case NONE -> List.of();
      case GITHUB -> List.of(VARIABLE, "GITHUB_TOKEN", "GH_TOKEN");
      case GITEA -> List.of(VARIABLE, "GITEA_TOKEN");
      case GITLAB -> List.of(VARIABLE, "GITLAB_TOKEN");
    };
  }

  /// The value of an `Authorization` header: a scheme, then the secret.
  String authorization(String scheme) {
    return scheme + " " + secret;
  }

  /// The value of an `Authorization` header for git over HTTP.
  String basicAuthorization() {
    byte[] pair = ("x-access-token:" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /// A text from outside without the secret, however it came into it.
  String hiddenIn(String text) {
    String encoded = basicAuthorization().substring("Basic ".length());
    return text.replace(secret, "***").replace(encoded, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
