/// House rules as compiler checks: each looks at one tree of the compiler and reports what breaks its
/// rule, as an error. What a rule lets pass by name stands in `exceptions.txt`, which may only shrink.
/// Rules that Error Prone or NullAway has already are not repeated here.
package hone.checks;
