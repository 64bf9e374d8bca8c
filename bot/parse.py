"""What the assistant understands of texts: `python -m bot parse --file texts.txt`."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from bot.rasa_components.intent_model import IntentModel, Verdict
from shop.errors import Invalid, Unavailable
from shop.settings import Settings

COMPONENT = "ShopIntentClassifier"


def parse(settings: Settings, file: str) -> None:
    """Print one JSON line per text: text, intent, confidence, ranking, language, slots."""
    texts = read_texts(Path(file))
    verdicts = trained(settings).predict(texts, ranked=3)
    for text, verdict, said in zip(texts, verdicts, slots_of(texts), strict=True):
        print(json.dumps({"text": text, **_intent(verdict), **said}, ensure_ascii=False))


def read_texts(path: Path) -> list[str]:
    """The lines of a file, gzipped or not; empty ones stay, so that lines match. Or `Invalid`."""
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return raw.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"{path}: {error}") from None


def trained(settings: Settings) -> IntentModel:
    """The intent model inside the trained dialogue model; raises `Unavailable`."""
    model = settings.var / "models" / "shopkeeper.tar.gz"
    if not model.exists():
        raise Unavailable(f"{model} is missing: `make train` makes it")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(model) as archive:
        for member in archive.getmembers():
            if COMPONENT in member.name and member.isfile():
                member.name = Path(member.name).name
                archive.extract(member, folder, filter="data")
        return IntentModel.load(Path(folder))


def slots_of(texts: list[str]) -> list[dict[str, object]]:
    """What the action server's reader finds; it has the models, so it is asked as a process."""
    lines = "".join(" ".join(text.split()) + "\n" for text in texts)
    done = subprocess.run(  # noqa: S603  our own package by this interpreter
        [sys.executable, "-m", "actions", "read"], input=lines, capture_output=True, text=True
    )
    if done.returncode:
        raise Unavailable(done.stderr.strip().splitlines()[-1])
    return [json.loads(line) for line in done.stdout.splitlines()]


def _intent(verdict: Verdict) -> dict[str, object]:
    ranking = [{"intent": name, "confidence": round(p, 4)} for name, p in verdict.ranking]
    return {
        "intent": verdict.intent,
        "confidence": round(verdict.confidence, 4),
        "ranking": ranking,
    }
