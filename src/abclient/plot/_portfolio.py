"""Many experiments: what was observed of each, and what is to be expected of it in truth."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from .._verdicts import LOOKS, SURFACES, Standing, Theme
from ..analysis import Portfolio, WinRate, ended_comparisons
from ..analysis import portfolio as portfolio_of
from ._figure import (
    BELOW_LABELS,
    ROW_PIXELS,
    SYMBOLS,
    Trace,
    axis,
    check_options,
    figure,
    labels,
    legend_name,
    lines,
    marks,
    places,
    span,
)
from ._points import Rows, newest, points_of
from ._texts import experiment_name, number, percent, plural, safe, short

if TYPE_CHECKING:
    from ._figure import Figure


_LEFT_OUT = "that are not over, have several variations, or whose primary metric is not a conversion"


def portfolio(
    experiments: Rows | Portfolio[Any],
    *,
    names: Mapping[Any, str] | None = None,
    limit: int = 30,
    theme: Theme = "light",
) -> Figure:
    """What many experiments came to: the win rate, and for each the observed gain beside the one to expect in truth.

    A ring is the observed gain in the wanted direction. The filled mark is the gain after shrinking, which is what to
    add up: effects that are picked because they are large are partly luck.

    Args:
        experiments: what ``analysis.portfolio`` returned. Or rows, or a table of Arrow, pandas or Polars with their
            columns: of these it takes experiments that ended, with one variation and a primary metric that is a
            conversion, compares their counts by ``analysis.fixed_horizon``, and says how many others there are.
        names: of the experiments, by the keys of the portfolio; by default the keys.
        limit: how many experiments at most; the subtitle says how many there are in all.
        theme: ``light`` or ``dark``.

    Raises:
        ValueError: fewer than two experiments can be taken.
        ImportError: Plotly or SciPy is not installed; they come with the extra ``plot``.
    """
    check_options(theme, limit)
    left_out = 0
    if isinstance(experiments, Portfolio):
        found: Portfolio[Any] = cast("Any", experiments)
    else:
        rows = [point.row for point in newest(points_of(experiments))]
        comparisons = ended_comparisons(rows)
        first = {row.experiment: row for row in reversed(rows)}
        names = {key: experiment_name(first[key]) for key in comparisons}
        left_out = len(first) - len(comparisons)
        if len(comparisons) < 2:
            reason = "with one variation and a primary metric that is a conversion"
            raise ValueError(f"{plural(len(comparisons), 'experiment')} that ended {reason}: a portfolio needs two")
        found = portfolio_of(comparisons)
    return _drawn(found, names or {}, left_out, limit, theme)


def _drawn(found: Portfolio[Any], names: Mapping[Any, str], left_out: int, limit: int, theme: Theme) -> Figure:
    standings: dict[Hashable, Standing] = {
        **dict.fromkeys(found.undecided, "open"),
        **dict.fromkeys(found.won, "better"),
        **dict.fromkeys(found.lost, "worse"),
    }
    shown = sorted(found.shrunk, key=lambda key: -abs(found.shrunk[key].effect))[:limit]
    shown.sort(key=lambda key: -found.shrunk[key].effect)
    titles = [short(names.get(key) or str(key)) for key in shown]
    details = [
        f"{LOOKS[standings[key]].mark} {LOOKS[standings[key]].words}: observed {_gain(found.shrunk[key].observed)}, "
        f"expected {_gain(found.shrunk[key].effect)}"
        for key in shown
    ]
    rate = found.win_rate
    low, high = span(end for key in shown for end in (found.shrunk[key].observed, found.shrunk[key].effect))
    return figure(
        _marks(found, shown, standings, theme),
        title=f"Portfolio: {rate.wins:,} of {plural(rate.experiments, 'experiment')} won",
        notes=[
            f"Win rate {percent(rate.rate)}, {rate.interval_level:.0%} interval {_ends(rate)}",
            "Some wins are false",
            f"The winners' gains add up to {_gain(found.expected_gain)}; as observed to {_gain(found.observed_gain)}",
            f"The picture has {len(shown):,} of them" if len(shown) < rate.experiments else "",
            f"Left out: {plural(left_out, 'experiment')} {_LEFT_OUT}" if left_out else "",
            *map(str, (*found.caveats, *found.pooled.caveats)),
        ],
        items=[f"{title}: {detail}" for title, detail in zip(titles, details, strict=True)],
        theme=theme,
        plot_pixels=ROW_PIXELS * len(shown),
        layout={
            "xaxis": axis(theme, "relative gain, in the wanted direction", range=[low, high], tickformat=".1~%"),
            "yaxis": places(len(shown)),
            "annotations": labels([f"<b>{safe(title)}</b>" for title in titles], [*map(safe, details)], theme),
        },
    )


def _ends(rate: WinRate) -> str:
    return f"{percent(rate.low)} to {percent(rate.high)}"


def _gain(effect: float) -> str:
    return number(effect, kind="relative", signed=True)


def _marks(
    found: Portfolio[Any], shown: Sequence[Any], standings: Mapping[Hashable, Standing], theme: Theme
) -> list[Trace]:
    muted = SURFACES[theme]["muted"]
    y = [place + BELOW_LABELS for place in range(len(shown))]
    observed = [found.shrunk[key].observed for key in shown]
    expected = [found.shrunk[key].effect for key in shown]
    x = [end for pair in zip(observed, expected, [None] * len(shown), strict=True) for end in pair]
    rings = {"symbol": "circle-open", "size": 11, "color": muted, "line": {"width": 2, "color": muted}}
    traces = [
        lines(x, [place for one in y for place in (one, one, None)], line={"color": muted, "width": 1.5}),
        marks(observed, y, rings, [f"observed {_gain(effect)}" for effect in observed], name="as observed"),
    ]
    for kind, look in LOOKS.items():
        own = [place for place, key in enumerate(shown) if standings[key] == kind]
        gains = [expected[place] for place in own]
        marker = {"symbol": SYMBOLS[kind], "size": 12, "color": look.colors[theme]}
        name = f"expected, {legend_name(kind, len(own))}"
        if own:
            texts = [f"expected {_gain(gain)}" for gain in gains]
            traces.append(marks(gains, [y[place] for place in own], marker, texts, name=name))
    return traces
