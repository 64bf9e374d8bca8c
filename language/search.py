"""Finding products by words of either language: BM25 and text vectors together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from language import translation
from language.encoder import TextEncoder
from language.fields import tag, unsaid, weights
from language.gazetteer import Gazetteer
from language.lexical import Postings, terms
from language.naming import head, heads
from language.normalise import common_gazetteer, content, ordinary, stopwords
from language.products import ProductText
from language.sayings import plainly
from language.spelling import Spelling
from language.text import EN, IS_HAN, ZH, simplify, stem, tokenise
from shop.vectors import VectorIndex

LEXICAL = 0.75  # share of the words in a score; the vectors have the rest
TAG_WEIGHT = 0.8  # of an id that the query's words mean, beside the words themselves
NEAR = 200  # candidates taken from each side
WIDE = 2_000  # allowed products from which the vectors' filter is applied outside …
SPARE = 4  # … to so many times the candidates
FLOOR = 0.16  # what scores less has nothing to do with the query …
CALLED = 20  # titles that are looked at for the whole of a name
MEANT = 0.43  # … unless the vectors are this near, as for a text in the other language


@dataclass(frozen=True)
class Hit:
    """A product found. `score` is 0 to 1 and comparable between queries."""

    product_id: str
    score: float
    why: str = ""
    """The shopper's words that it answers, "" when only the meaning is near."""


