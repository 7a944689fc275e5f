package orders.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;

/** Finds orders, dearest first, equal ones by number. */
public final class OrderSearch {

    private static final Comparator<Order> DEAREST_FIRST = Comparator.comparingLong(
                    (Order order) -> order.totals().grossCents())
            .reversed()
            .thenComparingInt(Order::id);

    private final List<Product> products;

    public OrderSearch(List<Product> products) {
        this.products = List.copyOf(products);
    }

    public List<Order> find(List<Order> orders, OrderQuery query) {
        Optional<BitSet> wanted = query.product().map(this::productsNamed);
        return orders.stream()
                .filter(order -> query.customer().isEmpty()
                        || query.customer().getAsInt() == order.customer().id())
                .filter(order -> query.status().isEmpty() || query.status().get() == order.status())
                .filter(order -> wanted.isEmpty() || hasOneOf(wanted.get(), order))
                .sorted(DEAREST_FIRST)
                .limit(query.limit())
                .toList();
    }

    private BitSet productsNamed(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        BitSet ids = new BitSet();
        for (Product product : products) {
            if (product.name().toLowerCase(Locale.ROOT).contains(lowerCase)) {
                ids.set(product.id());
            }
        }
        return ids;
    }

    private static boolean hasOneOf(BitSet productIds, Order order) {
        for (OrderLine line : order.lines()) {
            if (productIds.get(line.product().id())) {
                return true;
            }
        }
        return false;
    }
}
