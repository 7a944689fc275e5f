/// What a service showed while it was under load, judged against the team's budgets.
///
/// Counts of latencies, an allocation rate, delays of an event loop and pauses flow in, from whoever
/// measured them; a judgement of each budget flows out. A figure that nobody measured gives no
/// judgement, and never a good one.
@NullMarked
package hone.live;

import org.jspecify.annotations.NullMarked;
