"""Pictures get better where something is wrong with them, and stay as they are where not."""

from __future__ import annotations

import argparse
import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps
from rich.console import Console

from shop.errors import Invalid
from vision import detail, enhance_folder
from vision.degrade import KINDS, Fault, degrade, fault
from vision.enhance import Enhancer, distance, lab, of_image, to_image
from vision.enhance_folder import SHEET, decibels
from vision.learn_enhance import halves, opened

PICTURES = Path("shop/demo/pictures")
# dB; on a white backdrop a little too much light cannot be told from none too much
LEAST = {"bright": 1.5, "blurred": 2}


@pytest.fixture(scope="module")
def enhancer() -> Enhancer:
    return Enhancer.load()


@pytest.fixture(scope="module")
def goods() -> list[NDArray[np.float32]]:
    """Twelve pictures that nothing was learned from."""
    return [opened(path) for path in halves(PICTURES)[1][::38][:12]]


def test_no_product_is_in_both_halves() -> None:
    one, other = ({path.name.split(".")[0] for path in half} for half in halves(PICTURES))
    assert not one & other and min(len(one), len(other)) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_pictures_come_nearer_to_what_they_were(
    kind: str, enhancer: Enhancer, goods: list[NDArray[np.float32]]
) -> None:
    rng = np.random.default_rng(1)
    gains, beats = [], []
    for good in goods:
        bad = degrade(good, fault(kind, rng), rng)
        stretched = of_image(ImageOps.autocontrast(to_image(bad)))
        after = decibels(enhancer.enhance(bad).picture, good)
        gains.append(after - decibels(bad, good))
        beats.append(after - decibels(stretched, good))
    assert np.mean(gains) > LEAST.get(kind, 4)
    if kind in ("dark", "blurred", "noisy", "mixed"):  # a stretch of each channel mends the others
        assert np.mean(beats) > 4


def test_fine_pictures_stay(enhancer: Enhancer, goods: list[NDArray[np.float32]]) -> None:
    kept = [enhancer.enhance(good) for good in goods]
    changes = [distance(k.picture, g).mean() for k, g in zip(kept, goods, strict=True)]
    assert np.mean(changes) <= 1.0
    assert sum(k.picture is g for k, g in zip(kept, goods, strict=True)) >= 10


def test_enhancing_twice_changes_little(
    enhancer: Enhancer, goods: list[NDArray[np.float32]]
) -> None:
    rng = np.random.default_rng(2)
    for good in goods[:4]:
        once = enhancer.enhance(degrade(good, fault("dark", rng), rng)).picture
        assert distance(enhancer.enhance(once).picture, once).mean() < 4


@pytest.mark.parametrize("sigma", [4.0, 10.0, 18.0])
def test_noise_is_measured(goods: list[NDArray[np.float32]], sigma: float) -> None:
    rng = np.random.default_rng(3)
    found = [detail.noise(degrade(good, Fault(noise=sigma), rng)) for good in goods]
    assert abs(np.mean(found) - sigma) < 0.15 * sigma
    assert max(detail.noise(good) for good in goods) < 2


@pytest.mark.parametrize("shape", [(40, 33, 3), (100, 257, 3), (64, 64, 3)])
def test_any_size_comes_back_as_large(enhancer: Enhancer, shape: tuple[int, ...]) -> None:
    noisy = np.random.default_rng(4).random(shape, np.float32)
    found = enhancer.enhance(noisy).picture
    assert found.shape == shape and found.dtype == np.float32
    assert 0 <= found.min() and found.max() <= 1


def test_a_picture_of_one_colour_does_no_harm(enhancer: Enhancer) -> None:
    for shade in (0.0, 0.5, 1.0):
        assert np.isfinite(enhancer.enhance(np.full((64, 64, 3), shade, np.float32)).picture).all()


