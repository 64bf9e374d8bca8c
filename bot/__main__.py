"""python -m bot: start the shop, talk to it, measure it."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Sequence

from rich.console import Console

from bot import staff
from shop.errors import ShopError
from shop.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and run one command; its exit status."""
    options = parser().parse_args(arguments)
    console = Console()
    try:
        return int(options.command(options, Settings.from_env(), console) or 0)
    except ShopError as error:
        console.print(str(error), style="red", markup=False)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line; each command says below what it does."""
    top = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    add = commands.add_parser
    add("run", help="prepare what is missing and run all three processes").set_defaults(command=run)
    add("serve", help="run the gateway alone").set_defaults(command=serve)
    it = add("prepare", help="make database, demo shop and models, where they are missing")
    it.add_argument("--again", action="store_true", help="train all models again")
    it.set_defaults(command=prepare)

    it = add("evaluate", help="intent classification with refusal, on your own files")
    it.add_argument("--train", required=True, help="CSV: sentence,label")
    it.add_argument("--test", required=True, help="CSV: sentence,label")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    it.set_defaults(command=evaluate)

    it = add("parse", help="intent, confidence and slots of each line of a file, as JSON lines")
    it.add_argument("--file", required=True, help="a text file, one message per line")
    it.set_defaults(command=parse)

    it = add("bench", help="time a copy of the shop: start, turns, memory, model calls")
    it.add_argument("--desk", action="store_true", help="instead: acts of 20 staff at the console")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    it.set_defaults(command=bench)

    it = add("chat", help="talk to the running shop in this terminal")
    it.add_argument("--script", help="JSON lines: {id, turns: [{user}]}; one JSON line per turn")
    it.add_argument("--url", help="the gateway's address, when not the one of the settings")
    it.set_defaults(command=chat)

    staff.add_to(commands)
    return top


Options = argparse.Namespace


def run(_options: Options, settings: Settings, console: Console) -> int:
    """All three processes, after what they need."""
    from bot.launch import run as launch

    return launch(settings, console)


def prepare(options: Options, settings: Settings, console: Console) -> None:
    """Database, demo shop, models."""
    from bot.prepare import prepare as go

    asyncio.run(go(settings, console, again=options.again))


def serve(_options: Options, settings: Settings, _console: Console) -> None:
    """The gateway, until a signal ends it."""
    from aiohttp import web

    from bot.app import init_app

    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    app = init_app(settings)
    web.run_app(app, host=settings.host, port=settings.port, print=None, access_log=None)


def evaluate(options: Options, _settings: Settings, console: Console) -> None:
    """Train the intent classifier on one file and test it on another."""
    from bot.evaluate import evaluate as go

    go(options.train, options.test, console, as_json=options.json)


def parse(options: Options, settings: Settings, _console: Console) -> None:
    """Intent and slots of texts."""
    from bot.parse import parse as go

    go(settings, options.file)


def bench(options: Options, settings: Settings, console: Console) -> None:
    """The project's own benchmark."""
    if options.desk:
        from bot.console.bench import bench_desk

        asyncio.run(bench_desk(settings, console, as_json=options.json))
        return
    from bot.bench import bench as go

    asyncio.run(go(settings, console, as_json=options.json))


def chat(options: Options, settings: Settings, console: Console) -> int:
    """The widget's protocol, in a terminal."""
    from bot.terminal import chat as go

    return asyncio.run(go(options.url or settings.origin, options.script, console))


if __name__ == "__main__":
    sys.exit(main())
