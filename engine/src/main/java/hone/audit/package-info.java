/// The loop: standards, collect, analyse, optimise, measure, gate, deliver; resumable after every
/// step.
///
/// A project flows in, a run's directory full of plain files flows out. Each stage reads what the
/// one before it wrote, and checks it; what a stage does is in the package of its name.
@NullMarked
package hone.audit;

import org.jspecify.annotations.NullMarked;
