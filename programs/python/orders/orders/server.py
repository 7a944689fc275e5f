"""The HTTP side: reads requests, has them answered, writes the answers. Listens on loopback only.

One event loop serves all connections: the answers need the processor, not patience.
"""

import asyncio
import logging
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from orders.service import Fault, OrderService, Response

MAX_HEAD_BYTES = 16 << 10
MAX_BODY_BYTES = 1 << 20
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Head:
    """The request line and the two headers that matter here."""

    method: str
    target: str
    body_length: int
    keep_alive: bool

    @classmethod
    def of(cls, text: str) -> "Head":
        request_line, *lines = text.split("\r\n")
        match request_line.split(" "):
            case [method, target, ("HTTP/1.1" | "HTTP/1.0") as version]:
                pass
            case _:
                raise Fault(400, f"not an HTTP/1 request: '{request_line}'")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not (length.isascii() and length.isdigit()):
            raise Fault(411, "a body needs its content-length")
        if int(length) > MAX_BODY_BYTES:
            raise Fault(413, f"body is larger than {MAX_BODY_BYTES} bytes")
        connection = headers.get("connection", "").lower()
        keep_alive = connection != "close" and (version == "HTTP/1.1" or connection == "keep-alive")
        return cls(method, target, int(length), keep_alive)


class OrderServer:
    """Serves until it is cancelled."""

    def __init__(self, service: OrderService):
        self._service = service

    async def start(self, port: int) -> asyncio.Server:
        return await asyncio.start_server(self._converse, "127.0.0.1", port, limit=MAX_HEAD_BYTES)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            keep_alive = True
            while keep_alive:
                keep_alive = await self._exchange(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            LOG.debug("client went away")
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            head = Head.of(text.rstrip("\r\n"))
            body = await reader.readexactly(head.body_length)
        except asyncio.LimitOverrunError:
            writer.write(_encoded(Response.of_fault(431, f"head is larger than {MAX_HEAD_BYTES} bytes"), False))
            return False
        except Fault as fault:
            writer.write(_encoded(Response.of_fault(fault.status, str(fault)), False))
            return False
        writer.write(_encoded(self._response(head, body), head.keep_alive))
        await writer.drain()
        return head.keep_alive

    def _response(self, head: Head, body: bytes) -> Response:
        try:
            address = urlsplit(head.target)
            return self._service.answer(head.method, unquote(address.path), address.query, body)
        except Fault as fault:
            return Response.of_fault(fault.status, str(fault))
        except Exception:
            LOG.exception("could not answer %s %s", head.method, head.target)
            return Response.of_fault(500, "internal error")


def _encoded(response: Response, keep_alive: bool) -> bytes:
    body = response.text.encode()
    head = (
        f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}\r\n"
        f"Content-Type: {response.content_type}\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"Connection: {'keep-alive' if keep_alive else 'close'}\r\n\r\n"
    )
    return head.encode() + body
