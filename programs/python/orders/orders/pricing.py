"""Prices lines and orders: quantity discounts, the customer's own discount, VAT."""

from collections.abc import Iterable

from orders.model import Category, Customer, OrderLine, Product

DOZEN = 12
GROSS = 144
VAT_PERCENT = {
    Category.FOOD: 7,
    Category.DRINKS: 19,
    Category.HOUSEHOLD: 19,
    Category.STATIONERY: 19,
    Category.BOOKS: 7,
}


def discount_percent(customer: Customer, quantity: int) -> int:
    """The better of the quantity's and the customer's discount."""
    size = abs(quantity)
    by_quantity = 10 if size >= GROSS else 4 if size >= DOZEN else 0
    return max(by_quantity, customer.discount_percent)


def priced(customer: Customer, product: Product, quantity: int) -> OrderLine:
    """A line with its net price."""
    if quantity == 0:
        raise ValueError(f"quantity is zero for {product.sku}")
    list_cents = product.price_cents * quantity
    net = rounded_percent(list_cents, 100 - discount_percent(customer, quantity))
    return OrderLine(product, quantity, net)


def vat_cents(lines: Iterable[OrderLine]) -> int:
    """VAT, rounded once per category, as the tax office wants it."""
    net_by_category = dict.fromkeys(Category, 0)
    for line in lines:
        net_by_category[line.product.category] += line.net_cents
    return sum(rounded_percent(net, VAT_PERCENT[category]) for category, net in net_by_category.items())


def rounded_percent(cents: int, percent: int) -> int:
    """So many per cent of an amount, half a cent rounded away from zero."""
    size, rest = divmod(abs(cents) * percent, 100)
    size += rest >= 50
    return -size if cents < 0 else size
