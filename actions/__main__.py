"""python -m actions: the action server, on the loopback interface; or what it reads in texts."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from actions.app import init_app
from actions.services import Services
from actions.timing import timings
from shop.database import create_engine, create_sessions
from shop.settings import Settings


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until a signal ends it, or read texts."""
    parser = argparse.ArgumentParser(prog="python -m actions", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help="run the action server (the default)")
    commands.add_parser("read", help="texts from standard input, one JSON line of slots each")
    commands.add_parser("time", help="milliseconds of each model call, as one JSON object")
    options = parser.parse_args(arguments)
    settings = Settings.from_env()
    logging.basicConfig(
        level=settings.log_level,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    if options.command == "read":
        asyncio.run(read(settings))
        return
    if options.command == "time":
        asyncio.run(time(settings))
        return
    app = init_app(settings)
    web.run_app(app, host="127.0.0.1", port=settings.actions_port, print=None, access_log=None)


@asynccontextmanager
async def loaded(settings: Settings) -> AsyncIterator[Services]:
    """Models and catalogue, without a server."""
    engine = create_engine(settings)
    services = Services(settings, create_sessions(engine))
    await services.refresh()
    yield services
    await engine.dispose()


async def time(settings: Settings) -> None:
    """Print how long each model takes."""
    async with loaded(settings) as services:
        print(json.dumps(await timings(services)))


async def read(settings: Settings) -> None:
    """Print language and slots of each line, with the shop's models and present catalogue."""
    async with loaded(settings) as services:
        _read(services)


def _read(services: Services) -> None:
    for line in sys.stdin:
        reading = services.reader.read(line.rstrip("\n"))
        slots = {name: value for name, value in reading.slots.items() if value is not None}
        found = {"language": reading.language, "slots": slots, "entities": list(reading.spans)}
        print(json.dumps(found, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
