"""Finds orders."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from orders.model import Order, Product, Status


@dataclass(frozen=True)
class Query:
    """What orders to look for; None matches all. The product is a part of its name."""

    customer: int | None = None
    status: Status | None = None
    product: str | None = None
    limit: int = 20


class OrderSearch:
    """Searches for orders, dearest first, equal ones by number."""

    def __init__(self, products: Iterable[Product]):
        self._names = [(product.sku, product.name.casefold()) for product in products]

    def find(self, orders: Iterable[Order], query: Query) -> list[Order]:
        found = orders
        if query.customer is not None:
            found = [order for order in found if order.customer.id == query.customer]
        if query.status is not None:
            found = [order for order in found if order.status is query.status]
        if query.product is not None:
            skus = self._skus(query.product)
            found = [order for order in found if any(line.product.sku in skus for line in order.lines)]
        return nsmallest(query.limit, found, key=lambda order: (-order.gross_cents, order.id))

    def _skus(self, part: str) -> set[str]:
        folded = part.casefold()
        return {sku for sku, name in self._names if folded in name}
