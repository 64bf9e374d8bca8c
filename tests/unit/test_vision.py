"""What the picture room makes of single pictures and of boxes."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from shop.errors import ArtefactError
from tests.unit.vision_world import drawing
from vision import colours, losses, weights
from vision.boxes import overlap, proposals
from vision.look import Vision
from vision.model import Config, Network
from vision.pictures import Box, read, squared

PICTURES = Path(__file__).parents[2] / "shop" / "demo" / "pictures"


def test_a_large_photo_is_read_small_upright_and_in_rgb() -> None:
    photo = drawing(1, (1600, 1200))
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright: to be turned a quarter
    kept = io.BytesIO()
    photo.save(kept, "JPEG", exif=exif)
    found = read(io.BytesIO(kept.getvalue()))
    assert (found.mode, found.size) == ("RGB", (480, 640))


def test_what_is_transparent_is_white() -> None:
    kept = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(kept, "PNG")
    assert read(io.BytesIO(kept.getvalue())).getpixel((20, 20)) == (255, 255, 255)


def test_a_long_picture_is_put_on_a_square_of_its_own_ground() -> None:
    found = np.asarray(squared(Image.new("RGB", (50, 100), (10, 200, 30)), 64))
    assert found.shape == (64, 64, 3) and (found == (10, 200, 30)).all()


@pytest.mark.parametrize(
    ("rgb", "colour"),
    [((190, 40, 30), "red"), ((25, 40, 80), "navy"), ((20, 20, 22), "black"),
     ((60, 120, 70), "green"), ((225, 105, 35), "orange")],
)  # fmt: skip
def test_a_thing_is_named_by_its_own_colour_not_its_grounds(
    rgb: tuple[int, int, int], colour: str
) -> None:
    picture = Image.new("RGB", (120, 120), (225, 224, 220))
    picture.paste(rgb, (35, 35, 85, 85))
    assert colours.of_thing(picture, Box(0.28, 0.28, 0.72, 0.72)) == (colour,)


def test_a_thing_in_the_light_of_a_lamp_keeps_its_colour() -> None:
    lamp = np.array([1.0, 0.86, 0.62])
    ground, thing = np.array([228, 226, 222]), np.array([232, 232, 232])
    pixels = np.broadcast_to(ground * lamp * 0.7, (120, 120, 3)).copy()
    pixels[40:80, 40:80] = thing * lamp
    found = colours.of_thing(Image.fromarray(pixels.astype(np.uint8)), Box(0.3, 0.3, 0.7, 0.7))
    assert found[0] in ("white", "cream")


def test_two_colours_are_both_named_the_larger_first() -> None:
    picture = Image.new("RGB", (120, 120), (225, 224, 220))
    picture.paste((190, 40, 30), (30, 30, 90, 70))
    picture.paste((25, 40, 80), (30, 70, 90, 90))
    assert colours.of_thing(picture, Box(0.25, 0.25, 0.75, 0.75)) == ("red", "navy")


def test_colours_have_a_name_in_both_languages() -> None:
    assert [colours.name("navy", lang) for lang in ("en", "zh")] == ["navy", "藏青色"]
    assert colours.name("sunset", "zh") == "sunset"


def test_a_map_that_is_just_right_gives_back_the_boxes() -> None:
    boxes = torch.tensor([[[0.1, 0.1, 0.4, 0.6], [0.55, 0.2, 0.95, 0.9], [torch.nan] * 4]])
    there, sides, _ = losses.targets(boxes, 12)
    found = torch.cat([(there * 2 - 1)[:, None] * 8, sides.log()], 1)[0]
    got = [each.box for each in proposals(found)]
    assert len(got) == 2
    for wanted in boxes[0, :2].tolist():
        assert max(overlap(Box(*wanted), box) for box in got) > 0.99


def test_nothing_is_proposed_where_nothing_is() -> None:
    assert proposals(torch.full((5, 12, 12), -6.0)) == []


def test_weights_on_disk_are_the_same_network(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Network(Config())
    weights.save(network, {"middle": 0.4}, tmp_path)
    vision = Vision.load(tmp_path)
    pixels = torch.randint(0, 255, (1, 3, 64, 64), dtype=torch.uint8)
    with torch.inference_mode():
        before, after = network(pixels).embedding, vision.network(pixels).embedding
    assert torch.allclose(before, after, atol=1e-2)
    assert vision.calibration == {"middle": 0.4}


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match="python -m vision train"):
        Vision.load(tmp_path)
