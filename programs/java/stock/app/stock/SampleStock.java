package stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A warehouse made from a seed: the same seed gives the same warehouse. */
final class SampleStock {

    private static final int BULK_ITEMS = 60;
    private static final int OTHER_ITEMS = 1_440;
    private static final String[] NAMES = {"Screw", "Nut", "Washer", "Hinge", "Bracket", "Pipe", "Valve", "Cable, copper"};

    private SampleStock() {}

    /** ITEM-1 to ITEM-60 are bulk goods with a batch for every delivery of some years. */
    static Warehouse ofSeed(long seed) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>(BULK_ITEMS + OTHER_ITEMS);
        for (int number = 1; number <= BULK_ITEMS + OTHER_ITEMS; number++) {
            String name = NAMES[random.nextInt(NAMES.length)] + " " + (4 + random.nextInt(60)) + " mm";
            Item item = new Item("ITEM-" + number, name);
            int batches = number <= BULK_ITEMS ? 1_450 + random.nextInt(200) : random.nextInt(9);
            for (int i = 0; i < batches; i++) {
                item.receive(new Batch(20 + random.nextInt(11), 100 + random.nextInt(900)));
            }
            items.add(item);
        }
        return new Warehouse(items);
    }
}
