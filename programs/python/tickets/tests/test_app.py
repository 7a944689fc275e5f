from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from tickets import app, sample_data
from tickets.store import TicketStore

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def client():
    return TestClient(app.create(sample_data.of_seed(2), lambda: NOW))


def test_is_healthy(client):
    assert client.get("/healthz").text == "ok\n"


def test_a_new_ticket_can_be_read_found_and_stands_on_the_board(client):
    created = client.post("/tickets", json={"team": "billing", "title": "Zebra crossing", "customer": 4})
    ticket = created.json()

    assert created.status_code == 201
    assert (ticket["state"], ticket["priority"], ticket["opened"]) == ("new", "normal", "2026-02-01T12:00:00+00:00")
    assert client.get(f"/tickets/{ticket['id']}").json() == ticket
    assert client.get("/search", params={"text": "ZEBRA"}).json() == {"tickets": [ticket]}
    assert ticket["id"] in [card["id"] for card in client.get("/boards/billing").json()["columns"]["new"]]


def test_searches_for_the_newest_with_a_limit(client):
    found = client.get("/search", params={"text": "café", "limit": 3}).json()["tickets"]

    assert len(found) == 3
    assert all("café" in ticket["title"].casefold() for ticket in found)
    assert [ticket["id"] for ticket in found] == sorted((ticket["id"] for ticket in found), reverse=True)


def test_counts_every_ticket_once(client):
    counts = client.get("/counts").json()

    assert sum(sum(states.values()) for states in counts.values()) == sample_data.TICKETS
    assert list(counts) == sorted(sample_data.TEAMS)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/boards/nobody", None, 404),
        ("GET", "/tickets/99999", None, 404),
        ("GET", "/tickets/x", None, 422),
        ("GET", "/search?text=a", None, 422),
        ("GET", "/search?text=aa&limit=0", None, 422),
        ("POST", "/tickets", {"team": "nobody", "title": "Something", "customer": 1}, 422),
        ("POST", "/tickets", {"team": "billing", "title": "No", "customer": 1}, 422),
        ("POST", "/tickets", {"team": "billing", "title": "Something", "customer": 1, "priority": "top"}, 422),
    ],
)
def test_refuses_what_it_cannot_serve(client, method, path, body, status):
    answer = client.request(method, path, json=body)

    assert answer.status_code == status
    assert "detail" in answer.json()


def test_of_tickets_taken_in_only_the_newest_stay():
    store = TicketStore(sample_data.of_seed(2), recent_capacity=2)
    first, second, third = (store.add({"team": "billing", "state": "new", "title": "t"})["id"] for _ in range(3))

    assert [store.find(number) is None for number in (first, second, third)] == [True, False, False]
    assert [ticket["id"] for ticket in store.open_of("billing")[-2:]] == [second, third]
