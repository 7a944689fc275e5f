"""A shop's data made from a seed: the same seed gives the same shop."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from orders import pricing
from orders.model import Category, Customer, Order, Product, Status

PRODUCTS = 400
CUSTOMERS = 200
WHOLESALE_ORDERS = 40
RETAIL_ORDERS = 1_160
FIRST_DAY = date(2025, 1, 1)

KINDS = [
    ("Olive oil", Category.FOOD),
    ("Rye crispbread", Category.FOOD),
    ("Apple juice", Category.DRINKS),
    ("Ground coffee", Category.FOOD),
    ("Crème fraîche", Category.FOOD),
    ("Black tea", Category.FOOD),
    ("Washing powder", Category.HOUSEHOLD),
    ("Note book", Category.STATIONERY),
    ("Ball pen", Category.STATIONERY),
    ("Cookery book", Category.BOOKS),
    ("Street map", Category.BOOKS),
]
QUALITIES = ["plain", "organic", "large", "small", "family pack", "refill", "classic"]
TRADES = ["Grocers", "Café", "Stores", "Canteen", "Bookshop"]
CITIES = ["Northford", "Eastwick", "Southmere", "Westbrook"]


@dataclass(frozen=True)
class SampleData:
    """Products, customers and the orders they placed."""

    products: list[Product]
    customers: list[Customer]
    orders: list[Order]


def of_seed(seed: int) -> SampleData:
    """Wholesale orders come first, so their numbers are 1 to 40."""
    rng = random.Random(seed)
    products = [_product(rng, number) for number in range(1, PRODUCTS + 1)]
    customers = [_customer(rng, number) for number in range(1, CUSTOMERS + 1)]
    orders = []
    for number in range(1, WHOLESALE_ORDERS + RETAIL_ORDERS + 1):
        size = rng.randint(80, 120) if number <= WHOLESALE_ORDERS else rng.randint(1, 11)
        orders.append(_order(rng, number, rng.choice(customers), products, size))
    return SampleData(products, customers, orders)


def _product(rng: random.Random, number: int) -> Product:
    kind, category = rng.choice(KINDS)
    name = f"{kind}, {rng.choice(QUALITIES)}, no {number}"
    return Product(f"SKU-{10_000 + number}", name, category, rng.randint(49, 9_900))


def _customer(rng: random.Random, number: int) -> Customer:
    city = rng.choice(CITIES)
    return Customer(number, f"{city} {rng.choice(TRADES)} {number}", city, rng.choice([0, 0, 2, 6]))


def _order(rng: random.Random, number: int, customer: Customer, products: list[Product], size: int) -> Order:
    lines = tuple(
        pricing.priced(customer, rng.choice(products), rng.randint(1, 160) * (-1 if rng.random() < 0.02 else 1))
        for _ in range(size)
    )
    net = sum(line.net_cents for line in lines)
    placed = FIRST_DAY + timedelta(days=rng.randrange(365))
    return Order(number, customer, placed, rng.choice(list(Status)), lines, net, pricing.vat_cents(lines))
