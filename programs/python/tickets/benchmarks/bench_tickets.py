"""What requests cost behind the sockets. Run by the command in hone.yaml."""

from datetime import UTC, datetime

from tickets import board, sample_data
from tickets.store import TicketStore

NOW = datetime(2026, 2, 10, 12, 0, tzinfo=UTC)
STORE = TicketStore(sample_data.of_seed(1))


def test_board(benchmark):
    page = benchmark(board.of_team, STORE, "network", NOW)

    assert len(page["columns"]["active"]) > 10


def test_counts(benchmark):
    assert len(benchmark(STORE.counts)) == 4


def test_search(benchmark):
    assert benchmark(STORE.search, "no such thing", 20) == []
