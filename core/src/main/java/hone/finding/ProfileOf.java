package hone.finding;

import hone.profile.Profile;

/// A profile, and what it is of.
///
/// @param label how reports call it, such as its file's name
public record ProfileOf(ProfileKind kind, Profile profile, String label) {}
