"""What the service talks about: products, customers, orders. Money is whole cents."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Status(Enum):
    """Where an order stands."""

    OPEN = "open"
    SHIPPED = "shipped"
    PAID = "paid"
    CANCELLED = "cancelled"


class Category(Enum):
    """What kind of goods a product is; decides the VAT rate."""

    FOOD = "food"
    DRINKS = "drinks"
    HOUSEHOLD = "household"
    STATIONERY = "stationery"
    BOOKS = "books"


@dataclass(frozen=True, slots=True)
class Product:
    """Something we sell; the price is net."""

    sku: str
    name: str
    category: Category
    price_cents: int


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys; the discount is agreed per customer."""

    id: int
    name: str
    city: str
    discount_percent: int


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One position of an order; a negative quantity is a return."""

    product: Product
    quantity: int
    net_cents: int


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it was placed, with the totals worked out at that moment."""

    id: int
    customer: Customer
    placed: date
    status: Status
    lines: tuple[OrderLine, ...]
    net_cents: int
    vat_cents: int

    @property
    def gross_cents(self) -> int:
        return self.net_cents + self.vat_cents
