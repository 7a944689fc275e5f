"""Answers as JSON text."""

import io
import json
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from orders.model import Order


def to_json(page: Any) -> str:
    """Compact JSON in the order of the keys; dates as YYYY-MM-DD, enumerations by value."""
    buffer = io.StringIO()
    json.dump(page, buffer, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return buffer.getvalue()


def order_list(orders: Iterable[Order]) -> dict[str, Any]:
    """A page of orders with their lines."""
    return {"orders": [order_detail(order) for order in orders]}


def order_detail(order: Order) -> dict[str, Any]:
    """One order with its lines."""
    return {
        "id": order.id,
        "customer": order.customer.name,
        "placed": order.placed,
        "status": order.status,
        "net_cents": order.net_cents,
        "gross_cents": order.gross_cents,
        "lines": [
            {
                "sku": line.product.sku,
                "product": line.product.name,
                "quantity": line.quantity,
                "net_cents": line.net_cents,
            }
            for line in order.lines
        ],
    }


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")
