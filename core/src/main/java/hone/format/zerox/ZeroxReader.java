package hone.format.zerox;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.format.CodeName;
import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads the ticks of 0x and of Clinic flame as `samples`.
///
/// Whether a function was optimised is not kept, so its versions are one function.
public final class ZeroxReader implements ProfileReader {

  private static final Pattern STACKS =
      Pattern.compile("\\s*\\[\\s*(\\[\\s*\\]\\s*,\\s*){0,200}+\\[\\s*\\{\\s*\"(name|type|kind)\"");

  private final Limits limits;

  public ZeroxReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "0x";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return STACKS.matcher(new String(head, UTF_8)).lookingAt() ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    JsonDocument.read(
        source, limits, document -> document.array(() -> stack(document, source.name(), builder)));
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no stacks");
    }
    return FinishedProfile.of(source.name(), builder, Recording.of(format()), 0);
  }

  private void stack(JsonDocument document, String input, ProfileBuilder builder)
      throws IOException {
    int[] stackAndDepth = {Profile.NONE, 0};
    document.array(() -> {
      String[] nameAndType = {"", ""};
      document.object(field -> {
        switch (field) {
          case "name" -> nameAndType[0] = document.textOrEmpty();
          case "type" -> nameAndType[1] = document.textOrEmpty();
          default -> {
            return false;
          }
        }
        return true;
      });
      int frame = builder.frame(CodeName.frame(nameAndType[1], nameAndType[0]));
      stackAndDepth[0] = builder.stack(frame, stackAndDepth[0]);
      stackAndDepth[1]++;
      if (stackAndDepth[1] > limits.depth()) {
        throw document.broken("more than " + limits.depth() + " frames on one stack");
      }
    });
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    limits.checkCount(input, "stacks", builder.stackCount());
    builder.sample(stackAndDepth[0], 1);
  }
}
