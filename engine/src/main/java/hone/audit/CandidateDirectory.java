package hone.audit;

import java.nio.file.Path;

/// Where one candidate keeps its patch, its runs and its evidence.
record CandidateDirectory(Path directory) {

  Path patch() {
    return directory.resolve("patch");
  }

  Path attempt() {
    return directory.resolve("attempt.json");
  }

  Path measurements() {
    return directory.resolve("measurements.jsonl");
  }

  Path verdict() {
    return directory.resolve("verdict.json");
  }

  Path evidence() {
    return directory.resolve("evidence.md");
  }

  /// What a command of the candidate printed.
  Path log(String name) {
    return directory.resolve(name + ".log");
  }
}
