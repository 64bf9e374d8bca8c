"""What a shopper wants, in English, Chinese or both; or that the assistant does not know.

Word and character n-grams with three linear models, whose probabilities are averaged: a logistic
regression, a support vector machine and a complement naive Bayes (Rennie et al. 2003), which errs
elsewhere because it never looks at one intent's own sentences alone. The refusal threshold is
chosen on the training data alone. Where that has no sentences from outside the intents, whole
intents are left out in turn, and their sentences, which the model then cannot know, stand for what
real traffic brings (compare HINT3, Arora et al. 2020: more than half of it).
"""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

import jieba
import numpy as np
from opencc import OpenCC
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

jieba.setLogLevel(logging.WARNING)

OUT_OF_SCOPE = "out_of_scope"
Linear = Union[LogisticRegression, LinearSVC, ComplementNB]  # noqa: UP007  mypy needs it on 3.10
PIECES = re.compile(r"[\u4e00-\u9fff]+|[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[^\s\w]")
ORDER_NUMBER = re.compile(r"\bsk[\s#-]*(?=[a-z0-9]*\d)[a-z0-9]{7}\b")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LONG_NUMBER = re.compile(r"\d{7,}")
NEARLY = 0.004  # of accuracy
LONGEST = 500  # characters that are read; what someone wants stands near the beginning

_simplify = OpenCC("t2s")


@dataclass(frozen=True)
class Config:
    """Settings found by cross-validation on the training sentences."""

    inverse_regularisation: float = 10.0
    tolerance: float = 1e-3
    """Where the regression stops: half of the time of 1e-4 for the same verdicts."""
    machine_c: float = 0.5
    machine_scale: float = 3.0
    """Of its margins, so that their softmax is as sure as the regression."""
    smoothing: float = 0.1
    shares: tuple[float, float, float] = (1 / 3, 1 / 3, 1 / 3)
    """Of regression, machine and Bayes in the average."""
    words: tuple[int, int] = (1, 2)
    characters: tuple[int, int] = (1, 4)
    folds: int = 5
    enough: int = 50
    """So many sentences of `out_of_scope` in training stand for the outside by themselves."""
    refused: float = 0.78
    """… and this share of them is refused in cross-validation."""
    few: int = 2_000
    """Fewer sentences than this are divided into folds three times over, for a steadier cut."""
    outside_share: float = 0.5
    """Share of messages that no intent serves; the threshold is chosen for this mixture."""


@dataclass(frozen=True)
class Verdict:
    """`intent` is `out_of_scope` where the model does not trust its best guess."""

    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]


def normalise(text: str) -> str:
    """Lower case, simplified characters, names in place of numbers that mean nothing."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).lower().replace("’", "'")
    text = ORDER_NUMBER.sub(" ordernumber ", text)
    text = EMAIL.sub(" emailaddress ", text)
    return LONG_NUMBER.sub(" longnumber ", _simplify.convert(text))


def words(text: str) -> list[str]:
    """Words of a normalised text: jieba's for Chinese runs, runs of letters or digits else."""
    found: list[str] = []
    for piece in PIECES.findall(text):
        if "\u4e00" <= piece[0] <= "\u9fff":
            found.extend(jieba.cut(piece))
        else:
            found.append(piece)
    return found


