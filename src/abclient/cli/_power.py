"""The command line of ``abclient power``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ._options import Json, TextFormat, TextOrJson
from ._run import run

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

Baseline = Annotated[
    str, typer.Option(metavar="RATE", help="The baseline's conversion rate, such as 10% or 0.1; with --sd, its mean.")
]
Mde = Annotated[
    str | None,
    typer.Option(metavar="EFFECT", help="The smallest relative effect that would matter, such as 5% or -0.05."),
]
Sd = Annotated[
    float | None, typer.Option("--sd", metavar="SD", help="The standard deviation from unit to unit, of a value.")
]
Alpha = Annotated[str, typer.Option(metavar="SHARE", help="The chance of a false finding if there is no difference.")]
Power = Annotated[str, typer.Option("--power", metavar="SHARE", help="The chance to find the effect if it is real.")]
Variations = Annotated[int, typer.Option(metavar="N", help="How many variations, besides the baseline.")]
OneSided = Annotated[bool, typer.Option("--one-sided", help="Look for a difference in one direction only.")]
Daily = Annotated[float | None, typer.Option(metavar="N", help="Units a day, of all variations together.")]
Days = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="In place of --mde: the effect that these days find.")
]


def power(
    baseline: Baseline,
    mde: Mde = None,
    sd: Sd = None,
    alpha: Alpha = "5%",
    power: Power = "80%",
    variations: Variations = 1,
    one_sided: OneSided = False,
    daily: Daily = None,
    days: Days = None,
    output_format: TextOrJson = TextFormat.text,
    as_json: Json = False,
) -> None:
    """Plan an experiment: how many units and days it takes, or which effect it can detect."""

    def work() -> Coroutine[Any, Any, int]:
        from .power import Question, plan_command

        question = Question(baseline, mde, sd, alpha, power, variations, one_sided, daily, days)
        return plan_command(question, as_json=as_json or output_format == TextFormat.json)

    run(work, only_prints=True)
