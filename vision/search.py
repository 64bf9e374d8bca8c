"""Search by picture: the catalogue's pictures in a vector index, hits with their reasons."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from shop.vectors import VectorIndex
from vision.look import Sight

Floats = NDArray[np.float32]

NAME = "pictures"
DEEP = 8  # pictures fetched per hit wanted: a product has one in each colour
TWIN = 0.985  # cosine above which the pictures of two products are the same picture
VOTERS, SHARPNESS = 8, 16.0
CALIBRATION = {"weight": 14.0, "middle": 0.5, "size": 0.0}


class Pictured(NamedTuple):
    """A picture of the catalogue; `key` names it, `digest` is a hash of its content."""

    key: str
    product_id: str
    family: str
    colour: str
    digest: str


class Why(NamedTuple):
    """A reason for a hit: `family` or `colour` with the id that is the same, `similarity` with a
    share of one, `box` with the number of the box that found it (0: the whole picture)."""

    kind: str
    value: str


@dataclass(frozen=True)
class Hit:
    """A product whose picture is like what was seen."""

    product_id: str
    key: str
    family: str
    colour: str
    similarity: float
    """Cosine of the best pair, -1..1."""
    sold: float
    """Chance (0..1) that the thing seen is this or one like it."""
    box: int
    """Which of the sight's embeddings found it; 0 is the whole picture."""
    why: tuple[Why, ...]
    also: tuple[str, ...] = ()
    """Other products whose picture is the same."""


@dataclass(frozen=True)
class Found:
    """The answer to one picture."""

    hits: tuple[Hit, ...]
    family: str
    """The family that the thing most likely belongs to, whatever the filters; "" if unknown."""
    family_share: float
    """How far the nearest pictures agree on it, 0..1."""
    sold: float
    """Chance (0..1) that the shop sells it or something like it, whatever the filters."""
    is_sold: bool
    """Whether that is enough to answer with; if not, say that nothing like it is sold."""


