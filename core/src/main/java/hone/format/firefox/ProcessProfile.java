package hone.format.firefox;

import hone.input.JsonDocument;
import hone.input.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What one process recorded: its threads, and what they share, which may come after them.
final class ProcessProfile {

  private final String input;
  private final Limits limits;
  private final Meta meta = new Meta();
  private final Tables shared;
  private final List<Tables> threads = new ArrayList<>();

  ProcessProfile(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
    shared = new Tables(input, limits);
  }

  void readThread(JsonDocument document) throws IOException {
    Tables thread = new Tables(input, limits);
    document.object(field -> thread.read(document, field));
    threads.add(thread);
  }

  Meta meta() {
    return meta;
  }

  Tables shared() {
    return shared;
  }

  List<Tables> threads() {
    return threads;
  }
}
