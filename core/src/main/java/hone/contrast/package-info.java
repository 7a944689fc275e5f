/// The profiles of two sides set against each other: what each function costs on either, and which
/// of the differences is more than chance.
///
/// Profiles of any formats flow in, several a side; rows with their figures flow out. Functions are
/// found again where their names, files or packages differ. A profile is one measurement, however
/// many samples it has: samples of one run share that run's luck.
@NullMarked
package hone.contrast;

import org.jspecify.annotations.NullMarked;
