package orders.store;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Status;
import orders.pricing.Pricing;

/**
 * Orders in memory, numbered from 1. The archive is loaded once and stays; of the orders placed
 * later only the newest are kept.
 */
public final class OrderStore {

    private final int recentCapacity;
    private final Map<Integer, Order> byId = new HashMap<>();
    private final ArrayDeque<Order> recent = new ArrayDeque<>();
    private volatile List<Order> archive = List.of();
    private int lastId;

    public OrderStore(int recentCapacity) {
        if (recentCapacity < 1) {
            throw new IllegalArgumentException("recentCapacity is below 1: " + recentCapacity);
        }
        this.recentCapacity = recentCapacity;
    }

    /** Adds orders that are never dropped. */
    public synchronized void load(List<Order> orders) {
        List<Order> grown = new ArrayList<>(archive);
        for (Order order : orders) {
            byId.put(order.id(), order);
            lastId = Math.max(lastId, order.id());
            grown.add(order);
        }
        archive = List.copyOf(grown);
    }

    public synchronized Order place(Customer customer, LocalDate placed, List<OrderLine> lines) {
        Order order =
                new Order(++lastId, customer, placed, Status.OPEN, lines, Pricing.totals(customer, lines));
        if (recent.size() == recentCapacity) {
            byId.remove(recent.removeFirst().id());
        }
        recent.addLast(order);
        byId.put(order.id(), order);
        return order;
    }

    public synchronized Optional<Order> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The archive in the order of its numbers, which reports and searches read. */
    public List<Order> archive() {
        return archive;
    }
}
