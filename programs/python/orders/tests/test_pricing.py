import pytest

from orders import pricing
from orders.model import Category, Customer, Product

PLAIN = Customer(1, "Plain", "Northford", 0)
LOYAL = Customer(2, "Loyal", "Northford", 6)
HALF = Customer(3, "Half", "Northford", 50)
BOOK = Product("SKU-1", "Book", Category.BOOKS, 1_005)
JUICE = Product("SKU-2", "Juice", Category.DRINKS, 199)


@pytest.mark.parametrize(("quantity", "percent"), [(11, 0), (12, 4), (143, 4), (144, 10), (-144, 10)])
def test_a_dozen_and_a_gross_are_cheaper(quantity, percent):
    assert pricing.discount_percent(PLAIN, quantity) == percent


def test_the_better_discount_counts_not_the_sum():
    assert pricing.discount_percent(LOYAL, 12) == 6
    assert pricing.discount_percent(LOYAL, 144) == 10


def test_half_a_cent_is_rounded_away_from_zero():
    assert pricing.priced(HALF, BOOK, 1).net_cents == 503
    assert pricing.priced(HALF, BOOK, -1).net_cents == -503


def test_vat_is_rounded_once_per_category():
    lines = [pricing.priced(PLAIN, BOOK, 1), pricing.priced(PLAIN, JUICE, 1), pricing.priced(PLAIN, JUICE, 2)]

    # 1005 at 7 % = 70.35 -> 70; 597 at 19 % = 113.43 -> 113
    assert pricing.vat_cents(lines) == 183


def test_refuses_a_line_of_nothing():
    with pytest.raises(ValueError, match="quantity is zero for SKU-1"):
        pricing.priced(PLAIN, BOOK, 0)
