from datetime import date

from orders import invoice, pricing
from orders.model import Category, Customer, Order, Product, Status

CAFE = Customer(3, "Corner Café", "Northford", 2)
TEA = Product("SKU-1", "Black tea", Category.FOOD, 250)
CANDLES = Product("SKU-2", "Candles, very long ones for the table", Category.HOUSEHOLD, 999)


def order(*lines):
    net = sum(line.net_cents for line in lines)
    return Order(17, CAFE, date(2026, 3, 4), Status.OPEN, lines, net, pricing.vat_cents(lines))


def test_an_invoice_has_a_header_a_row_per_line_and_totals():
    text = invoice.render(order(pricing.priced(CAFE, TEA, 2), pricing.priced(CAFE, CANDLES, -1)))

    assert text == (
        "INVOICE 17\n"
        "Date     2026-03-04\n"
        "Customer Corner Café, Northford\n"
        "\n"
        "    1  SKU-1  Black tea                              2      2.50   2%          4.90\n"
        "    2  SKU-2  Candles, very long ones for the...    -1      9.99   2%         -9.79\n"
        "\n"
        "Net                          -4.89\n"
        "VAT                          -1.52\n"
        "Total EUR                    -6.41\n"
    )


def test_an_order_without_lines_has_header_and_totals_only():
    assert invoice.render(order()).splitlines()[3:] == [
        "",
        "",
        "Net                           0.00",
        "VAT                           0.00",
        "Total EUR                     0.00",
    ]


def test_money_has_two_places_and_its_sign_in_front():
    assert [invoice.money(cents) for cents in (0, -5, 1_230, -100)] == ["0.00", "-0.05", "12.30", "-1.00"]


def test_text_of_exactly_the_width_is_kept():
    assert invoice.shortened("abcdef", 6) == "abcdef"
    assert invoice.shortened("abcdefg", 6) == "abc..."
