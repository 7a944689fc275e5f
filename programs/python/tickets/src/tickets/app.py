"""The web side. `uvicorn --factory tickets.app:create` serves it."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

from fastapi import FastAPI, HTTPException, Query
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, Field

from tickets import board, sample_data
from tickets.store import TicketStore


class NewTicket(BaseModel):
    """A ticket as a customer opens it."""

    team: str
    title: str = Field(min_length=3, max_length=200)
    customer: int = Field(ge=1)
    priority: Literal["low", "normal", "high", "urgent"] = "normal"


def _now() -> datetime:
    return datetime.now(UTC)


def create(tickets: list[dict] | None = None, now: Callable[[], datetime] = _now) -> FastAPI:
    """The application over these tickets, else over those of the seed in TICKETS_SEED (default: 1)."""
    if tickets is None:
        tickets = sample_data.of_seed(int(os.environ.get("TICKETS_SEED", "1")))
    store = TicketStore(tickets)
    app = FastAPI(title="tickets", docs_url=None, redoc_url=None)

    @app.get("/healthz", response_class=PlainTextResponse)
    async def health() -> str:
        return "ok\n"

    @app.get("/boards/{team}")
    async def team_board(team: str) -> JSONResponse:
        try:
            return JSONResponse(board.of_team(store, team, now()))
        except KeyError:
            raise HTTPException(404, f"no such team: '{team}'") from None

    @app.get("/tickets/{ticket_id}")
    async def ticket(ticket_id: int) -> JSONResponse:
        found = store.find(ticket_id)
        if found is None:
            raise HTTPException(404, f"no such ticket: {ticket_id}")
        return JSONResponse(found)

    @app.get("/search")
    async def search(text: str = Query(min_length=2), limit: int = Query(20, ge=1, le=100)) -> JSONResponse:
        return JSONResponse({"tickets": store.search(text, limit)})

    @app.get("/counts")
    async def counts() -> JSONResponse:
        return JSONResponse(store.counts())

    @app.post("/tickets")
    async def open_ticket(wish: NewTicket) -> JSONResponse:
        if wish.team not in store.teams():
            raise HTTPException(422, f"no such team: '{wish.team}'")
        opened = store.add(
            {
                "team": wish.team,
                "state": "new",
                "priority": wish.priority,
                "title": wish.title,
                "opened": now().isoformat(),
                "customer": {"id": wish.customer, "tier": "basic"},
                "labels": [],
                "comments": [],
            }
        )
        return JSONResponse(opened, 201)

    return app
