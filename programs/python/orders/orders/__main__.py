"""Starts the order service."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from datetime import date

from orders import sample_data
from orders.server import OrderServer
from orders.service import OrderService

RECENT_ORDERS = 1_000


def settings(arguments: list[str], environment: dict[str, str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="orders", description=__doc__)
    parser.add_argument(
        "--port",
        type=int,
        default=environment.get("PORT", "8080"),
        help="port on 127.0.0.1 (default: PORT of the environment, else 8080; 0 = any)",
    )
    parser.add_argument("--seed", type=int, default=1, help="seed of the sample data (default: 1)")
    return parser.parse_args(arguments)


async def serve(port: int, service: OrderService) -> None:
    """Listens until SIGTERM or SIGINT."""
    stopped = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_number, stopped.set)
    server = await OrderServer(service).start(port)
    logging.info("listening on 127.0.0.1:%d", server.sockets[0].getsockname()[1])
    await stopped.wait()
    server.close()


def main() -> None:
    wanted = settings(sys.argv[1:], dict(os.environ))
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    service = OrderService(sample_data.of_seed(wanted.seed), RECENT_ORDERS, date.today)
    asyncio.run(serve(wanted.port, service))


if __name__ == "__main__":
    main()
