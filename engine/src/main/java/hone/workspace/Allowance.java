package hone.workspace;

import java.util.Set;

/// Which files a candidate may touch, beside what no candidate may.
public sealed interface Allowance {

  /// Any file that is not protected: for recipes, and for patches that a person made.
  record Anywhere() implements Allowance {}

  /// The files of one finding, and new tests and benchmarks: for what an agent made.
  ///
  /// @param paths files of the base that may be edited
  record Finding(Set<String> paths) implements Allowance {

    public Finding {
      paths = Set.copyOf(paths);
    }
  }

  static Allowance anywhere() {
    return new Anywhere();
  }
}
