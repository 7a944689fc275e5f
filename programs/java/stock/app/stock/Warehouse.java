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

    private static final Comparator<Level> LOWEST_FIRST =
            Comparator.comparingLong(Level::quantity).thenComparing(Level::code);

    /** How many pieces of an item there are. */
    record Level(String code, String name, long quantity) {}

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

    /** Items with fewer pieces than the limit, the lowest first, equal ones by code. */
    List<Level> below(long limit) {
        List<Level> low = new ArrayList<>();
        for (Item item : items.values()) {
            long quantity = item.quantity();
            if (quantity < limit) {
                low.add(new Level(item.code(), item.name(), quantity));
            }
        }
        low.sort(LOWEST_FIRST);
        return low;
    }
}
