package orders.invoice;

/** Fixed-width text cells. */
final class Columns {

    private Columns() {}

    /** Text padded on the right; what is too long loses its end to an ellipsis. */
    static void left(StringBuilder out, String text, int width) {
        if (text.length() > width) {
            out.append(text, 0, width - 3).append("...");
            return;
        }
        out.append(text).repeat(' ', width - text.length());
    }

    /** Text padded on the left; numbers are never cut. */
    static void right(StringBuilder out, String text, int width) {
        if (text.length() < width) {
            out.repeat(' ', width - text.length());
        }
        out.append(text);
    }

    /** Cents as euros with two places, {@code -0.05} for minus five. */
    static String money(long cents) {
        long euros = Math.abs(cents / 100);
        long rest = Math.abs(cents % 100);
        return (cents < 0 ? "-" : "") + euros + (rest < 10 ? ".0" : ".") + rest;
    }
}
