"""The list of mutants that may live: well-formed, and about code that is still there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mutation

SOURCES = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize(
    ("name", "function", "room"),
    [
        (
            "abclient._policy.x_resolve_same_origin__mutmut_6",
            "abclient._policy.resolve_same_origin",
            "abclient._policy",
        ),
        ("abclient._policy.x__phrase__mutmut_12", "abclient._policy._phrase", "abclient._policy"),
        ("abclient.paging.xǁPageǁ__len____mutmut_1", "abclient.paging.Page.__len__", "abclient.paging"),
        (
            "abclient._ratelimit.cooldown.xǁCooldownǁ_hold_until__mutmut_2",
            "abclient._ratelimit.cooldown.Cooldown._hold_until",
            "abclient._ratelimit.cooldown",
        ),
    ],
)
def test_the_names_of_mutmut_are_understood(name: str, function: str, room: str) -> None:
    """Functions and methods, with and without underscores, are named as Python names them."""
    assert (mutation.function(name), mutation.room(name)) == (function, room)


def test_a_mutant_that_was_not_tested_is_not_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What mutmut could run no test for is told apart from what a test was too slow for."""
    monkeypatch.setattr(mutation, "ROOT", tmp_path)
    (tmp_path / "mutants" / "src").mkdir(parents=True)
    fates = {"killed": 1, "alive": 0, "slow": -24, "broken": 255, "new": None}
    (tmp_path / "mutants" / "src" / "a.py.meta").write_text(json.dumps({"exit_code_by_key": fates}))
    assert mutation.not_run() == {"broken"}


def test_the_list_is_about_code_that_is_there() -> None:
    """Every entry says why, differs from the original, and its line stands in the file that it names."""
    for mutant in mutation.reviewed():
        assert mutant.was != mutant.now
        module = next(path for path in files(mutant.function) if path.exists())
        lines = {line.strip() for line in module.read_text(encoding="utf-8").splitlines()}
        assert set(mutant.was.splitlines()) <= lines, mutant


def files(function: str) -> list[Path]:
    """Where a function of that name may stand."""
    names = function.split(".")
    return [SOURCES.joinpath(*names[:end]).with_suffix(".py") for end in range(len(names) - 1, 0, -1)]
