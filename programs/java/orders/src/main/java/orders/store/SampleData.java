package orders.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.SplittableRandom;
import orders.catalogue.Catalogue;
import orders.model.Category;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;
import orders.model.Status;
import orders.pricing.Pricing;

/** A shop's data made from a seed: the same seed gives the same shop. */
public record SampleData(List<Product> products, List<Customer> customers, List<Order> orders) {

    private static final int PRODUCTS = 800;
    private static final int CUSTOMERS = 200;
    private static final int WHOLESALE_ORDERS = 60;
    private static final int RETAIL_ORDERS = 1_440;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    private static final String[] KINDS = {
        "Olive oil", "Rye crispbread", "Apple juice", "Ground coffee", "Black tea", "Washing powder",
        "Paper towels", "Note book", "Ball pen", "Cookery book", "Street map", "Candles"
    };
    private static final Category[] KIND_CATEGORIES = {
        Category.FOOD, Category.FOOD, Category.DRINKS, Category.FOOD, Category.FOOD, Category.HOUSEHOLD,
        Category.HOUSEHOLD, Category.STATIONERY, Category.STATIONERY, Category.BOOKS, Category.BOOKS, Category.HOUSEHOLD
    };
    private static final String[] QUALITIES = {"plain", "organic", "large", "small", "family pack", "refill", "classic"};
    private static final String[] STREETS = {"Mill Lane", "Harbour Road", "Station Street", "Market Square", "Abbey Row"};
    private static final String[] CITIES = {"Northford", "Eastwick", "Southmere", "Westbrook"};
    private static final String[] TRADES = {"Grocers", "Cafe", "Stores", "Canteen", "Bookshop"};

    public static SampleData ofSeed(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Product> products = products(random);
        List<Customer> customers = customers(random);
        return new SampleData(products, customers, orders(random, products, customers));
    }

    public Catalogue catalogue() {
        return new Catalogue(products, customers);
    }

    private static List<Product> products(RandomGenerator random) {
        List<Product> products = new ArrayList<>(PRODUCTS);
        for (int id = 1; id <= PRODUCTS; id++) {
            int kind = random.nextInt(KINDS.length);
            String name = KINDS[kind] + ", " + pick(random, QUALITIES) + ", no " + id;
            String sku = "SKU-" + (10_000 + id);
            products.add(new Product(id, sku, name, KIND_CATEGORIES[kind], random.nextLong(49, 9_900)));
        }
        return List.copyOf(products);
    }

    private static List<Customer> customers(RandomGenerator random) {
        List<Customer> customers = new ArrayList<>(CUSTOMERS);
        for (int id = 1; id <= CUSTOMERS; id++) {
            String city = pick(random, CITIES);
            String street = random.nextInt(1, 200) + " " + pick(random, STREETS);
            String name = city + " " + pick(random, TRADES) + " " + id;
            customers.add(new Customer(id, name, street, city, random.nextInt(0, 4) * 2));
        }
        return List.copyOf(customers);
    }

    /** Wholesale orders come first, so their numbers are 1 to 60. */
    private static List<Order> orders(RandomGenerator random, List<Product> products, List<Customer> customers) {
        List<Order> orders = new ArrayList<>(WHOLESALE_ORDERS + RETAIL_ORDERS);
        for (int id = 1; id <= WHOLESALE_ORDERS + RETAIL_ORDERS; id++) {
            int size = id <= WHOLESALE_ORDERS ? random.nextInt(500, 700) : random.nextInt(1, 25);
            Customer customer = pick(random, customers);
            List<OrderLine> lines = lines(random, products, size);
            LocalDate placed = FIRST_DAY.plusDays(random.nextInt(365));
            Status status = Status.values()[random.nextInt(Status.values().length)];
            orders.add(new Order(id, customer, placed, status, lines, Pricing.totals(customer, lines)));
        }
        return List.copyOf(orders);
    }

    private static List<OrderLine> lines(RandomGenerator random, List<Product> products, int size) {
        List<OrderLine> lines = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int quantity = random.nextInt(1, 200);
            boolean returned = random.nextInt(50) == 0;
            lines.add(new OrderLine(pick(random, products), returned ? -quantity : quantity));
        }
        return lines;
    }

    private static String pick(RandomGenerator random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
