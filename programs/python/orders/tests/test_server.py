import asyncio
import http.client
import json
import socket
import threading
from datetime import date
from queue import Queue

import pytest

from orders import invoice, sample_data
from orders.__main__ import settings
from orders.server import OrderServer
from orders.service import OrderService

DATA = sample_data.of_seed(11)
SKU = DATA.products[0].sku


@pytest.fixture(scope="module")
def port():
    """A server on a thread of its own."""
    started = Queue()

    async def serve():
        server = await OrderServer(OrderService(DATA, 2, lambda: date(2026, 3, 4))).start(0)
        stopped = asyncio.Event()
        started.put((asyncio.get_running_loop(), stopped, server.sockets[0].getsockname()[1]))
        await stopped.wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=[serve()])
    thread.start()
    loop, stopped, port = started.get(timeout=20)
    yield port
    loop.call_soon_threadsafe(stopped.set)
    thread.join()


@pytest.fixture(scope="module")
def connection(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    yield connection
    connection.close()


def ask(connection, method, path, body=None):
    connection.request(method, path, body)
    response = connection.getresponse()
    return response.status, response.getheader("content-type"), response.read().decode()


def test_is_healthy(connection):
    assert ask(connection, "GET", "/healthz") == (200, "text/plain; charset=utf-8", "ok\n")


def test_serves_the_invoice_of_an_order(connection):
    assert ask(connection, "GET", "/orders/3/invoice") == (
        200,
        "text/plain; charset=utf-8",
        invoice.render(DATA.orders[2]),
    )


def test_a_placed_order_can_be_read_and_only_the_newest_are_kept(connection):
    wish = json.dumps({"customer": 7, "lines": [{"sku": SKU, "quantity": 3}]})
    status, kind, created = ask(connection, "POST", "/orders", wish)
    order = json.loads(created)

    assert (status, kind) == (201, "application/json")
    assert (order["placed"], order["status"]) == ("2026-03-04", "open")
    assert ask(connection, "GET", f"/orders/{order['id']}") == (200, "application/json", created)

    for _ in range(2):
        ask(connection, "POST", "/orders", wish)
    assert ask(connection, "GET", f"/orders/{order['id']}")[0] == 404


def test_searches_with_a_limit(connection):
    orders = json.loads(ask(connection, "GET", "/orders?status=open&product=cr%C3%A8me&limit=5")[2])["orders"]

    assert len(orders) == 5
    assert all(order["status"] == "open" for order in orders)
    assert all(any("Crème" in line["product"] for line in order["lines"]) for order in orders)


def test_reports_twelve_months(connection):
    assert len(json.loads(ask(connection, "GET", "/reports/revenue")[2])) == 12


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "message"),
    [
        ("GET", "/orders/9999", None, 404, "no such order: 9999"),
        ("GET", "/orders/x/invoice", None, 400, "order is not a number: 'x'"),
        ("GET", "/orders?status=lost", None, 400, "no such status: 'lost'"),
        ("GET", "/orders?limit=0", None, 400, "limit is not in 1..200: 0"),
        ("GET", "/orders/1/2/3", None, 404, "no such page: '/orders/1/2/3'"),
        ("GET", "/", None, 404, "no such page: '/'"),
        ("PUT", "/orders", "{}", 405, "method is not allowed: 'PUT'"),
        ("POST", "/orders", '{"customer": 0, "lines": []}', 400, "no such customer: 0"),
        ("POST", "/orders", '{"customer": 1, "lines": []}', 400, "lines are not in 1..2000: 0"),
        ("POST", "/orders", '{"customer": true}', 400, "customer is missing or of the wrong kind"),
        ("POST", "/orders", "[]", 400, "order is missing or of the wrong kind"),
        ("POST", "/orders", "", 400, "not JSON: Expecting value: line 1 column 1 (char 0)"),
        (
            "POST",
            "/orders",
            json.dumps({"customer": 1, "lines": [{"sku": SKU, "quantity": 0}]}),
            400,
            f"quantity is zero for {SKU}",
        ),
    ],
)
def test_says_what_is_wrong_with_a_request(connection, method, path, body, status, message):
    answer = ask(connection, method, path, body)

    assert answer[0] == status
    assert json.loads(answer[2]) == {"error": message}


@pytest.mark.parametrize(
    ("request_bytes", "status_line"),
    [
        (b"hello\r\n\r\n", b"HTTP/1.1 400 Bad Request"),
        (b"POST /orders HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"HTTP/1.1 411 Length Required"),
        (b"POST /orders HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"HTTP/1.1 411 Length Required"),
        (b"POST /orders HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n", b"HTTP/1.1 413 Request Entity Too Large"),
        (b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n", b"HTTP/1.1 431 Request Header Fields Too Large"),
        (b"GET /healthz HTTP/1.0\r\n\r\n", b"HTTP/1.1 200 OK"),
        (b"GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n", b"HTTP/1.1 200 OK"),
    ],
)
def test_closes_the_connection_after_a_request_it_cannot_follow_or_the_last_one(port, request_bytes, status_line):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(request_bytes)
        answer = b"".join(iter(lambda: client.recv(65_536), b""))

    assert answer.split(b"\r\n")[0] == status_line


def test_an_option_wins_over_the_environment():
    assert settings([], {"PORT": "9"}).port == 9
    assert settings(["--port", "7"], {"PORT": "9"}).port == 7
    assert settings([], {}).port == 8080
