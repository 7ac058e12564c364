"""The command line of ``abclient plot``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..vendor import get, names
from ._options import Account, BaseUrl, Concurrency, Environment, MaxRate, Project, RateLimitStore, Status
from ._run import UsageError, run
from ._target import TargetOptions, target_of, unknown_target

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


class PlotKind(StrEnum):
    """What a plot shows."""

    forest = "forest"
    over_time = "over-time"
    probability = "probability"
    traffic = "traffic"
    portfolio = "portfolio"


Kind = Annotated[PlotKind, typer.Argument(metavar="KIND", help=f"What to plot: {', '.join(PlotKind)}.")]
Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="VENDOR|DIR|FILE...",
        help="A vendor, or directories of exports and files of rows (.csv, .jsonl, .parquet).",
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "--out", "-o", metavar="FILE", dir_okay=False, help="The file to write: .html, or a picture with Kaleido."
    ),
]
Experiment = Annotated[
    str | None, typer.Option(metavar="ID", help="Only this one; of exports and files, a name will do.")
]
Metric = Annotated[str | None, typer.Option(metavar="ID", help="Only this one, by id or name.")]
Segment = Annotated[str | None, typer.Option(metavar="NAME=VALUE", help="Results of these visitors instead of all.")]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="How many things at most.")]


def plot(
    kind: Kind,
    targets: Targets,
    out: Out = Path("plot.html"),
    experiment: Experiment = None,
    metric: Metric = None,
    segment: Segment = None,
    status: Status = None,
    limit: Limit = 30,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    rate_limit_store: RateLimitStore = None,
) -> None:
    """Plot results as a page: differences with their intervals, over time, traffic, or a portfolio."""

    def work() -> Coroutine[Any, Any, int]:
        from .plot import Wanted, check_out, plot_files, plot_vendor

        check_out(out)
        wanted = Wanted(kind.value, out, experiment, metric, segment, status, limit)
        places = [target for target in targets if target not in names() and Path(target).exists()]
        if len(places) == len(targets):
            return plot_files([Path(place) for place in places], wanted)
        unknown = next(target for target in targets if target not in places)
        if unknown not in names():
            raise unknown_target(unknown, "a directory, nor a file,")
        if len(targets) > 1:
            raise UsageError("give one vendor, or any number of directories of exports and files")
        if wanted.over_time and not get(unknown).has_series:
            kept = f"plot an export that keeps a history (abclient export {unknown} --out DIR --history)"
            raise UsageError(f"{get(unknown).title} has no results over time: {kept}")
        where = (project, environment, account, base_url, concurrency, max_rate)
        shown = ([segment] if segment else None, wanted.over_time or None)
        parts = TargetOptions(*where, *shown, rate_limit_store=rate_limit_store)
        return plot_vendor(target_of(unknown, parts), wanted)

    run(work)
