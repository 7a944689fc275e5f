package hone.format.jfr;

import hone.format.jfr.JfrReader.Reading;
import hone.format.jfr.Types.Member;
import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import hone.input.Limits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the events of one chunk.
final class ChunkReading {

  private static final String LOST = "jdk.CPUTimeSamplesLost";
  private static final String SETTING = "jdk.ActiveSetting";
  private static final String LOAD = "jdk.CPULoad";
  private static final String THREAD_LOAD = "jdk.ThreadCPULoad";
  private static final String PROCESSORS = "jdk.CPUInformation";

  private static final int FIRST_EVENT_TYPE = 2;

  private static final int STACK = 0;
  private static final int WHEN = 1;
  private static final int WEIGHT = 2;
  private static final int STATE = 3;

  private final Chunk chunk;
  private final Types types;
  private final Constants constants;
  private final Limits limits;
  private final Recorded recorded;
  private final boolean timed;
  private final LongTable typeIds = new LongTable();
  private final List<EventType> eventTypes = new ArrayList<>();
  private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
  private final Settings settings = new Settings();
  private final boolean marksCpuTime;
  private long lost;
  private long unknown;

  /// What is done with the events of one type.
  private static final class EventType {

    private final Structure structure;
    private final Layout layout;
    private final Optional<Kind> kind;
    private long passedOver;

    EventType(Structure structure, Layout layout, Optional<Kind> kind) {
      this.structure = structure;
      this.layout = layout;
      this.kind = kind;
    }
  }

  ChunkReading(Chunk chunk, Types types, Limits limits, Recorded recorded) throws FormatException {
    this.chunk = chunk;
    this.types = types;
    this.limits = limits;
    this.recorded = recorded;
    this.timed = recorded.reading() == Reading.TIMED;
    constants = Constants.of(chunk, types);
    marksCpuTime = constants.hasThreadState("STATE_DEFAULT");
    for (Structure type : types.all()) {
      typeIds.place(type.id());
      eventTypes.add(eventType(type));
    }
  }

  /// Reads the events and hands over what was in them.
  void read() throws FormatException {
    events();
    recorded.chunk(
        chunk, tallies, settings, new ChunkStacks(chunk, types, constants, limits, recorded));
    recorded.lost(countsExecution() ? 0 : lost);
    for (EventType type : eventTypes) {
      recorded.passedOver().add(type.structure.name(), hasStack(type.structure), type.passedOver);
    }
    recorded.passedOver().add("", false, unknown);
  }

  /// Whether processor time is counted by samples that have nothing to do with those that were lost.
  private boolean countsExecution() {
    return tallies.containsKey(Kind.EXECUTION) && !tallies.containsKey(Kind.CPU_TIME);
  }

  private void events() throws FormatException {
    Cursor cursor = chunk.cursor(Chunk.HEADER_BYTES);
    while (cursor.remaining() > 0) {
      int begin = cursor.at();
      long size = cursor.number(Integer.BYTES);
      long id = cursor.number(Long.BYTES);
      if (size <= cursor.at() - begin) {
        throw cursor.broken("event of " + size + " bytes");
      }
      int place = typeIds.find(id);
      if (place != LongTable.NONE) {
        event(eventTypes.get(place), cursor);
      } else if (id >= FIRST_EVENT_TYPE) {
        unknown++;
      }
      cursor.moveTo(begin + size);
    }
  }

