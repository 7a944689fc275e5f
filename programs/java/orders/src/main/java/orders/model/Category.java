package orders.model;

import java.util.Locale;

/** What kind of goods a product is; decides the VAT rate. */
public enum Category {
    FOOD(700),
    DRINKS(1900),
    HOUSEHOLD(1900),
    STATIONERY(1900),
    BOOKS(700);

    private final int vatBasisPoints;

    Category(int vatBasisPoints) {
        this.vatBasisPoints = vatBasisPoints;
    }

    /** VAT in hundredths of a per cent. */
    public int vatBasisPoints() {
        return vatBasisPoints;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
