/// What Clinic.js Doctor noted of a process every ten milliseconds.
///
/// The bytes of a `…clinic-doctor-processstat` flow in, moments flow out. Profiles and figures are
/// made of them elsewhere; who runs Clinic.js is no matter here.
@NullMarked
package hone.clinic;

import org.jspecify.annotations.NullMarked;
