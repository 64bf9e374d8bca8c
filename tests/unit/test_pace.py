"""Who writes too fast must wait, and only as long as it takes."""

from __future__ import annotations

import pytest

from bot.pace import Allowance, Paces
from shop.errors import TooMany


def test_an_allowance_is_used_up_and_comes_back_evenly() -> None:
    time = [0.0]
    allowance = Allowance(60, lambda: time[0])
    for _ in range(60):
        allowance.take()
    with pytest.raises(TooMany) as refused:
        allowance.take()
    assert refused.value.retry_after == 1
    time[0] = 1.0
    allowance.take()
    with pytest.raises(TooMany):
        allowance.take()


def test_one_visitors_haste_is_not_anothers() -> None:
    paces = Paces(1, lambda: 0.0)
    paces.take("a")
    paces.take("b")
    with pytest.raises(TooMany):
        paces.take("a")
