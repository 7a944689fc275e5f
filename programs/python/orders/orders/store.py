"""Orders in memory, numbered from 1."""

import threading
from collections import deque
from collections.abc import Iterable
from datetime import date

from orders import pricing
from orders.model import Customer, Order, OrderLine, Status


class OrderStore:
    """The archive is given once and stays; of the orders placed later only the newest are kept."""

    def __init__(self, archive: Iterable[Order], recent_capacity: int):
        if recent_capacity < 1:
            raise ValueError(f"recent_capacity is below 1: {recent_capacity}")
        self.archive = tuple(archive)
        self._by_id = {order.id: order for order in self.archive}
        self._last_id = max(self._by_id, default=0)
        self._recent: deque[int] = deque()
        self._recent_capacity = recent_capacity
        self._lock = threading.Lock()

    def place(self, customer: Customer, placed: date, lines: tuple[OrderLine, ...]) -> Order:
        net = sum(line.net_cents for line in lines)
        vat = pricing.vat_cents(lines)
        with self._lock:
            self._last_id += 1
            order = Order(self._last_id, customer, placed, Status.OPEN, lines, net, vat)
            if len(self._recent) == self._recent_capacity:
                del self._by_id[self._recent.popleft()]
            self._recent.append(order.id)
            self._by_id[order.id] = order
        return order

    def find(self, order_id: int) -> Order | None:
        return self._by_id.get(order_id)
