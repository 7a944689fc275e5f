package hone.cli;

import hone.input.Printable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/// One line on the terminal that tells how far a file is read or written, from the second second
/// on. Where standard error is no terminal nothing is told.
final class TransferLine {

  private static final long QUIET_NANOS = 1_000_000_000;
  private static final long STEP_NANOS = 100_000_000;

  private final LiveLine line;
  private final Terminal terminal;
  private final LongSupplier nanos;
  private long next;

  /// Nothing shown yet.
  ///
  /// @param nanos a clock that never goes back
  TransferLine(PrintWriter live, Terminal terminal, LongSupplier nanos) {
    line = new LiveLine(live);
    this.terminal = terminal;
    this.nanos = nanos;
    next = nanos.getAsLong() + QUIET_NANOS;
  }

  /// That of a command.
  static TransferLine of(CommandSpec spec) {
    return new TransferLine(spec.commandLine().getErr(), Terminal.current(), System::nanoTime);
  }

  /// The same stream, whose reading is told.
  ///
  /// @param size how many bytes it has
  InputStream reading(InputStream in, String name, long size) {
    return terminal.live() ? new Read(in, name, size) : in;
  }

  /// The same stream, whose writing is told.
  OutputStream writing(OutputStream out, String name) {
    return terminal.live() ? new Written(out, name) : out;
  }

  /// Tells an amount when it is time to; it is put into words only then.
  private synchronized void tell(String verb, String name, Supplier<String> amount) {
    long now = nanos.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + STEP_NANOS;
    String told = amount.get();
    int room = Math.max(0, terminal.columns() - verb.length() - told.length() - 4);
    String shown = Printable.of(name);
    String cut =
        shown.length() > room
            ? "…" + shown.substring(shown.length() - Math.max(0, room - 1))
            : shown;
    line.show(verb + " " + cut + ": " + told);
  }

  private synchronized void wipe() {
    line.wipe();
  }

  /// A stream that tells what share of it was read.
  private final class Read extends FilterInputStream {

    private final String name;
    private final long size;
    private long count;

    Read(InputStream in, String name, long size) {
      super(in);
      this.name = name;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      advance(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
      int some = super.read(bytes, from, most);
      advance(some);
      return some;
    }

    @Override
    public long skip(long most) throws IOException {
      long some = super.skip(most);
      advance(some);
      return some;
    }

    @Override
    public void close() throws IOException {
      wipe();
      super.close();
    }

    private void advance(long some) {
      count += Math.max(0, some);
      tell("reading", name, () -> Math.min(100, count * 100 / Math.max(1, size)) + " %");
    }
  }

  /// A stream that tells how much was written.
  private final class Written extends FilterOutputStream {

    private final String name;
    private long count;

    Written(OutputStream out, String name) {
      super(out);
      this.name = name;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      advance(1);
    }

    @Override
    public void write(byte[] bytes, int from, int some) throws IOException {
      out.write(bytes, from, some);
      advance(some);
    }

    @Override
    public void close() throws IOException {
      wipe();
      super.close();
    }

    private void advance(int some) {
      count += some;
      tell("writing", name, () -> String.format(Locale.ROOT, "%,d MB", count / 1_000_000));
    }
  }
}
