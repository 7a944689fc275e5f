/// Values of the core as text for people and as JSON for machines.
///
/// Whatever the core knows flows in, text flows out; nothing in the core imports this. Text from
/// profiles and tools is data: what could steer a terminal is escaped before it is shown.
@NullMarked
package hone.report;

import org.jspecify.annotations.NullMarked;
