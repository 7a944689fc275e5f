"""Answers requests; knows nothing of sockets."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from orders import invoice, pages, pricing, report
from orders.model import Status
from orders.sample_data import SampleData
from orders.search import OrderSearch, Query
from orders.store import OrderStore

DEFAULT_LIMIT = 20
MAX_LIMIT = 200
MAX_LINES = 2_000
JSON = "application/json"
TEXT = "text/plain; charset=utf-8"


class Fault(Exception):
    """A refusal: a status code and what to tell the client."""

    def __init__(self, status: int, message: str):
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Response:
    """What goes back to the client."""

    status: int
    content_type: str
    text: str

    @classmethod
    def of_fault(cls, status: int, message: str) -> "Response":
        return cls(status, JSON, json.dumps({"error": message}))


class OrderService:
    """All that can be asked of the shop."""

    def __init__(self, data: SampleData, recent_capacity: int, today: Callable[[], date]):
        self._today = today
        self._products = {product.sku: product for product in data.products}
        self._customers = {customer.id: customer for customer in data.customers}
        self._search = OrderSearch(data.products)
        self._store = OrderStore(data.orders, recent_capacity)

    def answer(self, method: str, path: str, query: str, body: bytes) -> Response:
        """Routes a request; raises Fault when it cannot be served."""
        if (method, path) == ("POST", "/orders"):
            return self._place(body)
        if method != "GET":
            raise Fault(405, f"method is not allowed: '{method}'")
        match path.split("/")[1:]:
            case ["healthz"]:
                return Response(200, TEXT, "ok\n")
            case ["orders"]:
                return self._list(query)
            case ["orders", order_id]:
                return Response(200, JSON, pages.to_json(pages.order_detail(self._order(order_id))))
            case ["orders", order_id, "invoice"]:
                return Response(200, TEXT, invoice.render(self._order(order_id)))
            case ["reports", "revenue"]:
                return Response(200, JSON, pages.to_json(report.revenue(self._store.archive)))
        raise Fault(404, f"no such page: '{path}'")

    def _place(self, body: bytes) -> Response:
        wish = _typed(dict, _parsed(body), "order")
        customer = self._customers.get(_typed(int, wish.get("customer"), "customer"))
        if customer is None:
            raise Fault(400, f"no such customer: {wish['customer']}")
        wanted = _typed(list, wish.get("lines"), "lines")
        if not 1 <= len(wanted) <= MAX_LINES:
            raise Fault(400, f"lines are not in 1..{MAX_LINES}: {len(wanted)}")
        lines = []
        for line in wanted:
            sku = _typed(str, _typed(dict, line, "line").get("sku"), "sku")
            quantity = _typed(int, line.get("quantity"), "quantity")
            if sku not in self._products:
                raise Fault(400, f"no such product: '{sku}'")
            try:
                lines.append(pricing.priced(customer, self._products[sku], quantity))
            except ValueError as bad:
                raise Fault(400, str(bad)) from bad
        order = self._store.place(customer, self._today(), tuple(lines))
        return Response(201, JSON, pages.to_json(pages.order_detail(order)))

    def _list(self, query: str) -> Response:
        values = {name: texts[-1] for name, texts in parse_qs(query).items()}
        limit = _number("limit", values.get("limit", str(DEFAULT_LIMIT)))
        if not 1 <= limit <= MAX_LIMIT:
            raise Fault(400, f"limit is not in 1..{MAX_LIMIT}: {limit}")
        wanted = Query(
            customer=_number("customer", values["customer"]) if "customer" in values else None,
            status=_status(values["status"]) if "status" in values else None,
            product=values.get("product"),
            limit=limit,
        )
        return Response(200, JSON, pages.to_json(pages.order_list(self._search.find(self._store.archive, wanted))))

    def _order(self, order_id: str):
        order = self._store.find(_number("order", order_id))
        if order is None:
            raise Fault(404, f"no such order: {order_id}")
        return order


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as bad:
        raise Fault(400, f"not JSON: {bad}") from bad


def _typed(kind: type, value: Any, name: str) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Fault(400, f"{name} is missing or of the wrong kind")
    return value


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Fault(400, f"{name} is not a number: '{text}'") from None


def _status(label: str) -> Status:
    try:
        return Status(label)
    except ValueError:
        raise Fault(400, f"no such status: '{label}'") from None
