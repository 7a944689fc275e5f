"""Revenue by month and category."""

from collections.abc import Iterable

from orders.model import Category, Order, Status


def revenue(orders: Iterable[Order]) -> dict[str, dict[str, int]]:
    """Net cents by month (YYYY-MM, ascending) and category; cancelled orders do not count."""
    months: dict[str, dict[str, int]] = {}
    for order in orders:
        if order.status is Status.CANCELLED:
            continue
        key = order.placed.isoformat()[:7]
        month = months.get(key)
        if month is None:
            month = months[key] = {category.value: 0 for category in Category}
        for line in order.lines:
            month[line.product.category.value] += line.net_cents
    return dict(sorted(months.items()))
