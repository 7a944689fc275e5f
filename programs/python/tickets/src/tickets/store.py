"""Tickets in memory."""

from collections import Counter, deque
from collections.abc import Iterable
from typing import Any

Ticket = dict[str, Any]


class TicketStore:
    """Keeps tickets by number. What it hands out is its own: who wants to change a ticket copies it."""

    def __init__(self, tickets: Iterable[Ticket], recent_capacity: int = 20):
        self._by_id = {ticket["id"]: ticket for ticket in tickets}
        self._open_by_team: dict[str, list[Ticket]] = {}
        for ticket in self._by_id.values():
            team = self._open_by_team.setdefault(ticket["team"], [])
            if ticket["state"] != "solved":
                team.append(ticket)
        self._recent: deque[int] = deque()
        self._recent_capacity = recent_capacity
        self._last_id = max(self._by_id, default=0)

    def find(self, ticket_id: int) -> Ticket | None:
        return self._by_id.get(ticket_id)

    def teams(self) -> list[str]:
        return sorted(self._open_by_team)

    def open_of(self, team: str) -> list[Ticket]:
        """The tickets of a team that are not solved, by number; an unknown team is a KeyError."""
        return self._open_by_team[team]

    def search(self, text: str, limit: int) -> list[Ticket]:
        """The newest tickets whose title has the text, in any case."""
        wanted = text.casefold()
        found = []
        for ticket in reversed(self._by_id.values()):
            if wanted in ticket["title"].casefold():
                found.append(ticket)
                if len(found) == limit:
                    break
        return found

    def counts(self) -> dict[str, dict[str, int]]:
        """How many tickets there are by team and state."""
        by_team = {team: Counter() for team in self.teams()}
        for ticket in self._by_id.values():
            by_team[ticket["team"]][ticket["state"]] += 1
        return {team: dict(sorted(states.items())) for team, states in by_team.items()}

    def add(self, ticket: Ticket) -> Ticket:
        """Takes a ticket in under the next number. When too many were taken in, the oldest of them goes."""
        self._last_id += 1
        numbered = {"id": self._last_id, **ticket}
        self._by_id[self._last_id] = numbered
        self._open_by_team[ticket["team"]].append(numbered)
        self._recent.append(self._last_id)
        if len(self._recent) > self._recent_capacity:
            oldest = self._by_id.pop(self._recent.popleft())
            self._open_by_team[oldest["team"]].remove(oldest)
        return numbered
