"""``abclient power``: plans in words and as JSON, and what cannot be planned."""

from __future__ import annotations

import pytest

from abclient import analysis
from support.command import Command


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def test_units_and_days(command: Command) -> None:
    """Percent or fractions mean the same; every line fits 80 columns."""
    ended = command("power", "--baseline", "10%", "--mde", "5%", "--daily", "8000")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == command("power", "--baseline", "0.1", "--mde", "0.05", "--daily", "8000").out
    assert ended.out.splitlines() == [
        "effect: +5.00%, from 10% to 10.5%",
        "units: 57,763 for the variation and 57,763 for the baseline, 115,526 in all",
        "days: 15 with 8,000 units a day; whole weeks are better: 21",
        "test: two-sided, at the end, alpha 0.05, power 80%",
        "to look every day: a sequential test, which needs up to 1.9 times as many units",
    ]
    assert max(map(len, ended.out.splitlines())) <= 80


def test_what_some_days_find(command: Command) -> None:
    """The effect that the analysis finds with the units of these days, and the plan for it."""
    words = ("--baseline", "10%", "--days", "14", "--daily", "8000", "--variations", "2", "--json")
    found = command("power", *words).document
    units = 14 * 8000 // 3
    assert found["mde"] == pytest.approx(analysis.detectable_effect(units=units, mean=0.1, variations=2))
    assert (found["days"], found["variations"], found["sides"]) == (14, 2, "two-sided")
    assert found["variation_units"] == pytest.approx(units, abs=1)
    assert "whole weeks" not in command("power", *words[:-1]).out
    assert "each variation" in command("power", *words[:-1]).out


def test_values_and_other_levels(command: Command) -> None:
    """A mean with its standard deviation, judged in one direction at another level."""
    words = ("--baseline", "25.3", "--sd", "61", "--mde", "-5%", "--alpha", "10%", "--power", "90%", "--one-sided")
    found = command("power", *words, "--format", "json").document
    plan = analysis.units_needed(mean=25.3, effect=-0.05, sd=61, power=0.9, level=0.9, sides="one-sided")
    assert (found["total_units"], found["alpha"], found["days"]) == (plan.total_units, 0.1, None)
    assert "from 25.3 to 24.04" in command("power", *words).out


def test_long_plans_can_be_read(command: Command) -> None:
    """Figures are grouped, and a pace below one unit a day is not shown as none."""
    out = command("power", "--baseline", "10%", "--mde", "5%", "--daily", "0.5").out
    assert "days: 231,052 with 0.5 units a day; whole weeks are better: 231,056" in out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--baseline 10%", "give --mde, the effect to find, or --days"),
        (
            "--baseline 10% --mde 5% --days 3 --daily 10",
            "give --mde, the effect to find, or --days, to hear which effect can be found in them, not both",
        ),
        ("--baseline 10% --days 3", "--days needs --daily, the units of a day"),
        ("--baseline ten --mde 5%", "--baseline takes a number such as 0.05 or 5%, not 'ten'"),
        ("--baseline 10% --mde nan", "--mde takes a number such as 0.05 or 5%, not 'nan'"),
        ("--baseline 10%% --mde 5%", "--baseline takes a number"),
        ("--baseline 12 --mde 5%", "the rates 12.0 and 12.6"),
        ("--baseline 0 --mde 5%", "mean is 0.0"),
        ("--baseline 10% --mde 0", "effect is 0"),
        ("--baseline 10% --mde 5% --alpha 5", "--alpha is 5, not between 0 and 1 or 0% and 100%"),
        ("--baseline 10% --mde 5% --power 80", "--power is 80, not between 0 and 1"),
        ("--baseline 10% --mde 5% --power 3%", "power is 0.03"),
        ("--baseline 10% --mde 5% --daily 0", "units_per_day is 0"),
        ("--baseline 10% --mde 5% --variations 0", "variations is 0"),
        ("--baseline 10% --days 1 --daily 2", "units is 1: nothing can be found"),
    ],
)
def test_what_cannot_be_planned(line: str, said: str, command: Command) -> None:
    """One line says why, with exit code 2."""
    ended = command("power", *line.split())
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert ended.err.startswith(f"abclient: {said}")
