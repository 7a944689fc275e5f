package orders.model;

/** Who buys; the discount is agreed per customer, in whole per cent. */
public record Customer(int id, String name, String street, String city, int discountPercent) {

    public Customer {
        if (discountPercent < 0 || discountPercent > 100) {
            throw new IllegalArgumentException("discount is not in 0..100: " + discountPercent);
        }
    }
}
