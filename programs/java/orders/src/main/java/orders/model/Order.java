package orders.model;

import java.time.LocalDate;
import java.util.List;

/** An order as it was placed, with the totals worked out at that moment. */
public record Order(
        int id, Customer customer, LocalDate placed, Status status, List<OrderLine> lines, Totals totals) {

    public Order {
        lines = List.copyOf(lines);
    }
}
