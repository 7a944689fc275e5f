package hone.bench;

/// A benchmark that did not come to an end, so that its silence is not taken for "nothing changed".
///
/// @param benchmark its name, or what failed as a whole: a package, a file
/// @param reason    what the tool said, in few words; may hold any character
public record Failure(String benchmark, String reason) {}
