"""Learning to mend pictures: catalogue pictures are spoilt, and the way back is learned."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from rich.progress import track
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from vision import detail, tone
from vision.degrade import Fault, degrade, fault
from vision.enhance import Enhancer, of_image, terms
from vision.tone import Tone

Picture = NDArray[np.float32]

COPIES = 40  # spoilt copies of each picture, for tones
PIXELS = 128  # of each copy that the network is judged by
EPOCHS, BATCH, RATE = 40, 256, 4e-3
SHARPEST = 120  # pictures from which blur is learned
KINDS = ("fine", "dark", "bright", "flat", "cast", "mixed")
SHARES = (2 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 3 / 9)
WHITE = 0.25  # share of copies on white instead of the studio's grey
DIM, LIGHT = 0.08, (0.12, 0.8)  # share of copies, and how much light is left in them
NEED = 0.02  # weight of telling fine pictures from others
FLOOR = 1e-4  # squared error below which a picture is as good as its file
RIDGE = 1e-2


def halves(folder: Path) -> tuple[list[Path], list[Path]]:
    """Pictures to learn from and pictures to report on; all of a product's are in one half."""
    pictures = sorted(p for p in folder.iterdir() if p.suffix in (".webp", ".jpg", ".png"))
    learn = [p for p in pictures if not zlib.crc32(p.name.split(".")[0].encode()) % 2]
    return learn, [p for p in pictures if p not in set(learn)]


def learned(paths: Sequence[Path], seed: int = 0) -> Enhancer:
    """An enhancer taught on these pictures; a minute of one core for five hundred."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    thumbs = [tone.small(opened(path)) for path in track(paths, "reading pictures")]
    curves = _tones(thumbs, rng)
    some = rng.permutation(len(paths))[:SHARPEST]
    rows = [_blurred(opened(paths[i]), rng) for i in track(some, "learning blur")]
    seen, blur = (np.concatenate(part) for part in zip(*rows, strict=True))
    solved = np.linalg.solve(seen.T @ seen + RIDGE * np.eye(seen.shape[1]), seen.T @ blur)
    return Enhancer(curves, solved.astype(np.float32))


def opened(path: Path) -> Picture:
    """A picture file as (H, W, 3) in 0..1."""
    with Image.open(path) as image:
        return of_image(image)


def _tones(thumbs: Sequence[Picture], rng: np.random.Generator) -> Tone:
    copies = [_copy(thumb, rng) for thumb in track(thumbs, "spoiling") for _ in range(COPIES)]
    seen, spoilt, good, wrong = (
        torch.from_numpy(np.stack(part)) for part in zip(*copies, strict=True)
    )
    network, steps = Tone(), EPOCHS * (len(seen) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=1e-3)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=max(steps, 2))
    for _ in track(range(EPOCHS), "learning tones"):
        order = torch.randperm(len(seen))
        for at in range(0, len(order) - BATCH + 1, BATCH):
            some = order[at : at + BATCH]
            curve, need = network(seen[some])
            loss = _loss(tone.undone(spoilt[some], curve), good[some])
            loss += NEED * binary_cross_entropy_with_logits(need, wrong[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            pace.step()
    return network.eval()


def _loss(found: Tensor, good: Tensor) -> Tensor:
    """Decibels count, and so does what is far off."""
    error = ((found - good) ** 2).mean((1, 2))
    return 0.02 * (error + FLOOR).log().mean() + error.mean()


def _copy(thumb: Picture, rng: np.random.Generator) -> tuple[Picture, Picture, Picture, np.float32]:
    """Quantiles of a spoilt copy, some of its pixels, the same of the good picture, and 1 where its
    tones were spoilt."""
    if rng.random() < 0.5:  # goods of other colours
        thumb = thumb[..., rng.permutation(3)]
    if rng.random() < 0.5:  # nearer
        thumb = tone.small(np.ascontiguousarray(thumb[2:-2, 2:-2]))
    if rng.random() < WHITE:  # on white, as many shops show their goods
        backdrop = np.median(thumb[: tone.FRAME], axis=(0, 1))
        thumb = np.minimum(thumb / np.maximum(backdrop, 0.4), 1).astype(np.float32)
    kind = rng.choice(KINDS, p=SHARES)
    spoilt = Fault() if kind == "fine" else fault(str(kind), rng)
    spoilt = replace(spoilt, blur=0.0, noise=spoilt.noise / 14)  # as means of many pixels have
    if rng.random() < DIM:  # too little light at all, as indoors
        light = rng.uniform(*LIGHT)
        spoilt = replace(spoilt, cast=tuple(light * left for left in spoilt.cast))  # type: ignore[arg-type]  # three of them
    bad = degrade(thumb, spoilt, rng)
    some = rng.integers(0, tone.SMALL**2, PIXELS)
    wrong = np.float32(replace(spoilt, noise=0.0) != Fault())
    return tone.quantiles(bad), bad.reshape(-1, 3)[some], thumb.reshape(-1, 3)[some], wrong


def _blurred(picture: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """Terms (4, 15) and the blur (4,): sharp and blurred, clean and after noise was taken out."""
    rows, blurs = [], []
    for blur in (0.0, float(rng.uniform(0.6, 2.0))):
        for noise in (0.0, float(rng.uniform(3, 14))):
            bad = degrade(picture, Fault(blur=blur, noise=noise), rng)
            grain = detail.noise(bad)
            rows.append(terms(detail.sharpness(_clean(bad, grain)), grain))
            blurs.append(blur)
    return np.stack(rows), np.array(blurs, np.float32)


def _clean(picture: Picture, grain: float) -> Picture:
    return detail.denoised(picture, grain) if grain > 2.0 else picture
