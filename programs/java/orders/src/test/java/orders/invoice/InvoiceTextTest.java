package orders.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import orders.model.Category;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;
import orders.model.Status;
import orders.pricing.Pricing;
import orders.store.SampleData;
import org.junit.jupiter.api.Test;

class InvoiceTextTest {

    private static final Customer CAFE = new Customer(3, "Corner Cafe", "1 Mill Lane", "Northford", 2);
    private static final Product TEA = new Product(1, "SKU-1", "Black tea", Category.FOOD, 250);
    private static final Product CANDLES =
            new Product(2, "SKU-2", "Candles, very long ones for the table", Category.HOUSEHOLD, 999);

    @Test
    void anInvoiceHasAHeaderARowPerLineAndTotals() {
        String expected =
                """
                INVOICE 17
                Date     2026-03-04
                Customer Corner Cafe, 1 Mill Lane, Northford
                All amounts in €

                    1  SKU-1  Black tea                              2      2.50   2%          4.90
                    2  SKU-2  Candles, very long ones for the...    -1      9.99   2%         -9.79

                Net                          -4.89
                VAT                          -1.52
                Total                        -6.41
                """;

        assertEquals(expected, InvoiceText.render(order(17, new OrderLine(TEA, 2), new OrderLine(CANDLES, -1))));
    }

    @Test
    void anOrderWithoutLinesHasHeaderAndTotalsOnly() {
        String expected =
                """
                INVOICE 1
                Date     2026-03-04
                Customer Corner Cafe, 1 Mill Lane, Northford
                All amounts in €


                Net                           0.00
                VAT                           0.00
                Total                         0.00
                """;

        assertEquals(expected, InvoiceText.render(order(1)));
    }

    @Test
    void textBeyondLatin1Survives() {
        Product noodles = new Product(4, "SKU-4", "ラーメン", Category.FOOD, 100);

        assertTrue(InvoiceText.render(order(2, new OrderLine(TEA, 1), new OrderLine(noodles, 1)))
                .contains("SKU-4  ラーメン    "));
    }

    @Test
    void theRowsOfALargeOrderAreAllThereInTheirOrder() {
        Order large = SampleData.ofSeed(5).orders().getFirst();
        List<String> lines = InvoiceText.render(large).lines().toList();

        assertEquals(5 + large.lines().size() + 4, lines.size());
        for (int i = 0; i < large.lines().size(); i++) {
            String row = lines.get(5 + i).stripLeading();
            String start = (i + 1) + "  " + large.lines().get(i).product().sku() + "  ";
            assertTrue(row.startsWith(start), row);
        }
    }

    @Test
    void aHugeAmountWidensItsRowInsteadOfBeingCut() {
        Product ship = new Product(5, "SKU-5", "Ship", Category.HOUSEHOLD, 9_999_999_999_999L);

        assertTrue(InvoiceText.render(order(3, new OrderLine(ship, 1))).contains("99999999999.99"));
    }

    private static Order order(int id, OrderLine... lines) {
        List<OrderLine> all = List.of(lines);
        return new Order(id, CAFE, LocalDate.of(2026, 3, 4), Status.OPEN, all, Pricing.totals(CAFE, all));
    }
}
