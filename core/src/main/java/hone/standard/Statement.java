package hone.standard;

/// A paragraph or list item of the section, before it is understood.
///
/// @param heading lower case text of the nearest heading above it
record Statement(int line, String heading, String text) {}
