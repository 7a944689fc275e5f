package orders.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orders.model.Category;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;
import orders.model.Status;
import orders.pricing.Pricing;
import org.junit.jupiter.api.Test;

class OrderSearchTest {

    private static final Product TEA = new Product(1, "SKU-1", "Black Tea", Category.FOOD, 100);
    private static final Product MAP = new Product(2, "SKU-2", "Street map", Category.BOOKS, 100);
    private static final List<Order> ORDERS = List.of(
            order(1, 1, Status.OPEN, TEA, 1),
            order(2, 2, Status.PAID, TEA, 5),
            order(3, 1, Status.OPEN, MAP, 5),
            order(4, 1, Status.PAID, TEA, 5));

    private final OrderSearch search = new OrderSearch(List.of(TEA, MAP));

    @Test
    void withoutConditionsTheDearestComeFirstAndEqualOnesByNumber() {
        assertEquals(List.of(2, 3, 4, 1), ids(OptionalInt.empty(), Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void allConditionsMustHold() {
        assertEquals(List.of(3, 1), ids(OptionalInt.of(1), Optional.of(Status.OPEN), Optional.empty(), 10));
        assertEquals(List.of(1), ids(OptionalInt.of(1), Optional.of(Status.OPEN), Optional.of("tea"), 10));
        assertEquals(List.of(), ids(OptionalInt.of(9), Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void aPartOfTheProductsNameIsEnoughInAnyCase() {
        assertEquals(List.of(3), ids(OptionalInt.empty(), Optional.empty(), Optional.of("STREET"), 10));
        assertEquals(List.of(), ids(OptionalInt.empty(), Optional.empty(), Optional.of("green tea"), 10));
    }

    @Test
    void theLimitKeepsTheDearest() {
        assertEquals(List.of(2, 3), ids(OptionalInt.empty(), Optional.empty(), Optional.empty(), 2));
    }

    private List<Integer> ids(OptionalInt customer, Optional<Status> status, Optional<String> product, int limit) {
        return search.find(ORDERS, new OrderQuery(customer, status, product, limit)).stream()
                .map(Order::id)
                .toList();
    }

    private static Order order(int id, int customerId, Status status, Product product, int quantity) {
        Customer customer = new Customer(customerId, "Customer", "1 Mill Lane", "Northford", 0);
        List<OrderLine> lines = List.of(new OrderLine(product, quantity));
        return new Order(id, customer, LocalDate.EPOCH, status, lines, Pricing.totals(customer, lines));
    }
}
