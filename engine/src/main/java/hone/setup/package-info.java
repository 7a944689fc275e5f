/// What a machine and a repository offer, and the first settings made from it.
///
/// Lists of files and programs flow in; proposals for `hone.yaml`, AGENTS.md, the skill and the
/// workflow, and a list of what is missing, flow out. Only what was agreed to is written.
@NullMarked
package hone.setup;

import org.jspecify.annotations.NullMarked;