  private EventType eventType(Structure type) throws FormatException {
    Cursor start = chunk.cursor(chunk.metadataAt());
    Optional<Kind> kind = Kind.of(type.name());
    if (kind.isPresent() && !isWanted(kind.get())) {
      return new EventType(type, Layout.NOTHING, kind);
    }
    if (kind.isPresent()) {
      String when = timed ? "startTime" : "";
      String weight = kind.get().weight();
      String state = kind.get() == Kind.EXECUTION ? "state" : "";
      return new EventType(
          type, Layout.of(types, type, start, "stackTrace", when, weight, state), kind);
    }
    Layout layout =
        switch (type.name()) {
          case LOST -> Layout.of(types, type, start, "lostSamples");
          case SETTING -> Layout.of(types, type, start, "id", "name", "value");
          case LOAD -> Layout.of(types, type, start, "jvmUser", "jvmSystem", "machineTotal");
          case THREAD_LOAD ->
              Layout.of(types, type, start, "user", "system", "eventThread", "startTime");
          case PROCESSORS -> Layout.of(types, type, start, "hwThreads");
          default -> Layout.NOTHING;
        };
    return new EventType(type, layout, Optional.empty());
  }

  private boolean isWanted(Kind kind) {
    return recorded.reading() != Reading.LEADING || kind.measure() == Measure.CPU;
  }

  private void event(EventType type, Cursor cursor) throws FormatException {
    if (type.layout == Layout.NOTHING) {
      type.passedOver += type.kind.isPresent() ? 0 : 1;
      return;
    }
    if (type.kind.isPresent()) {
      type.layout.read(cursor);
      sample(type.kind.get(), type.layout);
      return;
    }
    type.layout.read(cursor);
    Layout layout = type.layout;
    switch (type.structure.name()) {
      case LOST -> lost += Math.clamp(layout.number(0), 0, Integer.MAX_VALUE);
      case LOAD -> {
        float machine = layout.kept(2) == Layout.ABSENT ? 1 : fraction(layout.number(2));
        recorded.load().process(fraction(layout.number(0)), fraction(layout.number(1)), machine);
      }
      case THREAD_LOAD -> threadLoad(layout);
      case PROCESSORS -> recorded.load().processors(layout.number(0));
      case SETTING -> {
        Optional<Structure> of = types.known(layout.number(0));
        settings.add(of.map(Structure::name).orElse(""), text(layout, 1), text(layout, 2));
      }
      default -> throw new IllegalStateException("no such event: " + type.structure.name());
    }
  }

  private void threadLoad(Layout layout) throws FormatException {
    long thread = layout.number(2);
    long when = chunk.nanosSinceStart(layout.number(3));
    float user = fraction(layout.number(0));
    float system = fraction(layout.number(1));
    recorded.load().thread(thread, constants.isCompiler(thread), when, user, system);
  }

  private static float fraction(long bits) {
    return Float.intBitsToFloat((int) bits);
  }

  private String text(Layout layout, int field) throws FormatException {
    long at = layout.kept(field);
    return at < 0 ? "" : chunk.cursor(at).text();
  }

  private void sample(Kind kind, Layout layout) throws FormatException {
    Kind counted = kind;
    if (kind == Kind.EXECUTION && isWait(constants.threadState(layout.number(STATE)))) {
      counted = Kind.WALL_CLOCK;
    }
    long weight = Math.max(0, layout.number(WEIGHT));
    boolean ticks = counted == Kind.WALL_CLOCK;
    long count = ticks && kind == Kind.WALL_CLOCK ? weight : 1;
    long amount = ticks ? 0 : weight;
    Tally tally = tallies.get(counted);
    if (tally == null) {
      tally = new Tally(timed);
      tallies.put(counted, tally);
    }
    try {
      tally.add(layout.number(STACK), count, amount, layout.number(WHEN));
    } catch (ArithmeticException overflow) {
      throw chunk.cursor(Chunk.HEADER_BYTES).broken("values sum to more than 64 bits hold");
    }
  }

  /// Whether a sample was taken whether the thread ran or not: async-profiler marks those it took
  /// by processor time, where it knows the mark.
  private boolean isWait(String state) {
    return state.equals("STATE_SLEEPING") || (marksCpuTime && !state.equals("STATE_DEFAULT"));
  }

  private static boolean hasStack(Structure type) {
    return type.fields().stream().map(Member::name).anyMatch("stackTrace"::equals);
  }
}
