package hone.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The code of several profiles as one: files are known by build id or path, size and offset, and
/// addresses by their distance from where their file begins.
final class MergedCode {

  private static final long PAGE = 0x1000;

  /// Keys can be put in order for the reason that [Frame#compareTo] gives.
  private record MappingKey(long size, long offset, String file) implements Comparable<MappingKey> {

    private static final Comparator<MappingKey> ORDER =
        Comparator.comparingLong(MappingKey::size)
            .thenComparingLong(MappingKey::offset)
            .thenComparing(MappingKey::file);

    @Override
    public int compareTo(MappingKey other) {
      return ORDER.compare(this, other);
    }
  }

  private record FunctionKey(String name, String systemName, String file, long startLine)
      implements Comparable<FunctionKey> {

    private static final Comparator<FunctionKey> ORDER =
        Comparator.comparing(FunctionKey::name)
            .thenComparing(FunctionKey::systemName)
            .thenComparing(FunctionKey::file)
            .thenComparingLong(FunctionKey::startLine);

    @Override
    public int compareTo(FunctionKey other) {
      return ORDER.compare(this, other);
    }
  }

  private record LocationKey(long distance, int mapping, boolean folded, List<Location.Call> calls)
      implements Comparable<LocationKey> {

    private static final Comparator<LocationKey> ORDER =
        Comparator.comparingLong(LocationKey::distance)
            .thenComparingInt(LocationKey::mapping)
            .thenComparing(LocationKey::folded)
            .thenComparing(LocationKey::numbers, Arrays::compare);

    @Override
    public int compareTo(LocationKey other) {
      return ORDER.compare(this, other);
    }

    private long[] numbers() {
      return calls.stream()
          .flatMapToLong(call -> LongStream.of(call.function(), call.line(), call.column()))
          .toArray();
    }
  }

  private final ProfileBuilder builder;
  private final Map<MappingKey, Integer> mappingNumbers = new HashMap<>();
  private final Map<FunctionKey, Integer> functionNumbers = new HashMap<>();
  private final Map<LocationKey, Integer> locationNumbers = new HashMap<>();
  private final List<Mapping> mappings = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private final List<Location> locations = new ArrayList<>();
  private final List<int[]> framesOf = new ArrayList<>();

  MergedCode(ProfileBuilder builder) {
    this.builder = builder;
  }

  Code code() {
    return new Code(mappings, functions, locations);
  }

  /// The frames of one more profile; those that are asked for are taken in.
  Frames frames(Profile profile) {
    Code added = profile.code();
    if (mappings.isEmpty() && added.locations().size() > 0) {
      // The first mapping is that of the program itself, in every profile.
      mapping(added.mappings().isEmpty() ? Mapping.NAMELESS : added.mappings().getFirst());
    }
    return new Frames(profile);
  }

  /// The merged numbers of one profile's frames.
  final class Frames {

    private final Profile profile;
    private final int[] locationNumber;

    private Frames(Profile profile) {
      this.profile = profile;
      locationNumber = new int[profile.code().locations().size()];
      Arrays.fill(locationNumber, Profile.NONE);
    }

    int number(int frame) {
      int place = profile.frameLocation(frame);
      if (place == Profile.NONE) {
        return builder.frame(profile.frames().get(frame));
      }
      if (locationNumber[place] == Profile.NONE) {
        locationNumber[place] = location(profile.code(), profile.code().locations().get(place));
      }
      int number = locationNumber[place];
      int call = profile.frameCall(frame);
      int[] frames = framesOf.get(number);
      if (frames[call] < 0) {
        frames[call] = builder.frame(number, call);
      }
      return frames[call];
    }
  }

  private int location(Code code, Location location) {
    int mapping = location.mapping();
    int merged = mapping == Profile.NONE ? unmapped(code) : mapping(code.mappings().get(mapping));
    long start = mapping == Profile.NONE ? 0 : code.mappings().get(mapping).start();
    List<Location.Call> calls = new ArrayList<>();
    for (Location.Call call : location.calls()) {
      int function = function(code.functions().get(call.function()));
      calls.add(new Location.Call(function, call.line(), call.column()));
    }
    long distance = location.address() - start;
    LocationKey key = new LocationKey(distance, merged, location.folded(), calls);
    Integer known = locationNumbers.putIfAbsent(key, locations.size());
    if (known != null) {
      return known;
    }
    long mergedStart = merged == Profile.NONE ? 0 : mappings.get(merged).start();
    int[] frames = new int[Math.max(1, calls.size())];
    Arrays.fill(frames, -1);
    framesOf.add(frames);
    locations.add(
        new Location(
            locations.size() + 1L, merged, distance + mergedStart, location.folded(), calls));
    return locations.size() - 1;
  }

  /// Where nobody says what was mapped, pprof takes one file without a name for the whole program.
  private int unmapped(Code code) {
    return code.mappings().isEmpty() ? mapping(Mapping.NAMELESS) : Profile.NONE;
  }

  private int mapping(Mapping mapping) {
    long size = mapping.limit() - mapping.start() + PAGE - 1;
    size -= Long.remainderUnsigned(size, PAGE);
    String file = mapping.buildId().isEmpty() ? mapping.file() : mapping.buildId();
    MappingKey key = new MappingKey(size, mapping.offset(), file);
    Integer known = mappingNumbers.putIfAbsent(key, mappings.size());
    if (known != null) {
      return known;
    }
    mappings.add(
        new Mapping(
            mappings.size() + 1L,
            mapping.start(),
            mapping.limit(),
            mapping.offset(),
            mapping.file(),
            mapping.buildId(),
            mapping.known()));
    return mappings.size() - 1;
  }

  private int function(Function function) {
    FunctionKey key =
        new FunctionKey(
            function.name(), function.systemName(), function.file(), function.startLine());
    Integer known = functionNumbers.putIfAbsent(key, functions.size());
    if (known != null) {
      return known;
    }
    functions.add(
        new Function(
            functions.size() + 1L,
            function.name(),
            function.systemName(),
            function.file(),
            function.startLine()));
    return functions.size() - 1;
  }
}
