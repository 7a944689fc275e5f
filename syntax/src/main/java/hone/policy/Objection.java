package hone.policy;

/// Why a patch is not tried.
///
/// @param path   of the file, as the patch names it
/// @param line   from 1; in the base for what is taken away, in the candidate for what comes in
/// @param reason one line for people, fit to be printed
public record Objection(String path, int line, String reason) {}
