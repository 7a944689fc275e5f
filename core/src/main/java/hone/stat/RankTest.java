package hone.stat;

/// Outcome of a test on ranks.
///
/// @param statistic what the test adds up; each test says what
/// @param less      probability of a statistic this small or smaller under the null hypothesis
/// @param greater   probability of a statistic this large or larger under the null hypothesis
/// @param twoSided  probability of a statistic this far out on either side
/// @param exact     whether the probabilities are counted; if not, they are the normal
///                  approximation
public record RankTest(
    double statistic, double less, double greater, double twoSided, boolean exact) {}
