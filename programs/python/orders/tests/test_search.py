from datetime import date

from orders import pricing, report
from orders.model import Category, Customer, Order, Product, Status
from orders.search import OrderSearch, Query

TEA = Product("SKU-1", "Black Tea", Category.FOOD, 100)
MAP = Product("SKU-2", "Street map", Category.BOOKS, 100)


def order(number, customer_id, status, product, quantity, placed=date(2026, 3, 1)):
    customer = Customer(customer_id, "Customer", "Northford", 0)
    lines = (pricing.priced(customer, product, quantity),)
    return Order(number, customer, placed, status, lines, lines[0].net_cents, pricing.vat_cents(lines))


ORDERS = [
    order(1, 1, Status.OPEN, TEA, 1),
    order(2, 2, Status.PAID, TEA, 5),
    order(3, 1, Status.OPEN, MAP, 5),
    order(4, 1, Status.PAID, TEA, 5),
]


def ids(**query):
    return [found.id for found in OrderSearch([TEA, MAP]).find(ORDERS, Query(**query))]


def test_without_conditions_the_dearest_come_first_and_equal_ones_by_number():
    assert ids() == [2, 3, 4, 1]


def test_all_conditions_must_hold():
    assert ids(customer=1, status=Status.OPEN) == [3, 1]
    assert ids(customer=1, status=Status.OPEN, product="tea") == [1]
    assert ids(customer=9) == []


def test_a_part_of_the_products_name_is_enough_in_any_case():
    assert ids(product="STREET") == [3]
    assert ids(product="green tea") == []


def test_the_limit_keeps_the_dearest():
    assert ids(limit=2) == [2, 3]


def test_revenue_is_by_month_and_category_without_cancelled_orders():
    orders = [
        order(1, 1, Status.PAID, TEA, 2, date(2026, 3, 31)),
        order(2, 1, Status.OPEN, TEA, -1, date(2026, 3, 1)),
        order(3, 1, Status.CANCELLED, MAP, 9, date(2026, 2, 1)),
        order(4, 1, Status.SHIPPED, MAP, 3, date(2026, 1, 1)),
    ]
    nothing = {"food": 0, "drinks": 0, "household": 0, "stationery": 0, "books": 0}

    months = report.revenue(orders)

    assert list(months) == ["2026-01", "2026-03"]
    assert months["2026-01"] == nothing | {"books": 300}
    assert months["2026-03"] == nothing | {"food": 100}
