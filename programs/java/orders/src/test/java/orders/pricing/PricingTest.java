package orders.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import orders.model.Category;
import orders.model.Customer;
import orders.model.OrderLine;
import orders.model.Product;
import orders.model.Totals;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Customer PLAIN = new Customer(1, "Plain", "1 Mill Lane", "Northford", 0);
    private static final Customer LOYAL = new Customer(2, "Loyal", "2 Mill Lane", "Northford", 6);
    private static final Product BOOK = new Product(1, "SKU-1", "Book", Category.BOOKS, 1_005);
    private static final Product JUICE = new Product(2, "SKU-2", "Juice", Category.DRINKS, 199);

    @Test
    void aDozenAndAGrossAreCheaper() {
        assertEquals(0, Pricing.discountPercent(PLAIN, new OrderLine(BOOK, 11)));
        assertEquals(4, Pricing.discountPercent(PLAIN, new OrderLine(BOOK, 12)));
        assertEquals(4, Pricing.discountPercent(PLAIN, new OrderLine(BOOK, 143)));
        assertEquals(10, Pricing.discountPercent(PLAIN, new OrderLine(BOOK, -144)));
    }

    @Test
    void theBetterDiscountCountsNotTheSum() {
        assertEquals(6, Pricing.discountPercent(LOYAL, new OrderLine(BOOK, 12)));
        assertEquals(10, Pricing.discountPercent(LOYAL, new OrderLine(BOOK, 144)));
    }

    @Test
    void halfACentIsRoundedAwayFromZero() {
        Customer half = new Customer(3, "Half", "3 Mill Lane", "Northford", 50);

        assertEquals(503, Pricing.netCents(half, new OrderLine(BOOK, 1)));
        assertEquals(-503, Pricing.netCents(half, new OrderLine(BOOK, -1)));
    }

    @Test
    void vatIsRoundedOncePerCategory() {
        List<OrderLine> lines = List.of(new OrderLine(BOOK, 1), new OrderLine(JUICE, 1), new OrderLine(JUICE, 2));

        // 1005 at 7 % = 70.35 -> 70; 597 at 19 % = 113.43 -> 113
        assertEquals(new Totals(1_602, 183), Pricing.totals(PLAIN, lines));
    }

    @Test
    void anAmountBeyondLongIsAnErrorNotANumber() {
        Product dear = new Product(9, "SKU-9", "Dear", Category.BOOKS, Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> Pricing.netCents(PLAIN, new OrderLine(dear, 2)));
    }
}
