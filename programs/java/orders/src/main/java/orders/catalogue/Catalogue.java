package orders.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import orders.model.Customer;
import orders.model.Product;

/** The products we sell and the customers we sell to. */
public final class Catalogue {

    private final Map<String, Product> productsBySku;
    private final Map<Integer, Customer> customersById;

    public Catalogue(List<Product> products, List<Customer> customers) {
        productsBySku = products.stream().collect(Collectors.toUnmodifiableMap(Product::sku, Function.identity()));
        customersById = customers.stream().collect(Collectors.toUnmodifiableMap(Customer::id, Function.identity()));
    }

    public Optional<Product> product(String sku) {
        return Optional.ofNullable(productsBySku.get(sku));
    }

    public Optional<Customer> customer(int id) {
        return Optional.ofNullable(customersById.get(id));
    }
}
