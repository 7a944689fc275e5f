"""The invoice of an order as plain text."""

from orders.model import Order
from orders.pricing import discount_percent

NAME_WIDTH = 34


def render(order: Order) -> str:
    """One row per order line between a header and the totals."""
    customer = order.customer
    rows = [
        f"INVOICE {order.id}",
        f"Date     {order.placed.isoformat()}",
        f"Customer {customer.name}, {customer.city}",
        "",
    ]
    for position, line in enumerate(order.lines, 1):
        product = line.product
        name = shortened(product.name, NAME_WIDTH)
        discount = discount_percent(customer, line.quantity)
        rows.append(
            f"{position:5}  {product.sku}  {name:{NAME_WIDTH}}{line.quantity:6}"
            f"{money(product.price_cents):>10}{discount:4}%{money(line.net_cents):>14}"
        )
    rows += [
        "",
        f"{'Net':20}{money(order.net_cents):>14}",
        f"{'VAT':20}{money(order.vat_cents):>14}",
        f"{'Total EUR':20}{money(order.gross_cents):>14}",
        "",
    ]
    return "\n".join(rows)


def money(cents: int) -> str:
    """Cents as euros with two places, -0.05 for minus five."""
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{euros}.{rest:02}"


def shortened(text: str, width: int) -> str:
    """The text, or as much as fits before an ellipsis."""
    return text if len(text) <= width else text[: width - 3] + "..."
