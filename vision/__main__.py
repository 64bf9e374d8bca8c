"""`python -m vision`: index, evaluate, classify, train."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import torch
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from shop import catalogue, command, database, pictures
from shop.demo import goods
from shop.settings import Settings
from vision import calibrate, classify, enhance_folder, evaluate, index, school, train, weights
from vision.fetch import fetcher
from vision.look import Vision

CORES = os.cpu_count() or 1
SHOWN = 10  # failures that are named


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of the shop end it with one sentence."""
    return command.run(_parser(), arguments, "%(asctime)s %(message)s")


def _index(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    settings = Settings.from_env()
    vision = Vision.load(options.weights)
    wanted = asyncio.run(sources(settings))
    embedded = index.Embedded(settings.var / index.CACHE, vision.mark)
    with _bar("pictures", len(wanted)) as progress:
        made, failed = index.refreshed(vision, wanted, fetcher(goods.PICTURES), embedded, progress)
    fresh = index.published(settings.artefacts, made, again=options.again)
    print(f"{len(made)} pictures can be searched" + ("" if fresh else ", none of them new"))
    for address, why in list(failed.items())[:SHOWN]:
        print(f"left out {address}: {why}", file=sys.stderr)
    if len(failed) > SHOWN:
        print(f"and {len(failed) - SHOWN} more", file=sys.stderr)


async def sources(settings: Settings) -> list[index.Source]:
    """Each picture that an active product shows, with the colour that it shows it in."""
    engine = database.create_engine(settings)
    try:
        async with database.create_sessions(engine)() as session:
            products = await catalogue.changed_since(session, None)
    finally:
        await engine.dispose()
    return [index.Source(*each) for each in pictures.of_all(products)]


def _evaluate(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    shown, queries = evaluate.rows_of(options.catalogue), evaluate.rows_of(options.queries)
    vision = Vision.load(options.weights)
    with _bar("pictures", len(shown) + len(queries)) as progress:
        figures = evaluate.of_files(vision, shown, queries, progress)
    _show(f"{len(queries)} photos among {len(shown)} pictures, one thread", figures, options.json)


def _classify(options: argparse.Namespace) -> None:
    torch.set_num_threads(CORES)
    vision = Vision.load(options.weights)
    known, asked = classify.folder_of(options.train), classify.folder_of(options.test)
    with _bar("pictures", len(known.paths) + len(asked.paths)) as progress:
        figures = classify.classify(vision, known, asked, progress)
    _show(f"{options.test}, {CORES} cores", figures, options.json)


def _train(options: argparse.Namespace) -> None:
    plan = school.Plan(
        options.backbone, options.clothing, options.grocery, options.pictures, options.renders,
        options.out, options.steps,
    )  # fmt: skip
    network = train.train(plan)
    weights.save(network, {}, options.out)
    print(
        f"weights in {options.out}; `python -m vision evaluate --weights {options.out}` tries them"
    )


def _calibrate(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    vision = Vision.load(options.weights)
    shown, sold = evaluate.rows_of(options.catalogue), evaluate.rows_of(options.sold)
    unsold = evaluate.rows_of(options.unsold)
    with _bar("pictures", len(shown) + len(sold) + len(unsold)) as progress:
        made = evaluate.index_of(vision, shown, progress)
        pairs, others = [(row.path, row.label) for row in sold], [row.path for row in unsold]
        numbers, figures = calibrate.calibrated(vision, made, pairs, others, progress)
    weights.save(vision.network, numbers, options.weights)
    _show(f"{len(sold)} photos of goods, {len(unsold)} of other things", numbers | figures, False)


def _show(title: str, figures: dict[str, float], as_json: bool) -> None:
    table = Table("figure", "value", title=title)
    for name, value in figures.items():
        table.add_row(name, f"{value:.4f}")
    Console().print(table)
    if as_json:
        print(json.dumps(figures))


@contextmanager
def _bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on the error stream; its function is told how many more are done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.advance(task, done)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m vision", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_index, _add_evaluate, _add_classify, _add_train, _add_calibrate):
        add(commands)
    enhance_folder.add_command(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_index(commands: Commands) -> None:
    it = commands.add_parser("index", help="make the catalogue's pictures searchable")
    it.add_argument("--again", action="store_true", help="publish even if nothing has changed")
    _with_weights(it)
    it.set_defaults(run=_index)


def _add_evaluate(commands: Commands) -> None:
    it = commands.add_parser("evaluate", help="image search: Recall@1/5 of photos in a catalogue")
    it.add_argument("--catalogue", type=Path, required=True, help="CSV with path,label")
    it.add_argument("--queries", type=Path, required=True, help="CSV with path,label")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    _with_weights(it)
    it.set_defaults(run=_evaluate)


def _add_classify(commands: Commands) -> None:
    it = commands.add_parser(
        "classify", help="recognition: train a head on folders, test on others"
    )
    it.add_argument("--train", type=Path, required=True, help="a folder per class, nested or not")
    it.add_argument("--test", type=Path, required=True, help="the same folders")
    it.add_argument("--json", action="store_true", help="one JSON object as the last line")
    _with_weights(it)
    it.set_defaults(run=_classify)


def _add_train(commands: Commands) -> None:
    it = commands.add_parser("train", help="fine-tune the network; goes on where it was broken off")
    for name, what in (
        ("backbone", "MobileNet-EdgeTPU: graph.json, backbone.safetensors"),
        ("clothing", "photos of clothes, a folder per kind"),
        ("grocery", "the Grocery Store data set"),
    ):
        it.add_argument(f"--{name}", type=Path, required=True, help=what)
    it.add_argument("--pictures", type=Path, default=goods.PICTURES, help="(default %(default)s)")
    it.add_argument("--renders", type=Path, default=Path("var/renders"), help="photos and angles "
                    "from shop.demo.rendering (default %(default)s)")  # fmt: skip
    it.add_argument("--out", type=Path, default=Path("var/vision/trained"))
    it.add_argument("--steps", type=int, default=school.Plan.steps)
    it.set_defaults(run=_train)


def _add_calibrate(commands: Commands) -> None:
    it = commands.add_parser("calibrate", help="choose the similarity below which nothing is sold")
    it.add_argument("--catalogue", type=Path, required=True, help="CSV with path,label")
    it.add_argument("--sold", type=Path, required=True, help="CSV: photos of these goods")
    it.add_argument("--unsold", type=Path, required=True, help="CSV: photos of other things")
    _with_weights(it)
    it.set_defaults(run=_calibrate)


def _with_weights(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weights", type=Path, default=weights.SHIPPED, help="(default: those of the project)"
    )


if __name__ == "__main__":
    sys.exit(main())
