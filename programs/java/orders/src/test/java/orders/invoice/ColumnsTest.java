package orders.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void moneyHasTwoPlacesAndItsSignInFront() {
        assertEquals("0.00", Columns.money(0));
        assertEquals("-0.05", Columns.money(-5));
        assertEquals("12.30", Columns.money(1_230));
        assertEquals("-92233720368547758.08", Columns.money(Long.MIN_VALUE));
    }

    @Test
    void textOfExactlyTheWidthIsKeptAndLongerTextIsCut() {
        StringBuilder out = new StringBuilder();
        Columns.left(out, "abcdef", 6);
        Columns.left(out, "abcdefg", 6);
        Columns.right(out, "1234567", 6);

        assertEquals("abcdefabc...1234567", out.toString());
    }
}
