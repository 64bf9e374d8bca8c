"""The network on disk: half-precision weights, and beside them what was calibrated with them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from shop.errors import ArtefactError
from vision.model import Config, Network

SHIPPED = Path(__file__).parent / "weights"
FILE, CALIBRATION = "vision.safetensors", "calibration.json"


def save(network: Network, calibration: dict[str, float], folder: Path) -> None:
    """Write weights in half precision and the calibration."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {k: v.to(torch.float16).contiguous() for k, v in network.state_dict().items()}
    save_file(kept, folder / FILE)
    text = json.dumps(calibration, indent=2) + "\n"
    (folder / CALIBRATION).write_text(text, encoding="utf-8")


def load(folder: Path) -> tuple[Network, dict[str, float], str]:
    """The network in single precision, its calibration, and a mark that names these weights."""
    network = Network(Config())
    try:
        raw = (folder / FILE).read_bytes()
        network.load_state_dict({k: v.float() for k, v in load_file(folder / FILE).items()})
        calibration = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise ArtefactError(
            f"the picture model in {folder} cannot be read ({error}): fetch the project's files "
            "again, or run `python -m vision train`"
        ) from error
    return network, calibration, hashlib.sha256(raw).hexdigest()[:12]
