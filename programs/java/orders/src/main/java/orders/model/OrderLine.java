package orders.model;

/** One position of an order. A negative quantity is a return. */
public record OrderLine(Product product, int quantity) {

    public OrderLine {
        if (quantity == 0) {
            throw new IllegalArgumentException("quantity is zero for " + product.sku());
        }
    }
}
