"""python -m recsys: train and evaluate recommendations."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from recsys.evaluate import evaluate
from recsys.train import train
from shop.settings import Settings


def main() -> None:
    """Read the command line and run one command."""
    top = argparse.ArgumentParser(prog="python -m recsys", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("train", help="learn from the shop's event history")
    it = commands.add_parser("evaluate", help="leave-one-out on a file of interactions")
    it.add_argument("--interactions", type=Path, required=True, help="user_id,item_id,timestamp")
    it.add_argument("--items", type=Path, help="item_id,title,attributes (not used yet)")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    options = top.parse_args()
    console = Console()
    if options.command == "train":
        asyncio.run(train(Settings.from_env(), console))
        return
    figures = evaluate(options.interactions)
    table = Table("figure", *figures, title=f"{options.interactions.name}, {os.cpu_count()} cores")
    for name in figures["model"]:
        table.add_row(name, *(f"{column.get(name, 0):.4f}" for column in figures.values()))
    console.print(table)
    if options.json:
        print(json.dumps(figures["model"]))


if __name__ == "__main__":
    main()