class IntentModel:
    """Texts in, intents with probabilities out."""

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self.threshold = 0.0
        self.classes: list[str] = []
        self._weights = np.zeros((3, 0, 0), np.float32)  # (models, features, intents)
        self._bias = np.zeros((3, 0), np.float32)
        self._vectorizers = self._fresh()

    def fit(self, texts: list[str], intents: list[str]) -> IntentModel:
        """Learn weights, then the refusal threshold by leaving intents out."""
        self._learn(texts, intents)
        self.threshold = self._choose_threshold(texts, intents)
        return self

    def predict(self, texts: list[str], ranked: int = 10) -> list[Verdict]:
        """A verdict for each text, with the `ranked` likeliest intents."""
        return [self._judge(row, ranked) for row in self.probabilities(texts)]

    def probabilities(self, texts: list[str]) -> np.ndarray:
        """(texts, intents), rows sum to 1; columns as `classes`."""
        features = self._features(texts)
        total = np.zeros((len(texts), len(self.classes)))
        for share, weights, bias in zip(self.config.shares, self._weights, self._bias, strict=True):
            logits = _product(features, weights) + bias
            odds = np.exp(logits - logits.max(axis=1, keepdims=True))
            total += share * odds / odds.sum(axis=1, keepdims=True)
        return total

    def save(self, folder: Path) -> None:
        """Write `intents.json` and `intents.npz`, both plain data."""
        folder.mkdir(parents=True, exist_ok=True)
        described = {
            "classes": self.classes,
            "threshold": self.threshold,
            "vocabularies": [
                {term: int(i) for term, i in v.vocabulary_.items()} for v in self._vectorizers
            ],
        }
        text = json.dumps(described, ensure_ascii=False)
        (folder / "intents.json").write_text(text, encoding="utf-8")
        np.savez(
            folder / "intents.npz",
            weights=self._weights,
            bias=self._bias,
            idf_words=self._vectorizers[0].idf_,
            idf_characters=self._vectorizers[1].idf_,
        )

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        described = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        arrays = np.load(folder / "intents.npz", allow_pickle=False)
        model = cls()
        model.classes = described["classes"]
        model.threshold = described["threshold"]
        model._weights, model._bias = arrays["weights"], arrays["bias"]
        idfs = (arrays["idf_words"], arrays["idf_characters"])
        for vectorizer, vocabulary, idf in zip(
            model._vectorizers, described["vocabularies"], idfs, strict=True
        ):
            vectorizer.vocabulary_ = vocabulary
            vectorizer.idf_ = idf
        return model

    def _fresh(self) -> tuple[TfidfVectorizer, TfidfVectorizer]:
        common: dict[str, Any] = {"lowercase": False, "sublinear_tf": True, "dtype": np.float32}
        return (
            TfidfVectorizer(
                analyzer="word",
                tokenizer=str.split,
                token_pattern=None,
                ngram_range=self.config.words,
                **common,
            ),
            TfidfVectorizer(analyzer="char_wb", ngram_range=self.config.characters, **common),
        )

    def _prepared(self, texts: list[str]) -> list[str]:
        return [" ".join(words(normalise(text))) for text in texts]

    def _features(self, texts: list[str]) -> csr_matrix:
        prepared = self._prepared(texts)
        return hstack([v.transform(prepared) for v in self._vectorizers], format="csr")

    def _learn(self, texts: list[str], intents: list[str]) -> None:
        prepared = self._prepared(texts)
        features = hstack([v.fit_transform(prepared) for v in self._vectorizers], format="csr")
        models = _fitted(features, np.array(intents), self.config)
        self.classes = [str(name) for name in models[0].classes_]
        scales = (1.0, self.config.machine_scale, 1.0)
        pairs = [_linear(model, scale) for model, scale in zip(models, scales, strict=True)]
        self._weights = np.ascontiguousarray(np.stack([weights.T for weights, _ in pairs]))
        self._bias = np.stack([bias for _, bias in pairs])

    def _judge(self, row: np.ndarray, ranked: int) -> Verdict:
        order = row.argsort()[::-1]
        ranking = tuple((self.classes[i], float(row[i])) for i in order[:ranked])
        best, confidence = ranking[0]
        if best != OUT_OF_SCOPE and confidence < self.threshold:
            return Verdict(OUT_OF_SCOPE, 1.0 - confidence, ranking)
        return Verdict(best, confidence, ranking)

    def _choose_threshold(self, texts: list[str], intents: list[str]) -> float:
        """The cut that refuses enough of the outside, or judges most of a mixture rightly."""
        known = [name for name in self.classes if name != OUT_OF_SCOPE]
        if len(known) < self.config.folds:
            return 0.0
        times = 3 if len(texts) < self.config.few else 1
        tried = [trial for seed in range(times) for trial in self._trials(texts, intents, seed)]
        scores, right, outside = (np.concatenate(column) for column in zip(*tried, strict=True))
        if intents.count(OUT_OF_SCOPE) >= self.config.enough:
            return float(np.quantile(scores[outside], self.config.refused))
        return _best_threshold(scores, right, outside, self.config.outside_share)

    def _trials(
        self, texts: list[str], intents: list[str], seed: int
    ) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Scores, whether the best guess is right, whether the sentence is strange; by fold."""
        sentences, labels = np.array(texts, dtype=object), np.array(intents)
        known = [name for name in self.classes if name != OUT_OF_SCOPE]
        rng = np.random.default_rng(seed)
        fold_of = rng.integers(self.config.folds, size=len(labels))
        if (labels == OUT_OF_SCOPE).sum() >= self.config.enough:
            known = []  # sentences from outside are there; none must be played by an intent
        for fold, left_out in enumerate(np.array_split(rng.permutation(known), self.config.folds)):
            strange = np.isin(labels, left_out)
            tested = strange | (fold_of == fold)
            model = IntentModel(self.config)
            model._learn(list(sentences[~tested]), list(labels[~tested]))
            table = model.probabilities(list(sentences[tested]))
            best = np.array(model.classes)[table.argmax(axis=1)]
            # The model refuses by itself where its best guess is out_of_scope.
            scores = np.where(best == OUT_OF_SCOPE, 0.0, table.max(axis=1))
            yield scores, best == labels[tested], strange[tested] | (labels[tested] == OUT_OF_SCOPE)


def _fitted(features: csr_matrix, labels: np.ndarray, config: Config) -> tuple[Linear, ...]:
    regression = LogisticRegression(
        C=config.inverse_regularisation, class_weight="balanced", max_iter=300, tol=config.tolerance
    )
    machine = LinearSVC(C=config.machine_c, class_weight="balanced", random_state=0)
    bayes = ComplementNB(alpha=config.smoothing)
    return tuple(model.fit(features, labels) for model in (regression, machine, bayes))


def _product(features: csr_matrix, weights: np.ndarray) -> np.ndarray:
    """(texts, features) by (features, intents); a message has a hundred features of 100,000.

    scipy's own product would copy all weights for each message.
    """
    if features.shape[0] > 1:
        return np.asarray(features @ weights)
    return np.asarray(features.data @ weights[features.indices])[None]


def _linear(model: Linear, scale: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights (intents, features) and bias (intents,), one row per class also for two."""
    if isinstance(model, ComplementNB):
        weights, bias = model.feature_log_prob_, np.zeros(len(model.classes_))
    else:
        weights, bias = scale * model.coef_, scale * model.intercept_
    if len(model.classes_) == 2 and len(weights) == 1:
        weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return weights.astype(np.float32), bias.astype(np.float32)


def _best_threshold(
    scores: np.ndarray, right: np.ndarray, outside: np.ndarray, outside_share: float
) -> float:
    """The cut of `scores` with the best accuracy of accept-and-right or refuse-outside.

    Many cuts are nearly as good as the best; the middle one of them holds best elsewhere.
    """
    inside_weight = (1 - outside_share) / max(int((~outside).sum()), 1)
    outside_weight = outside_share / max(int(outside.sum()), 1)
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, 201)))
    values = np.array(
        [
            inside_weight * ((scores >= cut) & right & ~outside).sum()
            + outside_weight * ((scores < cut) & outside).sum()
            for cut in cuts
        ]
    )
    return float(np.median(cuts[values >= values.max() - NEARLY]))
