package hone.load;

import hone.service.RequestTemplate;
import java.util.List;

/// The requests of a load, one after the other, mixed in proportion to their weights.
///
/// Smooth weighted round robin: the same plan gives the same sequence, and kinds alternate instead
/// of coming in blocks. Not for several threads.
final class RequestSequence {

  private final List<RequestTemplate> templates;
  private final int port;
  private final long totalWeight;
  private final long[] credit;
  private final long[] turn;

  RequestSequence(List<RequestTemplate> templates, int port) {
    this.templates = List.copyOf(templates);
    this.port = port;
    this.totalWeight = templates.stream().mapToLong(RequestTemplate::weight).sum();
    this.credit = new long[templates.size()];
    this.turn = new long[templates.size()];
  }

  Request next() {
    int chosen = 0;
    for (int i = 0; i < credit.length; i++) {
      credit[i] += templates.get(i).weight();
      if (credit[i] > credit[chosen]) {
        chosen = i;
      }
    }
    credit[chosen] -= totalWeight;
    return Request.of(templates.get(chosen), turn[chosen]++, port);
  }
}
