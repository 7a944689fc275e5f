package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodexEventsTest {

  private final CodexEvents events = new CodexEvents();

  @Test
  void takesRetriesAndWarningsForWhatTheyAre() {
    read("{'type':'error','message':'Reconnecting... 2/5'}");
    read("{'type':'item.completed','item':{'type':'error','message':'no metadata'}}");
    read("{'type':'item.completed','item':{'type':'agent_message','text':'done'}}");
    read(
        "{'type':'turn.completed','usage':{'input_tokens':5,'cached_input_tokens':1,"
            + "'output_tokens':3,'reasoning_output_tokens':2}}");

    assertThat(events.failure()).isEmpty();
    assertThat(events.completed()).isTrue();
    assertThat(events.notices()).containsExactly("Reconnecting... 2/5", "no metadata");
    assertThat(events.messages()).containsExactly("done");
    assertThat(events.usage()).hasValue(new AgentUsage(5, 1, 3, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json",
        "[1,2]",
        "{'type':",
        "7",
      })
  void countsWhatIsNoEvent(String line) {
    read(line);

    assertThat(events.begun()).isFalse();
    assertThat(events.notices()).containsExactly("lines of codex that are no events: 1");
  }

  @Test
  void passesOverKindsAndTypesThatItDoesNotKnow() {
    read("{'type':'future.kind','item':3}");
    read("{'type':7}");
    read("{'type':'item.completed','item':{'type':'agent_message','text':{'no':'text'}}}");
    read("{'type':'item.completed','item':'none'}");
    read("{'type':'thread.started','thread_id':null}");

    assertThat(events.messages()).isEmpty();
    assertThat(events.notices()).isEmpty();
    assertThat(events.threadId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1", "1e3", "99999999999999999999", "9223372036854775807", "'\"5\"'"})
  void believesNoImpossibleCountOfTokens(String count) {
    read(
        "{'type':'turn.completed','usage':{'input_tokens':"
            + count
            + ",'cached_input_tokens':1,"
            + "'output_tokens':3,'reasoning_output_tokens':2}}");

    assertThat(events.completed()).isTrue();
    assertThat(events.usage()).isEmpty();
  }

  @Test
  void believesThatThereIsNoSandboxOnlyWhereNothingWorked() {
    read(command("bwrap: No permissions", 1));
    assertThat(events.sandboxFailure()).hasValue("bwrap: No permissions");

    read(command("hello", 0));
    assertThat(events.sandboxFailure()).isEmpty();
  }

  @Test
  void takesAChangeThatFailedForASignOfIt() {
    read("{'type':'item.completed','item':{'type':'file_change','status':'failed'}}");
    assertThat(events.sandboxFailure()).hasValue("no file could be changed");

    read("{'type':'item.completed','item':{'type':'file_change','status':'completed'}}");
    assertThat(events.sandboxFailure()).isEmpty();
  }

  private static String command(String output, int code) {
    return "{'type':'item.completed','item':{'type':'command_execution','aggregated_output':'%s',"
            .formatted(output)
        + "'exit_code':%d}}".formatted(code);
  }

  private void read(String line) {
    events.line(line.replace('\'', '"'));
  }
}
