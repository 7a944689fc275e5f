package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Pages can only be held to what they show if this tells the same from another.
class ShownTest {

  @Test
  void readsCommandsWithTheirOutputAndExitCode() {
    assertThat(Shown.of(block("$ hone top a", "one", "two", "$ hone top b  # exit 3")))
        .containsExactly(
            new Shown("hone top a", 0, List.of("one", "two")),
            new Shown("hone top b", 3, List.of()));
  }

  @Test
  void aBlockBeginsWithACommand() {
    assertThatThrownBy(() -> Shown.of(block("one", "$ hone top a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("page.md:3");
  }

  @Test
  void outputIsComparedLineByLine() {
    Shown shown = new Shown("hone", 0, List.of("one", "two (2.0)"));

    assertThat(shown.matches("one\ntwo (2.0)\n")).isTrue();
    assertThat(shown.matches("one\ntwo (2x0)\n")).isFalse();
    assertThat(shown.matches("one\ntwo (2.0)\nthree\n")).isFalse();
    assertThat(shown.matches("")).isFalse();
  }

  @Test
  void anEllipsisStandsForLinesOrForTextInsideALine() {
    Shown shown = new Shown("hone", 0, List.of("one …", "…", "last"));

    assertThat(shown.matches("one 1\nlast\n")).isTrue();
    assertThat(shown.matches("one 1\ntwo\nthree\nlast\n")).isTrue();
    assertThat(shown.matches("two\nlast\n")).isFalse();
    assertThat(shown.matches("one 1\ntwo\n")).isFalse();
  }

  @Test
  void noOutputMeansThatThereIsNone() {
    Shown shown = new Shown("hone", 0, List.of());

    assertThat(shown.matches("")).isTrue();
    assertThat(shown.matches("one\n")).isFalse();
  }

  @Test
  void commandsOutsideOfBlocksThatAreRunAreFound() {
    DocsPage page =
        DocsPage.read(
            "page.md",
            List.of(
                "Use `hone gate --base main` or `hone`.",
                "```sh",
                "./hone init --yes # writes",
                "git stash && hone audit",
                "```",
                "```console",
                "$ hone doctor",
                "```"));

    assertThat(page.shownCommands())
        .containsExactly("hone init --yes", "hone audit", "hone gate --base main");
  }

  @Test
  void aCommandThatDoesNotExistIsNotParsed() {
    assertThatThrownBy(() -> CommandLines.parse("hone gate --bass main"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("--bass");
    assertThatThrownBy(() -> CommandLines.parse("hone tune")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> CommandLines.parse("hone measure --seed 1"))
        .isInstanceOf(AssertionError.class);
  }

  private static DocsPage.Block block(String... text) {
    return new DocsPage.Block("page.md", 3, Set.of("console"), List.of(text));
  }
}
