package orders.model;

/** Sums of an order in cents. */
public record Totals(long netCents, long vatCents) {

    public long grossCents() {
        return Math.addExact(netCents, vatCents);
    }
}
