"""How well the models do: on our own held-out messages and queries, and on files from outside."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from language import files
from language.encoder import TextEncoder
from language.features import rows
from language.field import Field, Rows
from language.gazetteer import Gazetteer
from language.model import Config, fit
from language.normalise import common_gazetteer
from language.products import ProductText
from language.search import ProductSearch
from language.spans import Agreement, Span, agreement, spans
from language.tagger import Tagger
from language.text import EN, IS_HAN, ZH, join, simplify, stem
from language.utterances import parse
from shop.errors import Invalid

if TYPE_CHECKING:
    from language.train import Corpus

MEASURED = resources.files("language") / "measured"  # its README says who wrote what
LARGE = 300_000  # training tokens from which fewer passes are enough
OUTSIDE = Config(epochs=12, rate=0.05, dropout=0.5)


# --- our own ----------------------------------------------------------------------------------


def of_models(tagger: Tagger, encoder: TextEncoder, corpus: Corpus) -> dict[str, float]:
    """Entity F1 by language on held-out messages, Recall@5 and MRR on held-out queries.

    Keys that begin with `seen_` are of the sets that choices were made on.
    """
    full = corpus.gazetteer.merged(common_gazetteer())
    search = ProductSearch(encoder, corpus.gazetteer)
    search.put(corpus.products)
    found: dict[str, float] = {}
    for prefix, suffix in (("", ""), ("seen_", "_seen")):
        tagged = of_tagger(tagger, full, read(f"messages{suffix}"))
        found |= {f"{prefix}f1_{name}": each.f1 for name, each in tagged.items()}
        queries = known_queries(corpus.products, read(f"queries{suffix}"))
        found |= {prefix + key: value for key, value in of_search(search, queries).items()}
        for name, one_sided in cross_lingual(encoder, corpus.products, queries).items():
            found |= {f"{prefix}{name}_{key}": value for key, value in one_sided.items()}
    return {key: round(value, 4) for key, value in found.items()}


def read(name: str) -> list[dict[str, Any]]:
    """The rows of `measured/<name>.jsonl`."""
    lines = (MEASURED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def of_tagger(
    tagger: Tagger, gazetteer: Gazetteer, messages: Sequence[Mapping[str, Any]]
) -> dict[str, Agreement]:
    """Agreement with marked messages, by language and in all."""
    true: dict[str, list[list[Span]]] = {"all": []}
    guessed: dict[str, list[list[Span]]] = {"all": []}
    spelling = tagger.spelling(gazetteer)
    for row in messages:
        given = parse(row["marked"])
        gold = [Span(*entity) for entity in given.entities]
        guess = [Span(*e) for e in tagger.tag(simplify(given.text), gazetteer, spelling)]
        for name in ("all", row["language"]):
            true.setdefault(name, []).append(gold)
            guessed.setdefault(name, []).append(guess)
    return {name: agreement(true[name], guessed[name]) for name in true}


Queries = Sequence[tuple[str, frozenset[str]]]


def known_queries(products: Sequence[ProductText], rows: Sequence[Mapping[str, Any]]) -> Queries:
    """Those queries whose products are in the catalogue (none in a shop of one's own)."""
    ids = {product.id for product in products}
    return [(row["query"], frozenset(row["relevant"])) for row in rows if ids & {*row["relevant"]}]


def of_search(search: ProductSearch, queries: Queries) -> dict[str, float]:
    """Recall@5, mean reciprocal rank at 10, and milliseconds a query."""
    if not queries:
        return {}
    met, reciprocal = 0, 0.0
    began = time.perf_counter()
    for query, relevant in queries:
        hits = [hit.product_id for hit in search.search(query, 10)]
        rank = next((i for i, name in enumerate(hits, start=1) if name in relevant), None)
        met += rank is not None and rank <= 5
        reciprocal += 1 / rank if rank else 0.0
    elapsed = (time.perf_counter() - began) * 1e3
    n = len(queries)
    return {"recall@5": met / n, "mrr": reciprocal / n, "ms_per_query": elapsed / n}


def cross_lingual(
    encoder: TextEncoder, products: Sequence[ProductText], queries: Queries
) -> dict[str, dict[str, float]]:
    """English queries on products of which only the Chinese text is kept, and the reverse."""
    found = {}
    for name, asked, kept in (("en_zh", False, ZH), ("zh_en", True, EN)):
        search = ProductSearch(encoder)
        search.put(product.only(kept) for product in products)
        theirs = [(q, r) for q, r in queries if bool(IS_HAN.search(q)) == asked]
        found[name] = of_search(search, theirs)
    return found


# --- files from outside -----------------------------------------------------------------------

Entries = Mapping[str, set[tuple[str, ...]]]


@dataclass(frozen=True)
class Result:
    """What the command reports: rates between 0 and 1."""

    precision: float
    recall: float
    f1: float
    ms_per_text: float
    train_s: float
    dev_f1: float
    way: str
    """How the gazetteer was shown in training: chosen on the development set."""
    by_label: dict[str, tuple[float, float, float, int]]


def of_files(train: Path, dev: Path | None, test: Path, dictionary: Path | None = None) -> Result:
    """Train on one file, choose on another, report on a third.

    The gazetteer is the training entities (and the dictionary's words). Two ways are tried: hidden
    on half of the training copies, so that context is learnt too; and none at all. The
    development set decides; without one a tenth of the training sentences serves.
    """
    learnt = files.read(train)
    if not learnt:
        raise Invalid(f"{train}: no sentences")
    if dev is None:
        learnt, judged = _split(learnt)
    else:
        judged = files.read(dev)
    asked = files.read(test)
    listed = _gazetteer(learnt, files.dictionary(dictionary) if dictionary else {})
    config = _config(learnt)
    began = time.perf_counter()
    best: tuple[float, str, Field, Gazetteer | None] | None = None
    for way, gazetteer in (("half hidden", listed), ("no gazetteer", None)):
        field = fit(_copies(learnt, gazetteer), config)
        score = _judge(field, gazetteer, judged)[0].f1
        if best is None or score > best[0]:
            best = score, way, field, gazetteer
    assert best is not None  # noqa: S101  the loop above has run
    score, way, field, gazetteer = best
    took = time.perf_counter() - began
    found, ms = _judge(field, gazetteer, asked)
    return Result(found.precision, found.recall, found.f1, ms, took, score, way, found.by_label)


def _config(sentences: Sequence[files.Sentence]) -> Config:
    tokens = sum(len(given) for given, _ in sentences)
    labels = len({label for _, given in sentences for label in given})
    return replace(OUTSIDE, epochs=6, rate=0.1) if tokens * labels > LARGE * 20 else OUTSIDE


def _copies(
    sentences: Sequence[files.Sentence], gazetteer: Gazetteer | None
) -> list[tuple[Rows, list[str]]]:
    """Each sentence as it is, and once more without the gazetteer where there is one."""
    found = [(_rows(tokens, None), labels) for tokens, labels in sentences]
    if gazetteer:
        found += [(_rows(tokens, gazetteer), labels) for tokens, labels in sentences]
    random.Random(0).shuffle(found)  # noqa: S311  order of training, no secret
    return found


def _judge(
    field: Field, gazetteer: Gazetteer | None, sentences: Sequence[files.Sentence]
) -> tuple[Agreement, float]:
    began = time.perf_counter()
    guessed = [spans(field.tag(_rows(tokens, gazetteer))) for tokens, _ in sentences]
    ms = (time.perf_counter() - began) * 1e3 / max(len(sentences), 1)
    return agreement([spans(labels) for _, labels in sentences], guessed), ms


def _rows(tokens: Sequence[str], gazetteer: Gazetteer | None) -> Rows:
    text, placed = join(tokens)
    return rows(text, placed, gazetteer.matches(tokens) if gazetteer else ())


def _gazetteer(
    sentences: Sequence[files.Sentence], dictionary: Mapping[str, Sequence[str]]
) -> Gazetteer:
    words: dict[str, Counter[tuple[str, ...]]] = {}
    for tokens, labels in sentences:
        for span in spans(labels):
            entry = tuple(stem(token) for token in tokens[span.start : span.end])
            words.setdefault(span.label, Counter())[entry] += 1
    by_character = all(len(token) == 1 for tokens, _ in sentences[:100] for token in tokens)
    for kind, listed in dictionary.items():
        entries = (list(word) if by_character else word.split() for word in listed)
        words.setdefault(f"list:{kind}", Counter()).update(
            tuple(stem(token) for token in entry) for entry in entries
        )
    found = Gazetteer()
    for kind, entries_of in words.items():
        found.put_tokens(kind, entries_of)
    return found


def _split(sentences: list[files.Sentence]) -> tuple[list[files.Sentence], list[files.Sentence]]:
    order = list(sentences)
    random.Random(0).shuffle(order)  # noqa: S311  a split, no secret
    tenth = max(1, len(order) // 10)
    return order[tenth:], order[:tenth]
