package orders.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orders.model.Category;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Status;
import orders.pricing.Pricing;

/** Net revenue in cents by month and category; cancelled orders do not count. */
public record RevenueReport(Map<YearMonth, long[]> netCentsByMonth) {

    public static RevenueReport of(List<Order> orders) {
        Map<YearMonth, long[]> byMonth = new TreeMap<>();
        for (Order order : orders) {
            if (order.status() != Status.CANCELLED) {
                add(order, byMonth.computeIfAbsent(YearMonth.from(order.placed()), RevenueReport::nothing));
            }
        }
        return new RevenueReport(byMonth);
    }

    public long netCents(YearMonth month, Category category) {
        long[] row = netCentsByMonth.get(month);
        return row == null ? 0 : row[category.ordinal()];
    }

    private static void add(Order order, long[] netCentsByCategory) {
        for (OrderLine line : order.lines()) {
            int column = line.product().category().ordinal();
            netCentsByCategory[column] = Math.addExact(netCentsByCategory[column], Pricing.netCents(order.customer(), line));
        }
    }

    private static long[] nothing(YearMonth month) {
        return new long[Category.values().length];
    }
}
