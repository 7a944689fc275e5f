/// What Clinic.js Doctor noted of a process while it was under load.
///
/// The bytes of a `…clinic-doctor-processstat` flow in, figures of the process flow out. Stacks that
/// Clinic.js wrote are profiles, and read where profiles are; who runs it is no matter here.
@NullMarked
package hone.clinic;

import org.jspecify.annotations.NullMarked;
