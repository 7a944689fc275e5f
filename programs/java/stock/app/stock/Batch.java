package stock;

/** Pieces that came in together, at one cost. */
record Batch(int quantity, long unitCostCents) {

    Batch {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is below 1: " + quantity);
        }
        if (unitCostCents < 0) {
            throw new IllegalArgumentException("unit cost is negative: " + unitCostCents);
        }
    }

    long costCents() {
        return Math.multiplyExact(unitCostCents, quantity);
    }
}
