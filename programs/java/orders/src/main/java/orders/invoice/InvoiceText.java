package orders.invoice;

import java.util.ArrayList;
import java.util.List;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.pricing.Pricing;

/** The invoice of an order as plain text, one row per order line. */
public final class InvoiceText {

    private static final int NAME_WIDTH = 34;
    private static final int MONEY_WIDTH = 14;

    private InvoiceText() {}

    public static String render(Order order) {
        String text = header(order);
        for (String row : rows(order)) {
            text += row;
        }
        return text + footer(order);
    }

    private static String header(Order order) {
        Customer customer = order.customer();
        return "INVOICE " + order.id() + "\n"
                + "Date     " + order.placed() + "\n"
                + "Customer " + customer.name() + ", " + customer.street() + ", " + customer.city() + "\n"
                + "All amounts in €\n\n";
    }

    private static List<String> rows(Order order) {
        List<String> rows = new ArrayList<>(order.lines().size());
        for (OrderLine line : order.lines()) {
            rows.add(row(rows.size() + 1, order.customer(), line));
        }
        return rows;
    }

    private static String row(int position, Customer customer, OrderLine line) {
        StringBuilder row = new StringBuilder(96);
        Columns.right(row, Integer.toString(position), 5);
        row.append("  ").append(line.product().sku()).append("  ");
        Columns.left(row, line.product().name(), NAME_WIDTH);
        Columns.right(row, Integer.toString(line.quantity()), 6);
        Columns.right(row, Columns.money(line.product().priceCents()), 10);
        Columns.right(row, Integer.toString(Pricing.discountPercent(customer, line)), 4);
        row.append('%');
        Columns.right(row, Columns.money(Pricing.netCents(customer, line)), MONEY_WIDTH);
        return row.append('\n').toString();
    }

    private static String footer(Order order) {
        StringBuilder footer = new StringBuilder(192).append('\n');
        amount(footer, "Net", order.totals().netCents());
        amount(footer, "VAT", order.totals().vatCents());
        amount(footer, "Total", order.totals().grossCents());
        return footer.toString();
    }

    private static void amount(StringBuilder out, String label, long cents) {
        Columns.left(out, label, 20);
        Columns.right(out, Columns.money(cents), MONEY_WIDTH);
        out.append('\n');
    }
}
