package hone.collect;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Gathers what to know when judging a profile, from several threads.
final class Warnings {

  private final List<String> sentences = new CopyOnWriteArrayList<>();

  void add(String sentence) {
    sentences.add(sentence);
  }

  List<String> all() {
    return List.copyOf(sentences);
  }
}
