package orders.pricing;

import java.util.List;
import orders.model.Category;
import orders.model.Customer;
import orders.model.OrderLine;
import orders.model.Totals;

/** Prices lines and orders: quantity discounts, the customer's own discount, VAT. */
public final class Pricing {

    private static final int DOZEN = 12;
    private static final int GROSS = 144;

    private Pricing() {}

    /** Discount of a line in whole per cent: the better of the quantity's and the customer's. */
    public static int discountPercent(Customer customer, OrderLine line) {
        int quantity = Math.abs(line.quantity());
        int byQuantity = quantity >= GROSS ? 10 : quantity >= DOZEN ? 4 : 0;
        return Math.max(byQuantity, customer.discountPercent());
    }

    /** Net price of a line in cents, rounded half away from zero. */
    public static long netCents(Customer customer, OrderLine line) {
        long list = Math.multiplyExact(line.product().priceCents(), (long) line.quantity());
        return roundedDivide(list * (100 - discountPercent(customer, line)), 100);
    }

    /** Totals of all lines; VAT is rounded once per category, as the tax office wants it. */
    public static Totals totals(Customer customer, List<OrderLine> lines) {
        Category[] categories = Category.values();
        long[] netByCategory = new long[categories.length];
        for (OrderLine line : lines) {
            netByCategory[line.product().category().ordinal()] += netCents(customer, line);
        }
        long net = 0;
        long vat = 0;
        for (Category category : categories) {
            long cents = netByCategory[category.ordinal()];
            net = Math.addExact(net, cents);
            vat = Math.addExact(vat, roundedDivide(cents * category.vatBasisPoints(), 10_000));
        }
        return new Totals(net, vat);
    }

    private static long roundedDivide(long dividend, long divisor) {
        long half = dividend < 0 ? -divisor / 2 : divisor / 2;
        return (dividend + half) / divisor;
    }
}
