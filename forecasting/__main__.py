"""python -m forecasting: train and evaluate forecasts of purchases."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from forecasting.evaluate import evaluate, evaluate_demand
from forecasting.train import train
from shop.settings import Settings


def main() -> None:
    """Read the command line and run one command."""
    top = argparse.ArgumentParser(prog="python -m forecasting", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("train", help="learn from the shop's event history")
    it = commands.add_parser("evaluate", help="purchase intent on a table of sessions")
    it.add_argument("--sessions", type=Path, required=True)
    it.add_argument("--label", required=True, help="column that says whether they bought")
    it.add_argument("--drop", default="", help="columns to leave out, by comma")
    it.add_argument("--split-by", default="", help="COLUMN:value,value: test on those rows")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    it = commands.add_parser("demand", help="weekly sales per product, rolling origin")
    it.add_argument("--series", type=Path, required=True, help="wide: id, then W0, W1 …")
    it.add_argument("--test", type=Path, help="a second file with the horizon's weeks")
    it.add_argument("--horizon", type=int, default=4, help="weeks ahead, without --test")
    it.add_argument("--origins", type=int, default=1, help="how many times to roll back")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    options = top.parse_args()
    console = Console()
    if options.command == "train":
        asyncio.run(train(Settings.from_env(), console))
        return
    if options.command == "demand":
        show_demand(options, console)
        return
    column, _, values = options.split_by.partition(":")
    split_by = (column, set(values.split(","))) if column else None
    drop = [name for name in options.drop.split(",") if name]
    figures = evaluate(options.sessions, options.label, drop, split_by)
    table = Table("figure", "value", title=f"{options.sessions.name}, {os.cpu_count()} cores")
    for name, value in figures.items():
        table.add_row(name, f"{value:.4f}")
    console.print(table)
    if options.json:
        print(json.dumps(figures))


def show_demand(options: argparse.Namespace, console: Console) -> None:
    """Print all methods; the JSON's own figures are those of `forecast`."""
    figures = evaluate_demand(options.series, options.test, options.horizon, options.origins)
    table = Table("method", "WAPE", "MASE", title=f"{options.series.name}, {os.cpu_count()} cores")
    for name, found in figures.items():
        table.add_row(name, f"{found['wape']:.4f}", f"{found['mase']:.4f}")
    console.print(table)
    if options.json:
        print(json.dumps(figures["forecast"] | {"methods": figures}))


if __name__ == "__main__":
    main()
