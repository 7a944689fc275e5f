"""Tickets made from a seed: the same seed gives the same tickets."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

TEAMS = ["network", "billing", "hardware", "accounts"]
STATES = ["new", "active", "waiting", "solved"]
PRIORITIES = ["low", "normal", "high", "urgent"]
TICKETS = 1_200
FIRST_MOMENT = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
THINGS = ["printer", "router", "invoice", "password", "laptop", "mailbox", "screen", "refund", "café terminal"]
TROUBLES = ["does not work", "is missing", "is slow", "was changed", "needs a replacement", "makes noise"]
REMARKS = ["Asked for a photo.", "Sent the manual.", "Called back, nobody there.", "Restarted it.", "Same as last week."]
LABELS = ["vip", "on-site", "repeat", "warranty", "remote", "phone"]


def of_seed(seed: int) -> list[dict[str, Any]]:
    """Tickets by number, from 1."""
    rng = random.Random(seed)
    return [_ticket(rng, number) for number in range(1, TICKETS + 1)]


def _ticket(rng: random.Random, number: int) -> dict[str, Any]:
    opened = FIRST_MOMENT + timedelta(minutes=rng.randrange(60 * 24 * 30))
    return {
        "id": number,
        "team": rng.choice(TEAMS),
        "state": rng.choices(STATES, [2, 3, 2, 11])[0],
        "priority": rng.choices(PRIORITIES, [3, 6, 3, 1])[0],
        "title": f"{rng.choice(THINGS)} {rng.choice(TROUBLES)}".capitalize(),
        "opened": opened.isoformat(),
        "customer": {"id": rng.randint(1, 300), "tier": rng.choice(["basic", "gold"])},
        "labels": rng.sample(LABELS, rng.randint(0, 3)),
        "comments": [
            {"by": f"agent-{rng.randint(1, 20)}", "text": rng.choice(REMARKS)} for _ in range(rng.randint(0, 8))
        ],
    }
