"""python -m shop: the database, the demo shop, an owner's own data."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

from rich.console import Console

from shop.database import create_engine, create_sessions
from shop.errors import ShopError
from shop.feeds.command import add_to
from shop.migrate import migrate
from shop.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    options = parser().parse_args(arguments)
    console = Console()
    try:
        return asyncio.run(options.command(options, Settings.from_env(), console))
    except ShopError as error:
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        return 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m shop", description=__doc__)
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add = commands.add_parser
    add("migrate", help="bring the database to this version").set_defaults(command=_migrate)
    add("demo", help="fill an empty database with the demo shop").set_defaults(command=_demo)
    add_to(commands)
    return top


async def _migrate(_options: argparse.Namespace, settings: Settings, _console: Console) -> int:
    engine = create_engine(settings)
    await migrate(engine)
    await engine.dispose()
    return 0


async def _demo(_options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from shop.demo.load import load

    engine = create_engine(settings)
    await migrate(engine)
    await load(create_sessions(engine), console)
    await engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main())
