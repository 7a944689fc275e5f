package orders.search;

import java.util.Optional;
import java.util.OptionalInt;
import orders.model.Status;

/** What orders to look for; an absent part matches all. The product is a part of its name. */
public record OrderQuery(OptionalInt customer, Optional<Status> status, Optional<String> product, int limit) {

    public OrderQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is below 1: " + limit);
        }
    }
}
