"""python -m vision on files: search and classification are judged as the tables say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.unit.vision_world import saved, untrained
from vision import weights
from vision.__main__ import main
from vision.classify import folder_of


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    weights.save(untrained().network, {}, tmp_path / "weights")
    return tmp_path / "weights"


def last(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    found: dict[str, float] = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    return found


def test_search_is_measured_on_tables_of_pictures(
    tmp_path: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path, {f"shop/{k}.png": k for k in range(7)})
    lines = "".join(f"shop/{k}.png,p{k}\n" for k in range(7))
    (tmp_path / "catalogue.csv").write_text("path,label\n" + lines)
    with gzip.open(tmp_path / "queries.csv.gz", "wt") as file:
        file.write("path,label\nshop/1.png,p1\nshop/2.png,p2\nshop/3.png,nothing\n")
    command = ["evaluate", "--catalogue", f"{tmp_path}/catalogue.csv", "--json"]
    command += ["--queries", f"{tmp_path}/queries.csv.gz", "--weights", str(trained)]
    assert main(command) == 0
    figures = last(capsys)
    assert figures["recall@1"] == figures["recall@5"] == pytest.approx(2 / 3)
    assert figures["ms_per_query"] > 0


def test_a_table_without_its_columns_is_refused_in_one_sentence(
    tmp_path: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "c.csv").write_text("file,label\na.png,p\n")
    command = ["evaluate", "--catalogue", f"{tmp_path}/c.csv", "--queries", f"{tmp_path}/c.csv"]
    assert main([*command, "--weights", str(trained)]) == 1
    assert "path and label" in capsys.readouterr().err


def test_kinds_are_told_apart_on_folders_in_folders(
    tmp_path: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = ("Fruit/Apple/Red", "Fruit/Apple/Green", "Fruit/Plum", "Packages/Milk/Whole")
    for part, shots in (("train", 4), ("test", 2)):
        for k, place in enumerate(places):
            saved(tmp_path / part, {f"{place}/{n}.png": k for n in range(shots)})
    command = ["classify", "--train", f"{tmp_path}/train", "--test", f"{tmp_path}/test", "--json"]
    assert main([*command, "--weights", str(trained)]) == 0
    assert last(capsys) == {"accuracy": 1.0, "coarse_accuracy": 1.0}


def test_the_kind_of_a_class_is_the_folder_above_it_or_itself(tmp_path: Path) -> None:
    saved(tmp_path, {"Fruit/Apple/Red/1.png": 1, "Fruit/Plum/2.png": 2})
    found = folder_of(tmp_path)
    assert list(zip(found.classes, found.kinds, strict=True)) == [
        ("Fruit/Apple/Red", "Apple"), ("Fruit/Plum", "Plum"),
    ]  # fmt: skip
    saved(tmp_path / "flat", {"hat/1.png": 1, "shoes/2.png": 2})
    assert folder_of(tmp_path / "flat").kinds == []
