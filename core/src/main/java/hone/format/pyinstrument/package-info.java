/// pyinstrument's JSON: its saved sessions, and what `-r json` prints.
///
/// The specification is `pyinstrument/session.py` and `pyinstrument/renderers/jsonrenderer.py`.
@NullMarked
package hone.format.pyinstrument;

import org.jspecify.annotations.NullMarked;
