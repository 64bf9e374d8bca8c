"""`python -m language`: train, evaluate, tag."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from language import evaluate, train
from language.artefact import PACKAGE, Models
from language.understand import Reader
from shop import artefacts, command, database
from shop.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of the shop end it with one sentence."""
    return command.run(_parser(), arguments)


def _train(options: argparse.Namespace) -> None:
    manifest = asyncio.run(train.train(Settings.from_env(), again=options.again))
    if manifest is None:
        print("the language models are up to date")
        return
    _table("language models", manifest.metrics)


def _evaluate(options: argparse.Namespace) -> None:
    if options.train is None:
        figures = asyncio.run(_own_figures(Settings.from_env()))
        _table("held-out messages and queries", figures)
    else:
        found = evaluate.of_files(options.train, options.dev, options.test, options.dictionary)
        figures = {k: v for k, v in asdict(found).items() if isinstance(v, float)}
        table = Table("entity", "precision", "recall", "F1", "count", title=f"{options.test}")
        for label, (p, r, f1, count) in found.by_label.items():
            table.add_row(label, f"{p:.3f}", f"{r:.3f}", f"{f1:.3f}", str(count))
        table.add_row("all", f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}")
        Console().print(table)
        print(f"gazetteer: {found.way}; trained in {found.train_s:.0f} s")
    if options.json:
        print(json.dumps(figures))


def _tag(options: argparse.Namespace) -> None:
    reader = asyncio.run(_reader(Settings.from_env()))
    language = "en"
    for line in options.file.read_text(encoding="utf-8").splitlines():
        reading = reader.read(line, language)
        row = {"text": line, "language": reading.language, "spans": reading.spans,
               "slots": reading.slots}  # fmt: skip
        print(json.dumps(row, ensure_ascii=False))


async def _corpus(settings: Settings) -> train.Corpus:
    engine = database.create_engine(settings)
    try:
        async with database.create_sessions(engine)() as session:
            return await train.read_corpus(session)
    finally:
        await engine.dispose()


async def _reader(settings: Settings) -> Reader:
    models, _ = artefacts.load(settings.artefacts, PACKAGE, Models.load)
    corpus = await _corpus(settings)
    return Reader(models.tagger, corpus.gazetteer)


async def _own_figures(settings: Settings) -> dict[str, float]:
    models, _ = artefacts.load(settings.artefacts, PACKAGE, Models.load)
    return evaluate.of_models(models.tagger, models.encoder, await _corpus(settings))


def _table(title: str, figures: object) -> None:
    table = Table("figure", "value", title=title)
    for name, value in dict(figures).items():  # type: ignore[call-overload]  # a mapping of floats
        table.add_row(name, f"{value:.4f}")
    Console().print(table)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m language", description=__doc__)
    commands = parser.add_subparsers(required=True)
    learn = commands.add_parser("train", help="train tagger and text encoder on the catalogue")
    learn.add_argument("--again", action="store_true", help="even if the data is the same")
    learn.set_defaults(run=_train)
    judge = commands.add_parser(
        "evaluate", help="entity F1 on files (BIO/BIOES, seq.in+seq.out), or our held-out sets"
    )
    judge.add_argument("--train", type=Path, help="file or Snips folder to learn from")
    judge.add_argument("--dev", type=Path, help="to choose on; else a tenth of --train")
    judge.add_argument("--test", type=Path, help="to report on")
    judge.add_argument("--dictionary", type=Path, help="words by kind: folder or word<TAB>kind")
    judge.add_argument("--json", action="store_true", help="one JSON object as the last line")
    judge.set_defaults(run=_evaluate)
    tag = commands.add_parser("tag", help="spans and slots of each line of a file")
    tag.add_argument("--file", type=Path, required=True)
    tag.set_defaults(run=_tag)
    return parser


if __name__ == "__main__":
    sys.exit(main())
