package hone.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The little that an agent sees of our environment.
///
/// @param variables all there is
/// @param redaction knows the keys among the values
/// @param notices   names that were asked for and are not set
record AgentEnvironment(Map<String, String> variables, Redaction redaction, List<String> notices) {

  private static final List<String> PLAIN =
      List.of("PATH", "HOME", "LANG", "JAVA_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR");
  private static final List<String> PROXIES =
      List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY");
  private static final Pattern PASSWORD = Pattern.compile("//[^/@:]*:([^/@]+)@");

  AgentEnvironment {
    variables = Map.copyOf(variables);
    notices = List.copyOf(notices);
  }

  /// Picks what is needed, and what is named.
  ///
  /// @param ours   our whole environment
  /// @param keys   variables that hold the agent's own keys
  /// @param listed further names, as `agent.env` has them; their values are treated as secrets
  static AgentEnvironment of(Map<String, String> ours, List<String> keys, List<String> listed) {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> secrets = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    PLAIN.forEach(name -> pick(ours, name, variables));
    for (String name : PROXIES) {
      pick(ours, name, variables);
      pick(ours, name.toLowerCase(Locale.ROOT), variables);
    }
    variables.values().forEach(value -> password(value, secrets));
    keys.forEach(name -> pick(ours, name, variables));
    for (String name : listed) {
      pick(ours, name, variables);
      if (!ours.containsKey(name)) {
        notices.add("agent.env names " + name + ", which is not set");
      }
    }
    keys.stream().filter(ours::containsKey).map(variables::get).forEach(secrets::add);
    listed.stream().filter(ours::containsKey).map(variables::get).forEach(secrets::add);
    return new AgentEnvironment(variables, Redaction.of(secrets), notices);
  }

  /// The same with one variable more, which holds against one of the same name.
  AgentEnvironment with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(name, value);
    return new AgentEnvironment(more, redaction, notices);
  }

  private static void pick(Map<String, String> from, String name, Map<String, String> to) {
    String value = from.get(name);
    if (value != null) {
      to.put(name, value);
    }
  }

  private static void password(String value, List<String> secrets) {
    Matcher password = PASSWORD.matcher(value);
    while (password.find()) {
      secrets.add(password.group(1));
    }
  }
}
