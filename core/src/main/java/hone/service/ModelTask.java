package hone.service;

import java.util.Locale;

/// What a model is asked to do; each task may have its own model.
public enum ModelTask {
  ANALYSE,
  OPTIMISE,
  TRIAGE,
  REDESIGN;

  /// As `hone.yaml` writes it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
