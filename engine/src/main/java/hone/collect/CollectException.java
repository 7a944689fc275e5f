package hone.collect;

/// A collection that brought nothing, and why.
public final class CollectException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient CollectFailure failure;

  CollectException(CollectFailure failure) {
    super(failure.message());
    this.failure = failure;
  }

  public CollectFailure failure() {
    return failure;
  }
}
