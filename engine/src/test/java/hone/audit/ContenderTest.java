package hone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hone.optimise.Attempt;
import hone.optimise.Candidate;
import hone.policy.ChangeKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContenderTest {

  @Test
  void algorithmicChangesAreTriedBeforeMicroOptimisations() {
    List<Contender> contenders =
        List.of(
            contender(1, Optional.of(ChangeKind.MICRO)),
            contender(2, Optional.empty()),
            contender(3, Optional.of(ChangeKind.ALGORITHMIC)),
            contender(4, Optional.of(ChangeKind.MICRO)),
            contender(5, Optional.of(ChangeKind.ALGORITHMIC)));

    assertThat(Contender.ranked(contenders))
        .extracting(contender -> contender.attempt().candidate().number())
        .containsExactly(3, 5, 1, 4, 2);
  }

  private static Contender contender(int number, Optional<ChangeKind> kind) {
    Candidate candidate =
        new Candidate(number, Optional.empty(), "agent:codex", "Change total", "why");
    return Contender.of(
        new Attempt(candidate, "tree", 1, 1, 1, kind, Optional.empty(), Optional.empty()));
  }
}
