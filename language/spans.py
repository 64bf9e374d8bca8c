"""Spans of labelled tokens, and how well found ones agree with true ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

OUT = "O"


class Span(NamedTuple):
    """Tokens start:end are one entity of `label`."""

    label: str
    start: int
    end: int


def spans(labels: Sequence[str]) -> list[Span]:
    """Entities of BIO or BIOES labels; an I without its B opens an entity, as conlleval has it."""
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    for i, tag in enumerate([*labels, OUT]):
        scheme, _, kind = tag.partition("-")
        goes_on = opened is not None and scheme in "IE" and kind == opened[0]
        if opened is not None and not goes_on:
            found.append(Span(opened[0], opened[1], i))
            opened = None
        if scheme != OUT and opened is None:
            opened = (kind, i)
        if opened is not None and scheme in "ES":
            found.append(Span(opened[0], opened[1], i + 1))
            opened = None
    return found


def bio(size: int, entities: Sequence[Span]) -> list[str]:
    """BIO labels of `size` tokens."""
    labels = [OUT] * size
    for span in entities:
        labels[span.start] = f"B-{span.label}"
        for i in range(span.start + 1, span.end):
            labels[i] = f"I-{span.label}"
    return labels


@dataclass(frozen=True)
class Agreement:
    """Entity-level agreement: an entity counts when label and both ends are right."""

    precision: float
    recall: float
    f1: float
    by_label: dict[str, tuple[float, float, float, int]]
    """Precision, recall, F1 and number of true entities."""


def agreement(true: Sequence[Sequence[Span]], found: Sequence[Sequence[Span]]) -> Agreement:
    """Micro-averaged over all sentences."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for gold, guess in zip(true, found, strict=True):
        wanted.update(span.label for span in gold)
        given.update(span.label for span in guess)
        right.update(span.label for span in set(gold) & set(guess))
    by_label = {
        label: (*_rates(right[label], given[label], wanted[label]), wanted[label])
        for label in sorted(wanted | given)
    }
    return Agreement(*_rates(right.total(), given.total(), wanted.total()), by_label)


def _rates(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
