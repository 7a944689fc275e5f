package hone.format.otlp;

/// Why one sample cannot be taken, while the others can.
final class Rejection extends Exception {

  private static final long serialVersionUID = 1;

  Rejection(String message) {
    super(message, null, false, false);
  }
}
