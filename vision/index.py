"""Making the picture index: what was embedded before is never embedded again."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import uuid
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import UnidentifiedImageError

from shop import artefacts
from vision.look import Vision
from vision.pictures import read
from vision.search import Pictured, PictureIndex

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]
Fetch = Callable[[str], bytes]

PACKAGE = "vision"
CACHE = Path("vision") / "embedded"  # below the folder of everything that the shop makes
BATCH = 32
SHARD = 512  # pictures between two writings: what a break can cost


class Source(NamedTuple):
    """A picture that the catalogue shows; `address` is what `fetch` is asked for."""

    address: str
    product_id: str
    family: str = ""
    colour: str = ""

    @property
    def key(self) -> str:
        """Its name in the index: two products may show the same file."""
        return f"{self.product_id}|{self.colour}|{self.address}"


class Embedded:
    """Embeddings on disk by the hash of the picture's content, in shards that are never changed.

    They belong to one set of weights; those of other weights are left aside. Without a folder
    nothing outlives the process.
    """

    def __init__(self, folder: Path | None, mark: str) -> None:
        self._folder = None if folder is None else folder / (mark or "unnamed")
        self._known: dict[str, Floats] = {}
        self._fresh: dict[str, Floats] = {}
        for path in sorted(self._folder.glob("*.npy")) if self._folder else ():
            names = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            self._known.update(zip(names, np.load(path, allow_pickle=False), strict=True))

    def __contains__(self, digest: str) -> bool:
        return digest in self._known

    def __getitem__(self, digest: str) -> Floats:
        return self._known[digest]

    def put(self, digests: Sequence[str], rows: Floats) -> None:
        """Remember rows (n, D); written once enough have come together."""
        fresh = dict(zip(digests, rows, strict=True))
        self._known |= fresh
        self._fresh |= fresh
        if len(self._fresh) >= SHARD:
            self.write()

    def write(self) -> None:
        """Write what is not yet on disk; a shard counts once its rows are there."""
        if not self._fresh or self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{uuid.uuid4().hex}.npy"
        path.with_suffix(".json").write_text(json.dumps(list(self._fresh)), encoding="utf-8")
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.save(file, np.stack(list(self._fresh.values())))
        part.replace(path)
        self._fresh = {}


def refreshed(
    vision: Vision,
    sources: Sequence[Source],
    fetch: Fetch,
    embedded: Embedded,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[PictureIndex, dict[str, str]]:
    """An index of all sources, and why some could not be taken up, by address.

    Only content that `embedded` does not know is work; call it again after a break and it goes on.
    """
    index = PictureIndex(vision.dimensions, vision.mark, expected=len(sources))
    failed: dict[str, str] = {}
    try:
        with ThreadPoolExecutor(2) as pool:
            for part in _parts(sources, BATCH):
                _take_up(part, pool.map(lambda s: _load(s, fetch), part), vision, embedded, index,
                         failed)  # fmt: skip
                progress(len(part))
    finally:
        embedded.write()
    return index, failed


def published(root: Path, index: PictureIndex, *, again: bool = False) -> artefacts.Manifest | None:
    """Make an index the current one; None when the current one has just these pictures."""
    data_hash = artefacts.digest(index.mark, *sorted(map(str, index.pictures)))
    if not again and artefacts.is_current(root, PACKAGE, data_hash):
        return None
    metrics = {"pictures": float(len(index))}
    return artefacts.publish(root, PACKAGE, index.save, data_hash=data_hash, metrics=metrics)


def _take_up(
    part: Sequence[Source],
    loaded: Iterable[bytes | Exception],
    vision: Vision,
    embedded: Embedded,
    index: PictureIndex,
    failed: dict[str, str],
) -> None:
    """Embed what is new of one part, and put the part into the index."""
    digests: dict[str, tuple[Source, str]] = {}
    pictures = {}
    for source, raw in zip(part, loaded, strict=True):
        if isinstance(raw, Exception):
            failed[source.address] = str(raw)
            continue
        digest = hashlib.sha256(raw).hexdigest()
        try:
            if digest not in embedded and digest not in pictures:
                pictures[digest] = read(io.BytesIO(raw))
        except (UnidentifiedImageError, OSError, ValueError) as error:
            failed[source.address] = str(error)
            continue
        digests[source.key] = (source, digest)
    if pictures:
        embedded.put(list(pictures), vision.embed(list(pictures.values())))
    rows = [Pictured(key, s.product_id, s.family, s.colour, d) for key, (s, d) in digests.items()]
    if rows:
        index.put(rows, np.stack([embedded[row.digest] for row in rows]))


def _load(source: Source, fetch: Fetch) -> bytes | Exception:
    try:
        return fetch(source.address)
    except (OSError, ValueError) as error:
        return error


def _parts(sources: Sequence[Source], size: int) -> Iterable[Sequence[Source]]:
    for k in range(0, len(sources), size):
        yield sources[k : k + size]
