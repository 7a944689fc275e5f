package hone.agent;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a team may add to codex's command line: where its model is served, and how it is asked.
///
/// A list of what is allowed, not of what is not: options for more rights come and go with each
/// version of codex.
final class CodexArguments {

  private static final Pattern JOINED = Pattern.compile("(?:-c|--config)=?(.+)");
  private static final Pattern SETTING =
      Pattern.compile(
          "(model_provider|model_providers\\.[A-Za-z0-9_.-]+|openai_base_url|chatgpt_base_url"
              + "|model_context_window|model_auto_compact_token_limit|model_max_output_tokens"
              + "|model_verbosity|model_reasoning_summary|model_supports_reasoning_summaries"
              + "|service_tier|project_doc_max_bytes)=.+",
          Pattern.DOTALL);
  private static final String ADVICE =
      "; allowed are --oss, --local-provider NAME, --strict-config and -c with settings of the"
          + " model and its provider";

  private CodexArguments() {}

  /// The arguments as they are, if all of them are allowed.
  ///
  /// @param input what to call the file they come from
  static List<String> checked(String input, List<String> arguments) throws FormatException {
    List<String> checked = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      checked.add(argument);
      switch (argument) {
        case "--oss", "--strict-config" -> {}
        case "--local-provider" -> checked.add(value(input, argument, rest));
        case "-c", "--config" -> checked.add(setting(input, value(input, argument, rest)));
        default -> joined(input, argument);
      }
    }
    return List.copyOf(checked);
  }

  private static void joined(String input, String argument) throws FormatException {
    Matcher joined = JOINED.matcher(argument);
    if (!joined.matches()) {
      throw new FormatException(input, "agent.args: '" + argument + "' is hone's to set" + ADVICE);
    }
    setting(input, joined.group(1));
  }

  private static String setting(String input, String setting) throws FormatException {
    if (!SETTING.matcher(setting).matches()) {
      throw new FormatException(
          input, "agent.args: setting '" + setting + "' is hone's to make" + ADVICE);
    }
    return setting;
  }

  private static String value(String input, String argument, Iterator<String> rest)
      throws FormatException {
    if (!rest.hasNext()) {
      throw new FormatException(input, "agent.args: '" + argument + "' has no value");
    }
    return rest.next();
  }
}
