package stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All items, by their code. */
final class Warehouse {

    private static final Comparator<Level> SMALLEST_FIRST =
            Comparator.comparingInt(Level::millimetres).thenComparing(Level::name).thenComparing(Level::code);

    /** How many pieces of an item there are. */
    record Level(String code, String name, long quantity) {

        /** The size that the name tells, or 0. */
        int millimetres() {
            String digits = name.replaceAll("\\D+", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
    }

    private final Map<String, Item> items;

    Warehouse(Collection<Item> items) {
        this.items = new LinkedHashMap<>();
        for (Item item : items) {
            this.items.put(item.code(), item);
        }
    }

    Optional<Item> item(String code) {
        return Optional.ofNullable(items.get(code));
    }

    /** Items with fewer pieces than the limit, the smallest size first, equal ones by name and code. */
    List<Level> below(long limit) {
        List<Level> low = new ArrayList<>();
        for (Item item : items.values()) {
            long quantity = item.quantity();
            if (quantity < limit) {
                low.add(new Level(item.code(), item.name(), quantity));
            }
        }
        low.sort(SMALLEST_FIRST);
        return low;
    }
}
