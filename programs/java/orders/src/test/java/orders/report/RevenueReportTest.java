package orders.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import orders.model.Category;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;
import orders.model.Status;
import orders.pricing.Pricing;
import org.junit.jupiter.api.Test;

class RevenueReportTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Customer PLAIN = new Customer(1, "Plain", "1 Mill Lane", "Northford", 0);
    private static final Product TEA = new Product(1, "SKU-1", "Tea", Category.FOOD, 100);
    private static final Product MAP = new Product(2, "SKU-2", "Map", Category.BOOKS, 300);

    @Test
    void sumsByMonthAndCategoryWithoutCancelledOrders() {
        RevenueReport report = RevenueReport.of(List.of(
                order(MARCH.atDay(1), Status.PAID, new OrderLine(TEA, 2), new OrderLine(MAP, 1)),
                order(MARCH.atEndOfMonth(), Status.OPEN, new OrderLine(TEA, -1)),
                order(MARCH.atDay(2), Status.CANCELLED, new OrderLine(MAP, 9))));

        assertEquals(Set.of(MARCH), report.netCentsByMonth().keySet());
        assertEquals(100, report.netCents(MARCH, Category.FOOD));
        assertEquals(300, report.netCents(MARCH, Category.BOOKS));
        assertEquals(0, report.netCents(MARCH, Category.DRINKS));
        assertEquals(0, report.netCents(MARCH.plusMonths(1), Category.FOOD));
    }

    private static Order order(LocalDate placed, Status status, OrderLine... lines) {
        List<OrderLine> all = List.of(lines);
        return new Order(1, PLAIN, placed, status, all, Pricing.totals(PLAIN, all));
    }
}
