"""What an owner sees of the forecast of sales."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forecasting import demand
from forecasting.evaluate import evaluate_demand, read_series

STEADY = np.full((30, 40), 12.0)


@pytest.mark.parametrize("name", demand.METHODS)
def test_what_sells_steadily_is_forecast_as_it_sells(name: str) -> None:
    found = demand.METHODS[name](STEADY, 3)
    assert found.shape == (30, 3)
    assert found == pytest.approx(STEADY[:, :3], rel=0.02)


def test_a_rising_product_is_forecast_above_its_average() -> None:
    rising = np.outer(np.ones(20), np.arange(1.0, 41.0))
    assert (demand.forecast(rising, 4) > rising.mean()).all()


@pytest.mark.parametrize("name", demand.METHODS)
def test_no_forecast_is_below_zero(name: str) -> None:
    falling = np.outer(np.ones(20), np.maximum(np.arange(20.0, -20.0, -1.0), 0.0))
    assert (demand.METHODS[name](falling, 8) >= 0).all()


def test_errors_count_in_pieces_and_in_steps() -> None:
    truth, found = np.array([[10.0, 10.0]]), np.array([[8.0, 11.0]])
    assert demand.wape(truth, found) == pytest.approx(3 / 20)
    assert demand.mase(np.array([[1.0, 4.0, 1.0]]), truth, found) == pytest.approx(1.5 / 3)


def test_weeks_are_read_in_their_order_whatever_that_of_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("code,W10,W2,note\na,3,1,x\nb,4,2,y\n")
    assert read_series(path).tolist() == [[1, 3], [2, 4]]


def test_the_horizon_may_stand_in_a_second_file(tmp_path: Path) -> None:
    weeks = ",".join(f"W{n}" for n in range(40))
    known, later = tmp_path / "known.csv", tmp_path / "later.csv"
    known.write_text(
        f"code,{weeks}\n" + "".join(f"p{i},{','.join(['5'] * 40)}\n" for i in range(9))
    )
    later.write_text("code,V0,V1\n" + "".join(f"p{i},5,5\n" for i in range(9)))
    assert evaluate_demand(known, later)["naive"]["wape"] == 0.0
