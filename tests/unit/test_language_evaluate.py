"""Sequence labelling on files from outside, and what the tagger reaches on ours."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from language import evaluate, files
from language.__main__ import main
from language.artefact import Models
from language.normalise import common_gazetteer
from language.utterances import carriers, parse
from shop.errors import Invalid
from tests.unit.language_world import corpus, models

GOODS = {"牛奶": "P", "面包": "P", "青岛": "B", "苹果": "P", "海尔": "B", "酸奶": "P"}


def bio_file(path: Path, packed: bool = False) -> Path:
    lines = []
    for word, kind in GOODS.items():
        for before in ("我要买", "有没有", "来点", "想要"):
            lines += [f"{char}\tO" for char in before]
            lines += [f"{c}\t{'I' if i else 'B'}-{kind}" for i, c in enumerate(word)]
            lines.append("")
    raw = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(raw) if packed else raw)
    return path


def test_a_character_file_is_learnt(tmp_path: Path) -> None:
    train = bio_file(tmp_path / "train")
    found = evaluate.of_files(train, train, bio_file(tmp_path / "test.gz", packed=True))
    assert found.f1 > 0.9
    assert found.ms_per_text > 0


def test_a_snips_folder_is_learnt_and_the_last_line_is_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seq.in").write_text("play jazz now\nplay rock now\nstop it \n" * 8)
    (tmp_path / "seq.out").write_text("O B-style O\nO B-style O\nO O \n" * 8)
    folder = str(tmp_path)
    argv = ["evaluate", "--train", folder, "--dev", folder, "--test", folder, "--json"]
    assert main(argv) == 0
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {"precision", "recall", "f1", "ms_per_text"} <= figures.keys()
    assert figures["f1"] == 1.0


def test_an_ideographic_space_is_a_token(tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_bytes("\u3000 O\r\n茶 B-HCCX\r\n\r\n".encode())
    assert files.read(path) == [(["\u3000", "茶"], ["O", "B-HCCX"])]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_text("我\tO\nbroken\n")
    with pytest.raises(Invalid, match="bad:2"):
        files.read(path)


def test_a_missing_file_ends_with_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--train", "/nowhere", "--test", "/nowhere"]) == 1
    assert "/nowhere" in capsys.readouterr().err


def test_held_out_messages_are_enough_and_in_other_words() -> None:
    rows = evaluate.read("messages")
    counts = {name: sum(r["language"] == name for r in rows) for name in ("en", "zh", "mixed")}
    assert counts["en"] >= 100 and counts["zh"] >= 95 and counts["mixed"] >= 40
    lines = {line for name in ("en", "zh", "mixed") for line in carriers(name)}
    assert not lines & {parse(row["marked"]).text for row in rows}
    assert all(len(carriers(name)) >= 150 for name in ("en", "zh"))


def test_the_tagger_reads_messages_it_never_saw() -> None:
    full = corpus().gazetteer.merged(common_gazetteer())
    found = evaluate.of_tagger(models().tagger, full, evaluate.read("messages"))
    # A tenth of the shipped training and a sixth of its goods; the shipped figure is higher.
    assert found["en"].f1 > 0.65 and found["zh"].f1 > 0.7


def test_a_saved_model_reads_as_before(tmp_path: Path) -> None:
    models().save(tmp_path)
    loaded = Models.load(tmp_path)
    full = corpus().gazetteer.merged(common_gazetteer())
    before, after = (m.tagger.spelling(full) for m in (models(), loaded))
    text = "red kettle under 200, 第二个"
    assert loaded.tagger.tag(text, full, after) == models().tagger.tag(text, full, before)
    assert loaded.encoder.encode([text]) == pytest.approx(models().encoder.encode([text]), abs=1e-2)
