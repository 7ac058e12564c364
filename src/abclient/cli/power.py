"""``abclient power``: how many units and days an experiment takes, or what it can find."""

from __future__ import annotations

import math
from typing import NamedTuple

from ..analysis import Design, Plan, detectable_effect, units_needed
from ._output import print_json, print_line
from ._run import OK, UsageError

_WEEK = 7


class Question(NamedTuple):
    """What is asked, as it was written."""

    baseline: str
    mde: str | None
    sd: float | None
    alpha: str
    power: str
    variations: int
    one_sided: bool
    daily: float | None
    days: int | None


async def plan_command(question: Question, *, as_json: bool) -> int:
    """Print the plan; the exit code."""
    mean = _share("--baseline", question.baseline)
    power, alpha = _part("--power", question.power), _part("--alpha", question.alpha)
    design: Design = {
        "level": 1 - alpha,
        "sides": "one-sided" if question.one_sided else "two-sided",
        "variations": question.variations,
    }
    if (question.mde is None) == (question.days is None):
        what = "give --mde, the effect to find, or --days, to hear which effect can be found in them"
        raise UsageError(what if question.mde is None else f"{what}, not both")
    if question.days is not None and question.daily is None:
        raise UsageError("--days needs --daily, the units of a day")
    try:
        effect = _effect(question, mean, power, design)
        plan = units_needed(mean=mean, effect=effect, sd=question.sd, power=power, **design)
        days = None if question.daily is None else question.days or plan.days(question.daily)
    except ValueError as error:
        raise UsageError(str(error)) from error
    if as_json:
        print_json(_document(question, mean, plan, days))
    else:
        _describe(question, mean, plan, days)
    return OK


def _effect(question: Question, mean: float, power: float, design: Design) -> float:
    if question.mde is not None:
        return _share("--mde", question.mde)
    units = math.floor((question.days or 0) * (question.daily or 0) / (question.variations + 1))
    return detectable_effect(units=units, mean=mean, sd=question.sd, power=power, **design)


def _share(name: str, text: str) -> float:
    """A number, or a number of percent."""
    number, sign, rest = text.strip().partition("%")
    try:
        found = float(number)
    except ValueError:
        found = math.nan
    if rest or not math.isfinite(found):
        raise UsageError(f"{name} takes a number such as 0.05 or 5%, not {text!r}")
    return found / 100 if sign else found


def _part(name: str, text: str) -> float:
    """A share of a whole."""
    found = _share(name, text)
    if not 0 < found < 1:
        raise UsageError(f"{name} is {text}, not between 0 and 1 or 0% and 100%")
    return found


def _document(question: Question, mean: float, plan: Plan, days: int | None) -> dict[str, object]:
    return {
        "baseline": mean,
        "sd": question.sd,
        "mde": plan.effect,
        "alpha": _share("--alpha", question.alpha),
        "power": plan.power,
        "sides": plan.sides,
        "variations": plan.variations,
        "baseline_units": plan.baseline_units,
        "variation_units": plan.variation_units,
        "total_units": plan.total_units,
        "daily": question.daily,
        "days": days,
    }


def _describe(question: Question, mean: float, plan: Plan, days: int | None) -> None:
    before, after = (_figure(figure, question) for figure in (mean, mean * (1 + plan.effect)))
    print_line(f"effect: {plan.effect:+.2%}, from {before} to {after}")
    each = f"{plan.variation_units:,} for {'the' if plan.variations == 1 else 'each'} variation"
    print_line(f"units: {each} and {plan.baseline_units:,} for the baseline, {plan.total_units:,} in all")
    if days is not None:
        whole = math.ceil(days / _WEEK) * _WEEK
        better = "" if whole == days else f"; whole weeks are better: {whole:,}"
        print_line(f"days: {days:,} with {question.daily:,.15g} units a day{better}")
    several = "" if plan.variations == 1 else f" (corrected for {plan.variations} variations)"
    alpha = _share("--alpha", question.alpha)
    print_line(f"test: {plan.sides}, at the end, alpha {alpha:.4g}{several}, power {plan.power:.0%}")
    print_line("to look every day: a sequential test, which needs up to 1.9 times as many units")


def _figure(mean: float, question: Question) -> str:
    return f"{mean:.4g}" if question.sd is not None else f"{100 * mean:.4g}%"
