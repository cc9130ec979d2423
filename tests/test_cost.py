"""The proof of the proof: what grows with the square of its input, or never ends, is noticed."""

from __future__ import annotations

import re

import pytest

from tests import cost
from tests.cost import assert_linear, steps_of


def test_steps_are_counted() -> None:
    assert steps_of(lambda: [abs(number) for number in range(1000)]) in range(1000, 1010)


def test_linear_work_passes_and_what_grows_with_the_square_does_not() -> None:
    assert_linear(lambda text: [ord(sign) for sign in text], lambda size: "x" * size, 10_000)
    with pytest.raises(AssertionError):
        assert_linear(lambda text: [abs(0) for _ in text for _ in text], lambda size: "x" * size, 2_000)


def test_a_pattern_that_backtracks_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "HANGS", 0.2)
    with pytest.raises(pytest.fail.Exception, match="it hangs"):
        assert_linear(re.compile(r"(a+)+$").match, lambda size: "a" * size + "b", 1_000)
