"""Laws of the language room that hold for any input."""

from __future__ import annotations

import itertools

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from language.field import viterbi
from language.lexical import Postings
from language.model import Config, LinearChain, fit
from language.spans import Span, bio, spans
from language.spelling import distance
from language.text import simplify, tokenise
from tests.unit.language_world import reader

LABELS = ["B-x", "I-x", "O"]


def paths(length: int) -> list[tuple[int, ...]]:
    return list(itertools.product(range(len(LABELS)), repeat=length))


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_the_probabilities_of_all_labellings_sum_to_one(seed: int, length: int) -> None:
    torch.manual_seed(seed)
    chain = LinearChain(3, LABELS)
    torch.nn.init.normal_(chain.transitions)
    scores = torch.randn(1, length, len(LABELS))
    mask = torch.ones(1, length, dtype=torch.bool)
    allowed = [p for p in paths(length) if _allowed(p)]
    total = sum(
        torch.exp(-chain.negative_log_likelihood(scores, torch.tensor([p]), mask)).item()
        for p in allowed
    )
    assert abs(total - 1) < 1e-3


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_viterbi_finds_the_best_of_all_paths(seed: int, length: int) -> None:
    chance = np.random.default_rng(seed)
    rows = [[["a"], ["b"]], [["b"]]]
    field = fit([(rows[0], ["B-x", "I-x"]), (rows[1], ["O"])], Config(epochs=1))
    scores = chance.normal(size=(length, 3)).astype(np.float32)

    def value(path: tuple[int, ...]) -> float:
        steps = sum(field.transitions[a, b] for a, b in itertools.pairwise(path))
        unary = sum(scores[t, label] for t, label in enumerate(path))
        return float(field.start[path[0]] + unary + steps + field.end[path[-1]])

    best = max(value(path) for path in paths(length))
    assert abs(value(tuple(viterbi(field, scores))) - best) < 1e-4


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3), st.integers(0, 2)), max_size=5)
)
def test_spans_survive_their_labels(parts: list[tuple[str, int, int]]) -> None:
    entities, at = [], 0
    for label, length, gap in parts:
        entities.append(Span(label, at, at + length))
        at += length + gap
    assert spans(bio(at, entities)) == entities


@given(st.text(max_size=60))
def test_simplified_text_keeps_every_place(text: str) -> None:
    clean = simplify(text)
    assert len(clean) == len(text)
    tokens = tokenise(clean)
    assert all(clean[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))


@given(st.text(max_size=80), st.sampled_from(["en", "zh"]))
@settings(max_examples=60, deadline=None)
def test_reading_never_fails_and_spans_lie_in_the_text(text: str, previous: str) -> None:
    reading = reader().read(text, previous)
    assert reading.language in ("en", "zh")
    for span in reading.spans:
        assert text[span["start"] : span["end"]] == span["text"] != ""


@given(st.text("abcd", max_size=6), st.text("abcd", max_size=6))
def test_distance_is_symmetric_and_zero_only_for_the_same(a: str, b: str) -> None:
    assert distance(a, b, 9) == distance(b, a, 9)
    assert (distance(a, b, 9) == 0) == (a == b)


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.floats(1, 9), min_size=1), max_size=8)
)
def test_a_row_that_left_scores_nothing_and_no_score_passes_one(
    rows: list[dict[str, float]],
) -> None:
    postings = Postings()
    for row in rows:
        postings.add(row)
    if rows:
        postings.drop(0)
    scores = postings.scores(dict.fromkeys("abcdef", 1.0))
    assert len(postings) == max(0, len(rows) - 1)
    assert all(0 <= s <= 1 for s in scores)
    assert not rows or scores[0] == 0


def _allowed(path: tuple[int, ...]) -> bool:
    names = [LABELS[i] for i in path]
    return names[0] != "I-x" and all(
        b != "I-x" or a in ("B-x", "I-x") for a, b in itertools.pairwise(names)
    )