class ProductSearch:
    """Hybrid search over products that come and go; safe to ask from several threads."""

    def __init__(self, encoder: TextEncoder, gazetteer: Gazetteer | None = None) -> None:
        self._encoder = encoder
        base = common_gazetteer()
        self._gazetteer = gazetteer.merged(base) if gazetteer else base
        self._lock = Lock()
        self._texts: dict[str, ProductText] = {}
        self._start(expected=0)

    def __len__(self) -> int:
        return len(self._texts)

    def vectors(self) -> tuple[list[str], np.ndarray]:
        """Ids (n) of all products and what is written about them as vectors (n, d)."""
        with self._lock:
            names = list(self._texts)
            return names, self._vectors.vectors(names)

    def put(self, products: Iterable[ProductText]) -> None:
        """Add products, replacing those whose ids are known."""
        fresh = {product.id: translation.common().completed(product) for product in products}
        vectors = self._encode(list(fresh.values()))
        with self._lock:
            self._drop(fresh)
            if not self._texts:
                self._start(expected=len(fresh))
            self._texts |= fresh
            if self._postings.sparse:
                self._start(expected=len(self._texts))
                fresh, vectors = self._texts, self._encode(list(self._texts.values()))
            for product in fresh.values():
                self._index(product)
            self._vectors.put(list(fresh), vectors)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget products; unknown ids are no error."""
        with self._lock:
            self._drop(ids)

    def search(self, query: str, k: int, allowed: Collection[str] | None = None) -> list[Hit]:
        """The k best of `allowed` (all, when None) for a query; fewer when fewer answer it."""
        wanted = self._wanted(query)
        if not wanted or k <= 0:
            return []
        vector = self._encoder.encode([query])
        with self._lock:
            return self._best(wanted, vector, k, allowed)

    @property
    def words(self) -> list[str]:
        """Stems of the Latin words of all products: no misspellings of others."""
        with self._lock:
            return [term for term in self._postings.vocabulary if term.isascii() and term.isalpha()]

    @property
    def titles(self) -> list[str]:
        """Titles of all products, in both languages."""
        with self._lock:
            return [t for p in self._texts.values() for t in (p.title_en, p.title_zh) if t]

    def mentioning(self, said: str, allowed: Collection[str]) -> set[str]:
        """Those of `allowed` whose own text has every content word, as written or corrected.

        Names of their category count for nothing: "jeans" are the trousers that say so.
        """
        with self._lock:
            needed = [t for t in self._wanted(said) if not t.startswith("#")]
            needed = [t for t in needed if not any(t != other and t in other for other in needed)]
            rows = {name: self._rows[name] for name in allowed if name in self._rows}
            if not needed:  # words of one character each are no terms
                return {name for name in rows if self._writes(name, said)}
            return {
                name
                for name, row in rows.items()
                if all(self._says(name, row, term) for term in needed)
            }

    def entitled(self, said: str) -> list[str]:
        """Ids of the products whose titles have every content word."""
        needed = set(terms(" ".join(content(simplify(said)))))
        needed = {t for t in needed if not any(t != other and t in other for other in needed)}
        with self._lock:
            titles = {name: f"{p.title_en} {p.title_zh}" for name, p in self._texts.items()}
        plain = {name: simplify(title).lower() for name, title in titles.items()}
        near = [n for n, title in plain.items() if needed and all(t in title for t in needed)]
        return [name for name in near if needed <= _title_terms(plain[name], needed)]

    def mentioned(self, said: str) -> bool:
        """Whether any product mentions the words."""
        with self._lock:
            everything = list(self._rows)
        return bool(self.mentioning(said, everything))

    def called(self, said: str) -> bool:
        """Whether some product is called so: its title has the words, or ends in the last one."""
        last, needed = head(said), terms(" ".join(content(simplify(said))))
        if not needed:
            return False
        with self._lock:
            if last in self._heads and len(said.split()) == 1:
                return True
            hits = [hit.product_id for hit in self._best_of(said, CALLED)]
            return any(
                _titled(needed, self._texts[name])
                or (
                    last in _heads(self._texts[name])
                    and all(self._says(name, self._rows[name], term) for term in needed)
                )
                for name in hits
            )

    def near(self, said: str, k: int) -> list[str]:
        """Ids of at most k goods that their merchant would have found for these words."""
        needed = set(terms(" ".join(content(simplify(said)))))
        with self._lock:
            hits = self._best_of(said, k)
            known = {h.product_id: self._texts[h.product_id] for h in hits}
        return [
            name
            for name, text in known.items()
            if needed and needed <= {t for w in (*text.keywords, *text.names) for t in terms(w)}
        ]

    def about(self, said: str, k: int) -> list[str]:
        """Ids of at most k goods that mention the words, though they are called otherwise."""
        with self._lock:
            everything = list(self._rows)
        told = self.mentioning(said, everything)
        return [hit.product_id for hit in self.search(said, k, told)] if told else []

    def _best_of(self, query: str, k: int) -> list[Hit]:
        wanted = self._wanted(query)
        return self._best(wanted, self._encoder.encode([query]), k, None) if wanted else []

    def _says(self, name: str, row: int, term: str) -> bool:
        return self._postings.has(row, term) and term not in self._unsaid[name]

    def _writes(self, name: str, said: str) -> bool:
        text, wanted = self._texts[name], simplify(said).lower().strip()
        return bool(wanted) and wanted in f"{text.side(ZH)} {text.side(EN)}".lower()

    def _best(
        self, wanted: dict[str, float], vector: np.ndarray, k: int, allowed: Collection[str] | None
    ) -> list[Hit]:
        scores = self._postings.scores(wanted)
        if allowed is not None:
            inside = [self._rows[i] for i in allowed if i in self._rows]
            mask = np.zeros(len(scores), dtype=bool)
            mask[inside] = True
            scores = np.where(mask, scores, 0.0)
        size = min(max(NEAR, k), len(scores))
        top = np.argpartition(-scores, size - 1)[:size] if size else np.empty(0, dtype=int)
        lexical = {self._names[row]: float(scores[row]) for row in top if scores[row] > 0}
        near = self._near(vector, size, k, allowed)
        for name in lexical.keys() - near.keys():
            stored = self._vectors.vector(name)
            near[name] = float(vector[0] @ stored) if stored is not None else 0.0
        total = {
            name: LEXICAL * lexical.get(name, 0.0) + (1 - LEXICAL) * max(cosine, 0.0)
            for name, cosine in near.items()
        }
        best = sorted(total, key=lambda name: (-total[name], name))[:k]
        return [
            Hit(name, round(total[name], 4), self._why(wanted, name))
            for name in best
            if total[name] >= FLOOR or near[name] >= MEANT
        ]

    def _near(
        self, vector: np.ndarray, size: int, k: int, allowed: Collection[str] | None
    ) -> dict[str, float]:
        """Cosines of the nearest products.

        To filter inside the index takes a set of all allowed rows, so with many of them it is
        cheaper to take more and leave out; when that leaves too few, the filter goes inside.
        """
        if not size:
            return {}
        if allowed is not None and len(allowed) > WIDE:
            many = self._vectors.search(vector, SPARE * size)[0]
            kept = {name: cosine for name, cosine in many if name in allowed}
            if len(kept) >= k:
                return kept
        return dict(self._vectors.search(vector, size, allowed)[0])

    def _wanted(self, query: str) -> dict[str, float]:
        """Weights by term: the query's content words, corrected, and the ids that they mean."""
        clean = plainly(simplify(query)).lower()
        wanted: dict[str, float] = {}
        for term in terms(" ".join(content(clean))):
            known = term if term in self._postings else self._spelling.correct(term)
            wanted[known] = 1.0
        tokens = [self._spelling.correct(stem(token.text)) for token in tokenise(clean)]
        for match in self._gazetteer.matches(tokens):
            for name in match.ids:
                wanted.setdefault(tag(match.kind, name), TAG_WEIGHT / len(match.ids))
        return wanted

    def _why(self, wanted: dict[str, float], name: str) -> str:
        row = self._rows[name]
        words = [term for term in wanted if not term.startswith("#")]
        met = [term for term in words if self._postings.has(row, term)]
        whole = [t for t in met if not any(t != other and t in other for other in met)]
        return ", ".join(whole)

    def _encode(self, products: Sequence[ProductText]) -> np.ndarray:
        """The mean of both languages' vectors, for each product."""
        sides = [
            self._encoder.encode([product.side(language) for product in products])
            for language in (EN, ZH)
        ]
        return sides[0] + sides[1]

    def _index(self, product: ProductText) -> None:
        counts = weights(product)
        row = self._postings.add(counts)
        self._names.append(product.id)
        self._rows[product.id] = row
        self._unsaid[product.id] = unsaid(product)
        self._heads |= _heads(product)
        self._spelling.add(term for term in counts if term.isalpha())

    def _drop(self, ids: Iterable[str]) -> None:
        for name in list(ids):
            row = self._rows.pop(name, None)
            if row is not None:
                self._postings.drop(row)
                self._vectors.remove([name])
                self._texts.pop(name, None)
                self._unsaid.pop(name, None)

    def _start(self, expected: int) -> None:
        self._postings = Postings()
        self._vectors = VectorIndex(self._encoder.dimensions, expected=expected)
        self._names: list[str] = []
        self._rows: dict[str, int] = {}
        self._unsaid: dict[str, frozenset[str]] = {}
        self._heads: set[str] = set()  # of all titles ever put: a sold-out kind is still a kind
        self._spelling = Spelling(w for w in self._gazetteer.vocabulary if len(w) > 1)
        self._spelling.know(stopwords(EN))
        self._spelling.know(ordinary())


def _title_terms(title: str, needed: Collection[str]) -> set[str]:
    """Index terms of a title, and Chinese words of a query that stand in it across its words."""
    return {*terms(title), *(word for word in needed if IS_HAN.match(word) and word in title)}


def _heads(product: ProductText) -> set[str]:
    return heads(product.title_en) | heads(product.title_zh)


def _titled(needed: Sequence[str], text: ProductText) -> bool:
    """Whether a title has all of the words, and little besides."""
    titles = [terms(" ".join(content(title))) for title in (text.title_en, text.title_zh)]
    whole = any(set(needed) <= set(t) and 2 * len(needed) >= len(t) for t in titles)
    return len(needed) > 1 and whole
