/// Records profiles of a service under load.
///
/// A [hone.service.Service] and a folder of its code flow in; profiles in the profilers' own
/// formats, byte for byte as they came, and a [hone.load.LoadReport] flow out. The service is
/// started, waited for, warmed, loaded while it is profiled, and stopped, whatever happens. What
/// goes wrong is a [hone.collect.CollectFailure], each with one line that says what to do.
///
/// Nothing is built here, and no profile is read here.
@NullMarked
package hone.collect;

import org.jspecify.annotations.NullMarked;