def test_the_colour_difference_is_that_of_the_books() -> None:
    red, white = np.array([1.0, 0, 0], np.float32), np.ones(3, np.float32)
    assert np.allclose(lab(red), (53.24, 80.09, 67.20), atol=0.3)
    assert np.allclose(lab(white), (100, 0, 0), atol=0.1)


@pytest.mark.parametrize(
    ("spoilt", "faults", "hopeless"),
    [
        (Fault(), (), ()),
        (Fault(cast=(0.3,) * 3), ("dark",), ()),
        (Fault(cast=(0.04,) * 3), ("dark",), ("dark",)),
        (Fault(blur=2.0), ("blurred",), ()),
        (Fault(blur=7.0), ("blurred",), ("blurred",)),
        (Fault(noise=6.0), (), ()),
    ],
)
def test_photos_are_judged(
    enhancer: Enhancer,
    goods: list[NDArray[np.float32]],
    spoilt: Fault,
    faults: tuple[str, ...],
    hopeless: tuple[str, ...],
) -> None:
    rng = np.random.default_rng(5)
    found = []
    for good in goods:
        image = to_image(good).resize((512, 512), Image.Resampling.LANCZOS)
        found.append(enhancer.assess(to_image(degrade(of_image(image), spoilt, rng))))
    right = [each.faults == faults and each.hopeless == hopeless for each in found]
    assert np.mean(right) >= 0.8, found
    assert found[0].fine == (not found[0].faults)


def test_a_tiny_photo_is_too_small(enhancer: Enhancer, goods: list[NDArray[np.float32]]) -> None:
    judged = enhancer.assess(to_image(goods[0]).resize((60, 60)))
    assert "small" in judged.faults and "small" in judged.hopeless


def test_a_folder_gets_better_copies_and_keeps_its_originals(
    tmp_path: Path, goods: list[NDArray[np.float32]]
) -> None:
    folder, out = tmp_path / "pictures", tmp_path / "better"
    (folder / "more").mkdir(parents=True)
    rng = np.random.default_rng(6)
    to_image(goods[0]).save(folder / "fine.png")
    to_image(degrade(goods[1], Fault(gamma=2.5), rng)).save(folder / "more" / "dark.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xffno")
    before = {p: hashlib.sha256(p.read_bytes()).digest() for p in folder.rglob("*.*")}
    console = Console(file=io.StringIO())
    count = enhance_folder.enhance_folder(folder, out, console)
    assert count == {"better": 1, "fine": 1, "unreadable": 1}
    assert {p.relative_to(out).as_posix() for p in out.rglob("*.*")} == {"more/dark.png", SHEET}
    assert before == {p: hashlib.sha256(p.read_bytes()).digest() for p in folder.rglob("*.*")}
    assert decibels(opened(out / "more" / "dark.png"), goods[1]) > 20


def test_what_was_cut_out_stays_cut_out(tmp_path: Path, goods: list[NDArray[np.float32]]) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    cut = to_image(goods[1] * np.array([1, 0.8, 0.6], np.float32))
    cut.putalpha(Image.new("L", cut.size, 255))
    cut.paste((0, 0, 0, 0), (0, 0, 200, 200))
    cut.save(folder / "cut.png")
    enhance_folder.enhance_folder(folder, tmp_path / "better", Console(file=io.StringIO()))
    with Image.open(tmp_path / "better" / "cut.png") as copy:
        assert copy.getpixel((9, 9))[3] == 0 and copy.getpixel((300, 300))[3] == 255


@pytest.mark.parametrize("into", [".", "../pictures"])
def test_originals_are_never_written_over(tmp_path: Path, into: str) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    with pytest.raises(Invalid, match="another folder"):
        enhance_folder.enhance_folder(folder, folder / into, Console())


def test_the_command_says_what_it_wants() -> None:
    parser = argparse.ArgumentParser()
    enhance_folder.add_command(parser.add_subparsers())
    options = parser.parse_args(["enhance", "nowhere"])
    with pytest.raises(Invalid, match="no folder"):
        options.run(options)
