"""Trained models on disk: one folder per training, a manifest, and a pointer to the current one.

    var/artefacts/<package>/<stamp>/   files of the model, manifest.json
    var/artefacts/<package>/current    the stamp in use, swapped atomically

The folder before the current one is kept, older ones are removed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from shop.errors import ArtefactError

MANIFEST = "manifest.json"
CURRENT = "current"
FORBIDDEN = {".pkl", ".pickle", ".pt", ".pth", ".joblib"}  # formats that run code when loaded

Model = TypeVar("Model")


@dataclass(frozen=True)
class Manifest:
    """What a training has left, with a SHA-256 for each file."""

    package: str
    stamp: str
    data_hash: str
    """SHA-256 over what it was trained on; the same hash means training again is idle."""
    metrics: Mapping[str, float] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def publish(
    root: Path,
    package: str,
    save: Callable[[Path], None],
    *,
    data_hash: str,
    metrics: Mapping[str, float] | None = None,
    config: Mapping[str, Any] | None = None,
) -> Manifest:
    """Let `save` write a model into a fresh folder, then make that folder the current one."""
    home = root / package
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}"
    folder = home / stamp
    folder.mkdir(parents=True)
    try:
        save(folder)
        manifest = Manifest(
            package, stamp, data_hash, dict(metrics or {}), dict(config or {}), _hashes(folder)
        )
        (folder / MANIFEST).write_text(
            json.dumps(asdict(manifest), ensure_ascii=False, indent=2), encoding="utf-8"
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    before = current_stamp(root, package)
    _swap(home / CURRENT, stamp)
    for other in home.iterdir():
        if other.is_dir() and other.name not in (stamp, before):
            shutil.rmtree(other, ignore_errors=True)
    return manifest


def current_stamp(root: Path, package: str) -> str | None:
    """The stamp in use, or None where nothing was trained; cheap enough to ask at each request."""
    try:
        return (root / package / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def manifest(root: Path, package: str) -> Manifest | None:
    """The current manifest, or None where nothing was trained."""
    stamp = current_stamp(root, package)
    if stamp is None:
        return None
    try:
        raw = json.loads((root / package / stamp / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(**raw)
    except (OSError, ValueError, TypeError) as error:
        raise ArtefactError(f"the manifest of {package}/{stamp} cannot be read: {error}") from error


def is_current(root: Path, package: str, data_hash: str) -> bool:
    """Whether the current model was trained on just this data."""
    found = manifest(root, package)
    return found is not None and found.data_hash == data_hash


def load(root: Path, package: str, read: Callable[[Path], Model]) -> tuple[Model, Manifest]:
    """Check each file against the manifest, then `read` the folder.

    Raises `ArtefactError` saying which command trains what is missing.
    """
    found = manifest(root, package)
    if found is None:
        raise ArtefactError(f"no {package} model yet: run `python -m {package} train`")
    folder = root / package / found.stamp
    if _hashes(folder) != dict(found.files):
        raise ArtefactError(
            f"{package}/{found.stamp} differs from its manifest: run `python -m {package} train`"
        )
    return read(folder), found


def digest(*parts: bytes | str) -> str:
    """SHA-256 over parts, each preceded by its length so that borders count."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)
    for path in files:
        if path.suffix in FORBIDDEN:
            raise ArtefactError(f"{path.name}: models are kept as safetensors, JSON or FAISS only")
    return {str(p.relative_to(folder)): _sha256(p) for p in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _swap(pointer: Path, stamp: str) -> None:
    fresh = pointer.with_suffix(f".{uuid.uuid4().hex[:6]}")
    fresh.write_text(stamp, encoding="utf-8")
    os.replace(fresh, pointer)
