"""What a request costs behind the sockets. Run by the command in hone.yaml."""

from datetime import date

import pytest

from orders import invoice, report, sample_data
from orders.model import Status
from orders.search import OrderSearch, Query
from orders.service import OrderService

DATA = sample_data.of_seed(1)


@pytest.fixture(scope="module")
def service():
    return OrderService(DATA, 10, lambda: date(2026, 3, 4))


def test_order_page(benchmark, service):
    response = benchmark(service.answer, "GET", "/orders", "status=paid&limit=10", b"")

    assert response.status == 200 and len(response.text) > 1_000


def test_search(benchmark):
    search = OrderSearch(DATA.products)
    query = Query(status=Status.OPEN, product="tea", limit=50)

    assert len(benchmark(search.find, DATA.orders, query)) == 50


def test_invoice(benchmark):
    assert benchmark(invoice.render, DATA.orders[0]).startswith("INVOICE 1\n")


def test_revenue_report(benchmark):
    assert len(benchmark(report.revenue, DATA.orders)) == 12
