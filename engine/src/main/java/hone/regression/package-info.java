/// What makes a benchmark slower that a gate has judged already: profiles of both sides while they
/// run it, and the functions that grew.
///
/// Two built checkouts and a benchmark's name flow in; two profiles, or why there are none, flow
/// out. The verdict stands before any of it is asked for, and nothing here can change it.
@NullMarked
package hone.regression;

import org.jspecify.annotations.NullMarked;
