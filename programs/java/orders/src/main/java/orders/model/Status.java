package orders.model;

import java.util.Locale;
import java.util.Optional;

/** Where an order stands. */
public enum Status {
    OPEN,
    SHIPPED,
    PAID,
    CANCELLED;

    /** The name used in addresses and JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String label) {
        for (Status status : values()) {
            if (status.label().equals(label)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
