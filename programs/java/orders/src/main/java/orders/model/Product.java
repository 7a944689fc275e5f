package orders.model;

/** Something we sell; the price is net, in cents. */
public record Product(int id, String sku, String name, Category category, long priceCents) {

    public Product {
        if (priceCents < 0) {
            throw new IllegalArgumentException("price is negative: " + priceCents);
        }
    }
}
