"""``abclient plot``: rows of a vendor, of exports or of files, as a page or a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from .. import plot
from .._console.progress import Bar
from ..errors import ExportError
from ..export import key_text, read_history
from ..export._codecs import CODECS
from ..results import ExperimentKey, ResultRow
from ..source import ListedExperiment
from ._exports import read_exports
from ._output import print_line
from ._run import UsageError, exit_code_for
from ._target import Target

_PAGES = (".html", ".htm")
_PICTURES = (".png", ".svg", ".pdf", ".jpg", ".jpeg", ".webp")
_PICTURE_PIXELS = 900

Allocations = Mapping[ExperimentKey, Mapping[str, float]]
Failures = dict[str, "Exception | str"]


class Wanted(NamedTuple):
    """What to plot.

    Attributes:
        kind: as ``PlotKind``.
        out: the file to write.
        experiment: the id or name of one.
        metric: the id or name of one.
        segment: as in the rows.
        status: of experiments.
        limit: how many lines at most.
    """

    kind: str
    out: Path
    experiment: str | None = None
    metric: str | None = None
    segment: str | None = None
    status: str | None = None
    limit: int = 30

    @property
    def over_time(self) -> bool:
        """Whether it needs more than the newest figures."""
        return self.kind in ("over-time", "probability")


def check_out(out: Path) -> None:
    """Raise UsageError if files with this name cannot be written."""
    suffix = out.suffix.lower()
    if suffix not in (*_PAGES, *_PICTURES):
        raise UsageError(f"--out {out}: give a name that ends in .html, or in .png, .svg or .pdf for a picture")
    if suffix in _PICTURES and find_spec("kaleido") is None:
        raise UsageError(f"--out {out}: pictures need Kaleido and Chrome (pip install kaleido); .html needs neither")


async def plot_vendor(target: Target, wanted: Wanted) -> int:
    """Plot what a vendor has; the exit code."""
    rows: list[ResultRow] = []
    shares: dict[ExperimentKey, Mapping[str, float]] = {}
    failures: Failures = {}
    ids = [] if wanted.experiment is None else [wanted.experiment]

    def wants(listed: ListedExperiment) -> bool:
        return wanted.status in (None, listed.info.status)

    async with target.open() as source:
        with Bar(target.vendor.title) as bar:
            if wanted.kind == "traffic":
                async with aclosing(source.by_experiment(ids, wants=wants, progress=bar)) as experiments:
                    async for one in experiments:
                        rows += one.rows
                        failures |= one.failures
                        shares[one.listed.info.key] = one.allocation
            else:
                async with aclosing(source.results(ids, wants=lambda key, one: wants(one), progress=bar)) as results:
                    async for result in results:
                        rows += result.rows
                        if result.error is not None:
                            failures[key_text(result.key)] = result.error
        failures |= source.failures
    return _write(rows, shares, failures, wanted._replace(experiment=None), done=len({row.experiment for row in rows}))


async def plot_files(places: Sequence[Path], wanted: Wanted) -> int:
    """Plot rows of exports and files; the exit code."""
    if wanted.over_time and len(places) == 1 and (history := _history(places[0])) is not None:
        return _write(history, {}, {}, wanted, done=1)
    directories = [place for place in places if place.is_dir()]
    rows: list[ResultRow] = [row for place in places if not place.is_dir() for row in _rows_of_file(place)]
    failures: Failures = {}
    shares: dict[ExperimentKey, Mapping[str, float]] = {}
    if directories:
        experiments, failures, _ = read_exports(directories)
        rows += chain.from_iterable(one.rows for one in experiments)
        shares = {one.experiment: one.allocation for one in experiments}
    return _write(rows, shares, failures, wanted, done=len({row.experiment for row in rows}))


def _history(place: Path) -> Any:
    """What every run of an export saw; None if it does not keep that."""
    if not place.is_dir():
        return None
    try:
        return read_history(place) if find_spec("pyarrow") else read_history(place, as_="rows")
    except ExportError as error:
        if "keeps no history" in str(error):
            return None
        raise


def _rows_of_file(place: Path) -> list[ResultRow]:
    codec = next((codec for name, codec in CODECS.items() if place.suffix.lower() == f".{name}"), None)
    if codec is None:
        raise UsageError(f"{place}: not a file of rows, whose names end in .{', .'.join(CODECS)}")
    try:
        return codec.decode(place.read_bytes())
    except ImportError:
        raise
    except Exception as error:  # pyarrow has many
        raise UsageError(f"{place}: not a file of rows: {error}") from error


def _write(rows: Any, shares: Allocations, failures: Failures, wanted: Wanted, *, done: int) -> int:
    """Draw and write; the exit code."""
    if done or not failures:
        try:
            figure = _drawing(wanted, shares)(_with_status(rows, wanted.status))
        except ValueError as error:
            told = str(error).replace("experiment=", "--experiment").replace("metric=", "--metric")
            raise UsageError(told) from error
        if wanted.out.suffix.lower() in _PAGES:
            plot.write_html(figure, wanted.out)
        else:
            wanted.out.parent.mkdir(parents=True, exist_ok=True)
            figure.write_image(wanted.out, width=_PICTURE_PIXELS, scale=2)
        print_line(str(wanted.out))
    return exit_code_for(failures, done=done)


def _with_status(rows: Any, status: str | None) -> Any:
    """The rows of experiments with this status; a table is a history, of which one experiment is shown anyway."""
    if status is None or hasattr(rows, "columns"):
        return rows
    return [one for one in rows if getattr(one, "row", one).status == status]


def _drawing(wanted: Wanted, shares: Allocations) -> Callable[[Any], Any]:
    chosen: dict[str, Any] = {"experiment": wanted.experiment, "segment": wanted.segment}
    if wanted.kind == "traffic":
        return partial(plot.traffic, allocations=shares, limit=wanted.limit, **chosen)
    if wanted.kind == "portfolio":
        return partial(plot.portfolio, limit=wanted.limit)
    chosen["metric"] = wanted.metric
    if wanted.kind == "forest":
        return partial(plot.forest, limit=wanted.limit, **chosen)
    return partial(plot.over_time if wanted.kind == "over-time" else plot.probability_over_time, **chosen)
