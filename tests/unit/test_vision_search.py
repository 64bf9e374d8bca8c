"""Search by picture: filters, reasons, honesty, and an index that goes on after a break."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from shop import artefacts
from tests.unit.vision_world import drawing, saved, sight, untrained
from vision import index
from vision.fetch import fetcher
from vision.index import Embedded, Source, published, refreshed
from vision.look import Floats, Vision
from vision.search import Pictured, PictureIndex, Why

ROWS = {
    "mug-a": ("mug", "red", [1.0, 0.0, 0.0, 0.0]),
    "mug-b": ("mug", "navy", [0.9, 0.3, 0.0, 0.0]),
    "mug-c": ("mug", "red", [0.8, 0.5, 0.0, 0.0]),
    "lamp-a": ("lamp", "red", [0.0, 0.0, 1.0, 0.1]),
}
CUP = [1.0, 0.02, 0.0, 0.0]


def shelf(extra: dict[str, tuple[str, str, list[float]]] | None = None) -> PictureIndex:
    rows = ROWS | (extra or {})
    found = PictureIndex(4)
    pictures = [Pictured(f"{name}.webp", name, f, c, name) for name, (f, c, _) in rows.items()]
    found.put(pictures, np.array([v for _, _, v in rows.values()], dtype=np.float32))
    return found


def _kept(folder: Path, vision: Vision) -> Embedded:
    return Embedded(folder / "kept", vision.mark)


def test_what_may_be_shown_is_decided_before_the_nearest_are_taken() -> None:
    found = shelf().search(sight(CUP), 1, allowed={"lamp-a", "mug-c"})
    assert [hit.product_id for hit in found.hits] == ["mug-c"]
    assert found.family == "mug"  # what was seen does not change with the filter


def test_the_same_in_another_colour() -> None:
    found = shelf().search(sight(CUP), 2, colours={"navy"})
    assert [hit.product_id for hit in found.hits] == ["mug-b"]


def test_a_hit_says_why() -> None:
    hit = shelf().search(sight([0.0, 0.0, 1.0, 0.0], CUP, colours=("red",)), 2).hits[0]
    assert hit.product_id == "mug-a" and hit.box == 1
    assert {Why("family", "mug"), Why("colour", "red"), Why("similarity", "1.00")} <= set(hit.why)


def test_a_product_comes_once_and_the_same_picture_once() -> None:
    twins = {"mug-twin": ("mug", "red", [1.0, 0.001, 0.0, 0.0])}
    found = shelf(twins).search(sight(CUP), 3)
    assert found.hits[0].also == ("mug-twin",) or found.hits[0].also == ("mug-a",)
    assert len({hit.product_id for hit in found.hits}) == 3


def test_a_thing_unlike_all_goods_is_said_not_to_be_sold() -> None:
    near = shelf().search(sight(CUP), 1)
    far = shelf().search(sight([0.1, 0.0, 0.1, 1.0]), 1)
    assert near.is_sold and not far.is_sold and near.sold > far.sold


def test_an_empty_shop_sells_nothing() -> None:
    found = PictureIndex(4).search(sight(CUP), 3)
    assert (found.hits, found.family, found.is_sold) == ((), "", False)


def test_an_index_on_disk_answers_the_same(tmp_path: Path) -> None:
    shelf().save(tmp_path)
    assert PictureIndex.load(tmp_path).search(sight(CUP), 3) == shelf().search(sight(CUP), 3)


class Counting(Vision):
    """Counts what it embeds."""

    def embed(self, pictures: Sequence[Image.Image]) -> Floats:
        """As ever."""
        embedded.extend(pictures)
        return super().embed(pictures)


embedded: list[Image.Image] = []


@pytest.fixture
def vision() -> Vision:
    embedded.clear()
    plain = untrained()
    return Counting(plain.network, {}, plain.mark)


def test_indexing_goes_on_where_it_was_broken_off(
    vision: Vision, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "BATCH", 2)
    saved(tmp_path, {f"{k}.png": k for k in range(6)})
    sources = [Source(f"/media/{k}.png", f"p{k}") for k in range(6)]
    done = 0

    def pull_the_plug(count: int) -> None:
        nonlocal done
        done += count
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refreshed(
            vision,
            sources,
            fetcher(tmp_path),
            _kept(tmp_path, vision),
            pull_the_plug,
        )
    assert len(embedded) == 4
    found, _ = refreshed(vision, sources, fetcher(tmp_path), _kept(tmp_path, vision))
    assert (len(embedded), len(found)) == (6, 6)


def test_a_changed_picture_is_taken_up_and_only_that(vision: Vision, tmp_path: Path) -> None:
    saved(tmp_path, {"a.png": 1, "b.png": 2})
    sources = [Source("/media/a.png", "a"), Source("/media/b.png", "b")]
    first, _ = refreshed(vision, sources, fetcher(tmp_path), _kept(tmp_path, vision))
    assert published(tmp_path / "models", first) is not None
    assert published(tmp_path / "models", first) is None
    drawing(7).save(tmp_path / "b.png")
    second, _ = refreshed(vision, sources, fetcher(tmp_path), _kept(tmp_path, vision))
    assert len(embedded) == 3
    assert published(tmp_path / "models", second) is not None
    loaded, _ = artefacts.load(tmp_path / "models", "vision", PictureIndex.load)
    hit = loaded.search(vision.look(drawing(7)), 1).hits[0]
    assert (hit.product_id, round(hit.similarity, 3)) == ("b", 1.0)


def test_what_cannot_be_read_is_named_and_the_rest_goes_in(vision: Vision, tmp_path: Path) -> None:
    saved(tmp_path, {"a.png": 1})
    (tmp_path / "b.png").write_text("not a picture")
    names = ("/media/a.png", "/media/b.png", "/media/c.png", "http://shop/d.png")
    sources = [Source(name, name) for name in names]
    found, failed = refreshed(vision, sources, fetcher(tmp_path), Embedded(None, vision.mark))
    assert len(found) == 1 and set(failed) == set(names[1:])


def test_a_feed_cannot_name_files_outside_the_pictures_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "media").mkdir()
    with pytest.raises(OSError, match="secret"):
        fetcher(tmp_path / "media")("/media/../secret.png")
