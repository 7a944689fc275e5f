package hone.agent;

/// Why a model's service did not finish a turn.
public enum FailureCause {
  QUOTA("the account's quota is used up", "see its plan and billing, or go on later"),
  RATE_LIMIT("the service takes no more requests from this account now", "go on later"),
  CAPACITY("the model is at capacity", "go on later, or choose another model"),
  AUTHENTICATION("the service does not accept the key", "set CODEX_API_KEY, or log in again"),
  MODEL("the service does not know the model", "choose another in agent.models"),
  CONTEXT_WINDOW("the task is larger than the model's context window", "choose a larger model"),
  SCHEMA_REJECTED("the service does not accept the schema of the answer", "report it"),
  NETWORK("the connection to the service failed", "check network and proxy"),
  SERVER("the service failed", "go on later"),
  OTHER("the turn failed", "read the transcript");

  private final String words;
  private final String advice;

  FailureCause(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  String words() {
    return words;
  }

  String advice() {
    return advice;
  }
}
