import copy
from datetime import UTC, datetime, timedelta

import pytest

from tickets import board, sample_data
from tickets.store import TicketStore

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def ticket(number, hours_ago, state="new", priority="normal", tier="basic", comments=()):
    return {
        "id": number,
        "team": "network",
        "state": state,
        "priority": priority,
        "title": f"Ticket {number}",
        "opened": (NOW - timedelta(hours=hours_ago)).isoformat(),
        "customer": {"id": 1, "tier": tier},
        "labels": ["vip"],
        "comments": [{"by": "agent-1", "text": text} for text in comments],
    }


def board_of(*tickets):
    return board.of_team(TicketStore(tickets), "network", NOW)


def test_open_tickets_stand_in_the_column_of_their_state():
    columns = board_of(ticket(1, 1), ticket(2, 1, "waiting"), ticket(3, 1, "solved"), ticket(4, 1, "active"))["columns"]

    assert {name: [card["id"] for card in cards] for name, cards in columns.items()} == {
        "new": [1],
        "active": [4],
        "waiting": [2],
    }


def test_the_most_urgent_and_then_the_oldest_are_on_top():
    cards = board_of(ticket(1, 1), ticket(2, 9), ticket(3, 1, priority="urgent"), ticket(4, 1))["columns"]["new"]

    assert [card["id"] for card in cards] == [3, 2, 1, 4]


@pytest.mark.parametrize(
    ("hours_ago", "tier", "overdue"), [(48, "basic", False), (49, "basic", True), (24, "gold", False), (25, "gold", True)]
)
def test_gold_customers_wait_half_as_long(hours_ago, tier, overdue):
    page = board_of(ticket(1, hours_ago, tier=tier))

    assert page["columns"]["new"][0]["overdue"] is overdue
    assert page["columns"]["new"][0]["age_hours"] == hours_ago
    assert page["overdue"] == int(overdue)


def test_a_card_shows_the_latest_comment_and_how_many_there_are():
    some, none = board_of(ticket(1, 1, comments=["a", "b"]), ticket(2, 1))["columns"]["new"]

    assert (some["comment_count"], some["latest_comment"]) == (2, {"by": "agent-1", "text": "b"})
    assert (none["comment_count"], none["latest_comment"]) == (0, None)
    assert "comments" not in some


def test_looking_at_a_board_changes_no_ticket():
    tickets = sample_data.of_seed(5)
    before = copy.deepcopy(tickets)
    store = TicketStore(tickets)

    board.of_team(store, "billing", NOW)

    assert tickets == before
    assert [found["id"] for found in store.open_of("billing")] == sorted(found["id"] for found in store.open_of("billing"))


def test_changing_a_board_changes_no_ticket():
    store = TicketStore([ticket(1, 1, comments=["a"])])
    card = board.of_team(store, "network", NOW)["columns"]["new"][0]

    card["customer"]["tier"] = "gold"
    card["labels"].append("phone")
    card["latest_comment"]["text"] = "b"

    assert store.find(1) == ticket(1, 1, comments=["a"])


def test_a_team_without_open_tickets_has_empty_columns_and_an_unknown_team_none():
    assert board_of(ticket(1, 1, "solved")) == {
        "team": "network",
        "overdue": 0,
        "columns": {"new": [], "active": [], "waiting": []},
    }
    with pytest.raises(KeyError):
        board.of_team(TicketStore([]), "network", NOW)
