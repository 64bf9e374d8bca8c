"""Noise and blur: how much there is, and less of it.

Pictures are float arrays (H, W, 3) between 0 and 1.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import fft
from scipy.ndimage import convolve, gaussian_filter, sobel

Picture = NDArray[np.float32]

LAPLACE = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
SIDE = 8  # of the blocks that are shrunk, in pixels
STRIDE = 4  # every pixel lies in four blocks
CUT = 2.8  # standard deviations of noise below which a coefficient is noise
# Luminance and two differences of colour, orthonormal: noise stays as strong in each.
OPPONENT = np.array([[1, 1, 1], [1, 0, -1], [1, -2, 1]], np.float32)
OPPONENT /= np.linalg.norm(OPPONENT, axis=1, keepdims=True)


def noise(picture: Picture) -> float:
    """Standard deviation of the noise in 1/255, by what is left of smooth places (Immerkaer 1996,
    with the median of blocks instead of the mean, as texture is no noise)."""
    grey = picture.mean(2) * np.sqrt(3)  # independent in the channels
    rough = np.abs(convolve(grey, LAPLACE))[4:-4, 4:-4]
    high, wide = (length // 16 * 16 for length in rough.shape)
    blocks = rough[:high, :wide].reshape(high // 16, 16, wide // 16, 16).mean((1, 3))
    return float(np.quantile(blocks, 0.3) * np.sqrt(np.pi / 2) / 6 * 255)


def sharpness(picture: Picture) -> Picture:
    """Three ratios of detail at the strongest edges, each falling with blur; shape (3,)."""
    grey = picture.mean(2)
    steep = np.hypot(sobel(grey, 0), sobel(grey, 1))
    edges = steep >= np.quantile(steep, 0.98)
    levels = [grey] + [gaussian_filter(grey, sigma) for sigma in (0.7, 1.4, 2.8, 5.6)]
    bands = [np.abs(a - b)[edges].mean() + 1e-4 for a, b in zip(levels, levels[1:], strict=False)]
    return np.array([np.log(bands[i] / bands[i + 1]) for i in range(3)], np.float32)


def denoised(picture: Picture, sigma: float) -> Picture:
    """The picture with small coefficients of overlapping cosine blocks set to nothing; `sigma` is
    the noise in 1/255 (Yu and Sapiro, 2011)."""
    high, wide, _ = picture.shape
    below, right = -high % STRIDE + SIDE, -wide % STRIDE + SIDE
    padded = np.pad(picture @ OPPONENT.T, ((SIDE, below), (SIDE, right), (0, 0)), mode="reflect")
    planes = torch.from_numpy(np.ascontiguousarray(padded.transpose(2, 0, 1)))[:, None]
    blocks = torch.nn.functional.unfold(planes, SIDE, stride=STRIDE)  # (3, 64, N)
    basis = torch.from_numpy(np.kron(_cosines(), _cosines()))  # (64, 64)
    found = basis @ blocks
    keep = found.abs() > CUT * sigma / 255
    keep[:, 0] = True
    weight = 1.0 / keep.sum((0, 1), keepdim=True).expand(3, -1, -1)  # smooth blocks know best
    smooth = (basis.T @ (found * keep)) * weight
    size = planes.shape[2:]
    total = torch.nn.functional.fold(smooth, size, SIDE, stride=STRIDE)
    share = torch.nn.functional.fold(
        weight.expand_as(smooth).contiguous(), size, SIDE, stride=STRIDE
    )
    mean = (total / share)[:, 0, SIDE : SIDE + high, SIDE : SIDE + wide].numpy()
    return np.clip(mean.transpose(1, 2, 0) @ OPPONENT, 0, 1).astype(np.float32)


def sharpened(picture: Picture, blur: float, grain: float) -> Picture:
    """The picture as it was before a Gaussian blur of `blur` pixels (Wiener's filter); `grain` is
    the noise to signal at which detail is left alone."""
    edge = 16
    padded = np.pad(picture, ((edge, edge), (edge, edge), (0, 0)), mode="symmetric")
    coefficients = fft.dctn(padded, axes=(0, 1), type=2)
    y, x = (np.pi * np.arange(n) / n for n in padded.shape[:2])
    square = y[:, None] ** 2 + x[None, :] ** 2
    passed = np.exp(-square * blur**2 / 2)
    # Pictures have less power the finer the detail: 1/f^2, so noise weighs more there.
    gain = passed / (passed**2 + grain * square)
    sharp = fft.idctn(coefficients * np.maximum(gain, 1.0)[..., None], axes=(0, 1), type=2)
    return np.clip(sharp[edge:-edge, edge:-edge], 0, 1).astype(np.float32)


def _cosines() -> Picture:
    """The orthonormal cosine transform of `SIDE` values, as a matrix."""
    return fft.dct(np.eye(SIDE, dtype=np.float32), axis=0, norm="ortho")
