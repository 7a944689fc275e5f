package hone.deliver;

/// A change that is offered as a pull request.
///
/// @param branch of hone's, here
/// @param base   branch it is to go into; empty for the repository's default branch
/// @param title  one line
/// @param body   Markdown
public record Offer(String branch, String base, String title, String body) {}
