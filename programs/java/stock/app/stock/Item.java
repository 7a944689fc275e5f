package stock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;

/** What we have of one thing. First in, first out: the oldest batch is used up first. */
final class Item {

    private final String code;
    private final String name;
    private final List<Batch> batches = new LinkedList<>();
    private long quantity;

    Item(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    synchronized long quantity() {
        return quantity;
    }

    synchronized List<Batch> batches() {
        return new ArrayList<>(batches);
    }

    synchronized void receive(Batch batch) {
        batches.add(batch);
        quantity = Math.addExact(quantity, batch.quantity());
    }

    /** Takes pieces out and tells what they had cost. */
    synchronized long issue(long wanted) {
        long costCents = costCents(wanted);
        long left = wanted;
        while (left > 0) {
            Batch oldest = batches.remove(0);
            if (oldest.quantity() > left) {
                batches.add(0, new Batch((int) (oldest.quantity() - left), oldest.unitCostCents()));
            }
            left -= Math.min(left, oldest.quantity());
        }
        quantity -= wanted;
        return costCents;
    }

    /** What the next pieces would cost, without taking them. */
    synchronized long costCents(long wanted) {
        if (wanted < 0 || wanted > quantity) {
            throw new IllegalArgumentException("quantity of " + code + " is not in 0.." + quantity + ": " + wanted);
        }
        long costCents = 0;
        long left = wanted;
        Iterator<Batch> oldestFirst = batches.iterator();
        while (left > 0) {
            Batch batch = oldestFirst.next();
            long taken = Math.min(left, batch.quantity());
            costCents = Math.addExact(costCents, Math.multiplyExact(taken, batch.unitCostCents()));
            left -= taken;
        }
        return costCents;
    }
}
