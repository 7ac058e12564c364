"""Parsers and readers get broken input: a few hundred cases each here, a million by ``make fuzz``."""

from __future__ import annotations

import pytest

from support.fuzz import CLAIMS, main, tried
from support.noise import Noise


@pytest.mark.parametrize("name", CLAIMS)
def test_what_is_claimed_of_any_input(name: str) -> None:
    """Always the same cases, so that a failure here is a change of ours."""
    assert tried(name, range(200), seed=1) == 200


def test_a_failure_says_how_to_repeat_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that does not hold is shown with its command, the others are tried all the same, and the end is 1."""

    def fails(draw: Noise) -> None:
        assert draw.number(9) < 9, "too much"

    def holds(draw: Noise) -> None:
        assert draw.number(9) <= 9

    monkeypatch.setattr("support.fuzz.CLAIMS", {"it fails": fails, "it holds": holds})
    assert main(["4000", "--seed", "3"]) == 1
    printed = capsys.readouterr()
    assert "too much" in printed.err
    assert "--only 'it fails' --from " in printed.err
    assert "2,000  it holds" in printed.out
