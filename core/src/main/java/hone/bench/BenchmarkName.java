package hone.bench;

/// What a benchmark is called.
///
/// @param full  tells it apart from every other in the input: with its package, file or mode
/// @param name  what people call it
public record BenchmarkName(String full, String name) {}
