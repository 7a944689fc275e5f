package hone.profile;

import java.util.List;

/// An address of the program, and the calls that the compiler put there in place of one.
///
/// @param id      as the format numbers it
/// @param mapping place of its mapping in [Code#mappings], or [Profile#NONE]
/// @param address in the program's memory, or 0
/// @param folded  whether several functions of equal code share the address
/// @param calls   innermost first; none where there is no symbol
public record Location(long id, int mapping, long address, boolean folded, List<Call> calls) {

  /// A function at a line, as one of the calls of a location.
  ///
  /// @param function place of the function in [Code#functions]
  /// @param line     as the format has it, not above 2³¹−1; what is not positive is not known
  /// @param column   in that line, or 0
  public record Call(int function, long line, long column) {}

  public Location {
    calls = List.copyOf(calls);
  }

  /// The same address with other calls.
  public Location with(List<Call> others) {
    return new Location(id, mapping, address, folded, others);
  }
}
