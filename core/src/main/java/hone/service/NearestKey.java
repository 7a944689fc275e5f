package hone.service;

import java.util.Collection;
import java.util.Comparator;

/// Finds the key somebody probably meant.
final class NearestKey {

  private NearestKey() {}

  /// The known key with the fewest single letters to change; of equals the first in the alphabet.
  ///
  /// @param known not empty
  static String to(String key, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String candidate) -> distance(key, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// Levenshtein's distance, row by row.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
