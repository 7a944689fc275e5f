"""The board of a team: its open tickets in columns, with what an agent wants to see at a glance."""

import copy
from datetime import datetime
from typing import Any

from tickets.store import TicketStore

COLUMNS = ["new", "active", "waiting"]
ANSWER_HOURS = {"low": 72, "normal": 48, "high": 24, "urgent": 4}
RANKS = {"urgent": 0, "high": 1, "normal": 2, "low": 3}


def of_team(store: TicketStore, team: str, now: datetime) -> dict[str, Any]:
    """Columns of cards, the most urgent and then the oldest on top; an unknown team is a KeyError."""
    cards = copy.deepcopy(store.open_of(team))
    for card in cards:
        age_hours = int((now - datetime.fromisoformat(card["opened"])).total_seconds()) // 3600
        card["age_hours"] = age_hours
        card["overdue"] = age_hours > _allowed_hours(card)
        comments = card.pop("comments")
        card["comment_count"] = len(comments)
        card["latest_comment"] = comments[-1] if comments else None
    cards.sort(key=lambda card: (RANKS[card["priority"]], card["opened"], card["id"]))
    return {
        "team": team,
        "overdue": sum(card["overdue"] for card in cards),
        "columns": {column: [card for card in cards if card["state"] == column] for column in COLUMNS},
    }


def _allowed_hours(card: dict[str, Any]) -> int:
    hours = ANSWER_HOURS[card["priority"]]
    return hours // 2 if card["customer"]["tier"] == "gold" else hours