class PictureIndex:
    """The catalogue's pictures, searched by cosine."""

    def __init__(self, dimensions: int, mark: str = "", expected: int = 0) -> None:
        self.mark = mark
        self._vectors = VectorIndex(dimensions, expected=expected)
        self._pictures: dict[str, Pictured] = {}
        self._keys: dict[str, set[str]] = {}  # of each product

    def __len__(self) -> int:
        return len(self._pictures)

    @property
    def pictures(self) -> tuple[Pictured, ...]:
        """All that can be found."""
        return tuple(self._pictures.values())

    def put(self, pictures: Sequence[Pictured], vectors: Floats) -> None:
        """Add pictures with their embeddings (n, D); those with known keys are replaced."""
        self.remove(picture.key for picture in pictures if picture.key in self._pictures)
        self._vectors.put([picture.key for picture in pictures], vectors)
        for picture in pictures:
            self._pictures[picture.key] = picture
            self._keys.setdefault(picture.product_id, set()).add(picture.key)

    def remove(self, keys: Iterable[str]) -> None:
        """Forget pictures."""
        gone = list(keys)
        self._vectors.remove(gone)
        for key in gone:
            if (picture := self._pictures.pop(key, None)) is not None:
                self._keys[picture.product_id].discard(key)

    def replace(self, products: Collection[str], fresh: PictureIndex) -> None:
        """Forget the pictures of these products, and take up all of another index."""
        self.remove([key for product in products for key in self._keys.get(product, ())])
        shown = fresh.pictures
        self.put(shown, fresh._vectors.vectors([picture.key for picture in shown]))

    def products(self) -> set[str]:
        """The ids of the products that have a picture here."""
        return {product for product, keys in self._keys.items() if keys}

    def search(
        self,
        sight: Sight,
        k: int = 5,
        allowed: Collection[str] | None = None,
        colours: Collection[str] | None = None,
        calibration: dict[str, float] | None = None,
    ) -> Found:
        """The k products nearest to what was seen, of the `allowed` product ids (all, when None)
        and of pictures in `colours` (any, when None)."""
        numbers = CALIBRATION | (calibration or {})
        nearest = self._nearest(sight, VOTERS, None, numbers)
        family, share = self._family(nearest)
        best = max((score for _, score, _ in nearest), default=-1.0)
        sold = _chance(best, numbers)
        keys = self._allowed(allowed, colours)
        pairs = (
            nearest if keys is None and k == 1 else self._nearest(sight, k * DEEP, keys, numbers)
        )
        hits = self._merged(pairs, k, family, set(sight.colours), numbers)
        return Found(tuple(hits), family, share, sold, sold >= 0.5)

    def _nearest(
        self, sight: Sight, k: int, keys: list[str] | None, numbers: dict[str, float]
    ) -> list[tuple[str, float, int]]:
        """Key, score and box of the nearest pictures; of each picture the best box only."""
        best: dict[str, tuple[float, int]] = {}
        handicaps = _handicaps(sight, numbers["size"])
        for box, hits in enumerate(self._vectors.search(sight.embeddings, k, keys)):
            for key, cosine in hits:
                score = cosine - handicaps[box]
                if score > best.get(key, (-2.0, 0))[0]:
                    best[key] = (score, box)
        found = [(key, score, box) for key, (score, box) in best.items()]
        return sorted(found, key=lambda each: -each[1])

    def _allowed(
        self, products: Collection[str] | None, colours: Collection[str] | None
    ) -> list[str] | None:
        if products is None and colours is None:
            return None
        wanted = self._keys if products is None else [p for p in products if p in self._keys]
        keys = [key for product in wanted for key in self._keys[product]]
        return [k for k in keys if colours is None or self._pictures[k].colour in colours]

    def _family(self, nearest: list[tuple[str, float, int]]) -> tuple[str, float]:
        votes: dict[str, float] = {}
        if not nearest:
            return "", 0.0
        top = nearest[0][1]
        for key, score, _ in nearest[:VOTERS]:
            name = self._pictures[key].family
            votes[name] = votes.get(name, 0.0) + math.exp(SHARPNESS * (score - top))
        name = max(votes, key=lambda each: votes[each])
        return name, votes[name] / sum(votes.values())

    def _merged(
        self,
        pairs: list[tuple[str, float, int]],
        k: int,
        family: str,
        colours: set[str],
        numbers: dict[str, float],
    ) -> list[Hit]:
        """One hit per product, the same picture under two products once."""
        found: list[Hit] = []
        seen: set[str] = set()
        for key, score, box in pairs:
            picture = self._pictures[key]
            if picture.product_id in seen:
                continue
            seen.add(picture.product_id)
            twin = self._twin(key, found)
            if twin is not None:
                old = found[twin]
                found[twin] = Hit(**{**vars(old), "also": (*old.also, picture.product_id)})
            elif len(found) < k:
                why = _why(picture, score, box, family, colours)
                sold = _chance(score, numbers)
                found.append(
                    Hit(
                        picture.product_id,
                        key,
                        picture.family,
                        picture.colour,
                        score,
                        sold,
                        box,
                        why,
                    )
                )
        return found

    def _twin(self, key: str, found: list[Hit]) -> int | None:
        own = self._vectors.vector(key)
        if own is None or not found:
            return None
        others = self._vectors.vectors([hit.key for hit in found])
        cosines = others @ own
        place = int(cosines.argmax())
        return place if cosines[place] >= TWIN else None

    def save(self, folder: Path) -> None:
        """Write the vectors and what they are of."""
        self._vectors.save(folder, NAME)
        rows = [list(picture) for picture in self._pictures.values()]
        text = json.dumps({"mark": self.mark, "pictures": rows}, ensure_ascii=False)
        (folder / f"{NAME}.json").write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        raw = json.loads((folder / f"{NAME}.json").read_text(encoding="utf-8"))
        vectors = VectorIndex.load(folder, NAME)
        index = cls(vectors.dimensions, raw["mark"])
        index._vectors = vectors
        for row in raw["pictures"]:
            picture = Pictured(*row)
            index._pictures[picture.key] = picture
            index._keys.setdefault(picture.product_id, set()).add(picture.key)
        return index


def _why(
    picture: Pictured, score: float, box: int, family: str, colours: set[str]
) -> tuple[Why, ...]:
    found = [Why("similarity", f"{max(score, 0.0):.2f}"), Why("box", str(box))]
    if picture.family and picture.family == family:
        found.append(Why("family", family))
    if picture.colour and picture.colour in colours:
        found.append(Why("colour", picture.colour))
    return tuple(found)


def _handicaps(sight: Sight, size: float) -> list[float]:
    """What is taken off each embedding's cosines: the chief thing is large and central."""
    found = [0.0]
    for box in sight.boxes:
        away = math.hypot((box.left + box.right) / 2 - 0.5, (box.top + box.bottom) / 2 - 0.5)
        found.append(size * (away - 0.5 * math.sqrt(box.area)))
    return found


def _chance(score: float, numbers: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-numbers["weight"] * (score - numbers["middle"])))
