package hone.project;

import java.nio.file.Path;

/// Where one candidate keeps its patch, its runs and its evidence.
public record CandidateDirectory(Path directory) {

  public Path patch() {
    return directory.resolve("patch");
  }

  public Path attempt() {
    return directory.resolve("attempt.json");
  }

  public Path measurements() {
    return directory.resolve("measurements.jsonl");
  }

  Path verdict() {
    return directory.resolve("verdict.json");
  }

  public Path evidence() {
    return directory.resolve("evidence.md");
  }

  /// What a command of the candidate printed.
  public Path log(String name) {
    return directory.resolve(name + ".log");
  }
}
