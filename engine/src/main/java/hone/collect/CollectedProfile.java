package hone.collect;

import java.nio.file.Path;

/// A profile as its profiler wrote it.
///
/// @param command how it was taken, for people who want to take it themselves
public record CollectedProfile(ProfileKind kind, Path file, String command) {}
