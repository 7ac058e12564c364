"""Plots: which rows they show and which they refuse, and that vendors' text stays text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from abclient import analysis, plot
from abclient._verdicts import ARMS, LOOKS, SURFACES, Theme, standing_of
from abclient.analysis import Sample
from abclient.export import HistoryRow
from abclient.plot._page import _colors, _recolored  # pyright: ignore[reportPrivateUsage]  # a table of decisions
from abclient.results import ExperimentKey, ResultRow, to_arrow, to_pandas, to_polars
from support.rows import NOW, a_row

EVIL = "<b>bold</b> %{x} $x^2$ <a href='//x'>y</a> &lt; \u202eevil\x1b[2J"


def compared(difference: float | None = 0.1, **values: Any) -> ResultRow:
    """A variation that is better by this much, with an interval of 0.1 around it."""
    ends: dict[str, Any] = {} if difference is None else {
        "difference_low": difference - 0.05, "difference_high": difference + 0.05,
    }  # fmt: skip
    common: dict[str, Any] = {
        "experiment_name": "Checkout", "status": "running", "metric_id": "m", "metric_name": "Purchase",
        "metric_kind": "conversion", "variation_id": "b", "variation_name": "Blue", "units": 1000,
        "is_baseline": False, "is_primary": True, "difference": difference, "difference_kind": "relative",
        "interval_level": 0.9, "period_end": NOW,
    }  # fmt: skip
    return a_row(**{**common, **ends, **values})


def drawn(figure: Any) -> dict[str, Any]:
    """What Plotly is given."""
    found: dict[str, Any] = figure.to_plotly_json()
    return found


def marks(figure: Any) -> dict[str, list[float]]:
    """Where points are, by what the legend says of them."""
    return {
        trace["name"]: [round(float(x), 6) for x in trace["x"]]
        for trace in drawn(figure)["data"]
        if trace.get("mode") == "markers" and "name" in trace
    }


def texts(figure: Any) -> str:
    """Everything that Plotly would read as its kind of HTML."""
    layout, data = drawn(figure)["layout"], drawn(figure)["data"]
    found = [layout["title"]["text"], layout["title"]["subtitle"]["text"]]
    found += [one["text"] for one in layout.get("annotations", ())]
    for trace in data:
        found += [trace.get("name", ""), *trace.get("hovertext", ()), *trace.get("text", ())]
    return "\n".join(found)


@pytest.mark.parametrize(
    ("verdict", "low", "high", "direction", "expected"),
    [
        ("winner", -0.2, -0.1, "decrease", "better"),
        ("worse", 0.1, 0.2, None, "worse"),
        ("inconclusive", 0.1, 0.2, None, "open"),
        (None, 0.1, 0.2, None, "better"),
        (None, 0.1, 0.2, "decrease", "worse"),
        (None, -0.2, -0.1, "decrease", "better"),
        (None, -0.2, -0.1, "increase", "worse"),
        (None, -0.1, 0.0, None, "open"),
        ("a new word", 0.0, 0.1, None, "open"),
        (None, None, 0.1, None, "bare"),
        (None, 0.3, -0.3, None, "bare"),
        (None, None, None, None, "bare"),
    ],
)
def test_the_verdict_decides_and_then_the_interval(
    verdict: str | None, low: float | None, high: float | None, direction: str | None, expected: str
) -> None:
    """The vendor's verdict first; without one, the side of zero, in the wanted direction."""
    assert standing_of(verdict, low, high, direction) == expected


def test_a_forest_colors_by_verdict_and_not_by_sign() -> None:
    """A decrease that was wanted is better, and the mark, the color and the text all say so."""
    bounce = compared(-0.1, verdict="winner", direction="decrease", experiment_id="2", experiment_name="Landing")
    figure = plot.forest([compared(0.2, verdict="loser"), bounce])
    assert marks(figure) == {"better (1)": [-0.1], "worse (1)": [0.2]}
    better = next(trace for trace in drawn(figure)["data"] if trace.get("name") == "better (1)")
    assert (better["marker"]["color"], better["marker"]["symbol"]) == (LOOKS["better"].colors["light"], ["triangle-up"])
    said = plot.text_of(figure)
    assert "Landing · Purchase · Blue: ▲ winner \u221210.0\u202f% (\u221215.0\u202f% to \u22125.0\u202f%)" in said
    assert "2 comparisons: 1 better, 1 worse" in said
    assert "Intervals of 90\u202f%" in said


def test_a_forest_shows_what_can_be_compared_once() -> None:
    """No baselines, no variations without units, and of a series only the newest point."""
    rows = [
        compared(None, variation_id="a", is_baseline=True),
        compared(0.3, variation_id="c", units=0),
        compared(0.4, period_end=NOW - timedelta(days=1)),
        compared(0.1),
    ]
    assert marks(plot.forest(rows)) == {"better (1)": [0.1]}


def test_a_forest_of_several_experiments_has_their_primary_metrics() -> None:
    """Of one experiment it has all metrics; a metric that is asked for is shown, primary or not."""
    first, other = compared(), compared(0.2, metric_id="n", metric_name="Cart", is_primary=False)
    second = compared(0.3, experiment_id="2")
    assert marks(plot.forest([first, other, second]))["better (2)"] == [0.3, 0.1]
    assert marks(plot.forest([first, other, second], experiment="1"))["better (2)"] == [0.2, 0.1]
    assert marks(plot.forest([first, other, second], metric="Cart")) == {"better (1)": [0.2]}


@pytest.mark.parametrize(
    ("order", "expected"),
    [("clearest", [0.2, 0.1, -0.3]), ("difference", [-0.3, 0.2, 0.1]), ("name", [0.1, 0.2, -0.3])],
)
def test_the_order_of_a_forest(order: Any, expected: list[float]) -> None:
    """Clearest by half-widths of the interval, largest, or by name; the limit leaves out the last, and says so."""
    rows = [
        compared(0.1, variation_name="A", verdict="inconclusive"),
        compared(0.2, variation_id="d", variation_name="B", verdict="inconclusive"),
        compared(-0.3, variation_id="c", variation_name="C", difference_low=-0.6, difference_high=0.0),
    ]
    assert marks(plot.forest(rows, order=order))["undecided (3)"] == expected
    fewer = plot.forest(rows, order=order, limit=1)
    assert marks(fewer) == {"undecided (1)": expected[:1]}
    assert "3 comparisons: 3 undecided" in plot.text_of(fewer)
    assert "The picture has 1 of them" in plot.text_of(fewer)


def test_intervals_without_an_end_are_arrows_and_no_interval_is_a_ring() -> None:
    """What is not known is drawn as unknown."""
    rows = [
        compared(0.1, variation_id="half", difference_high=None),
        compared(0.2, variation_id="ring", difference_low=None, difference_high=None, probability=0.9,
                 probability_kind="is_best"),
        compared(None, variation_id="ends", difference_low=0.1, difference_high=0.3),
    ]  # fmt: skip
    figure = plot.forest(rows, order="name")
    symbols = {trace["name"]: trace["marker"]["symbol"] for trace in drawn(figure)["data"] if "name" in trace}
    assert symbols == {
        "better (1)": ["line-ns-open"],
        "without interval and verdict (2)": ["circle", "circle-open"],
        "interval goes on": ["triangle-right"],
    }
    assert "90.0\u202f% to be the best" in plot.text_of(figure)
    assert marks(plot.forest([compared(0.1, difference_low=0.1, difference_high=0.1)])) == {"better (1)": [0.1]}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "there are no rows to plot"),
        ([compared(None)], "no row has a difference"),
        ([compared(), compared(difference_kind="absolute", variation_id="c")], "differences are absolute and relative"),
        (
            [
                compared(difference_kind="absolute", metric_kind="revenue", value_unit="currency", currency=currency,
                         experiment_id=currency)
                for currency in ("EUR", "USD")
            ],
            r"several units \(revenue currency EUR, revenue currency USD\)",
        ),
        ([compared(segment="country=CA")], "no rows of all visitors, but of country=CA"),
    ],
)  # fmt: skip
def test_what_a_forest_refuses(rows: list[ResultRow], said: str) -> None:
    """With the reason, and what there is instead."""
    with pytest.raises(ValueError, match=said):
        plot.forest(rows)


def test_choices_that_do_not_exist_are_named_with_those_that_do() -> None:
    """A misspelled name is found at once."""
    with pytest.raises(ValueError, match=r"there is no experiment 'Chekout', but '1' \(Checkout\)"):
        plot.forest([compared()], experiment="Chekout")
    with pytest.raises(ValueError, match="order is 'best', none of clearest, difference, name"):
        plot.forest([compared()], order="best")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_traffic_of_days_is_that_of_all_days() -> None:
    """Days add up; of a series that goes on from one beginning, the newest point has everything."""
    begin = NOW - timedelta(days=9)

    def figure(since: timedelta | None) -> Any:
        found = [
            compared(
                variation_id=key, units=units, period_end=NOW - timedelta(days=back),
                period_start=begin if since is None else NOW - timedelta(days=back) - since,
            )
            for back in range(3)
            for key, units in (("a", 100 - back), ("b", 50))
        ]  # fmt: skip
        return plot.traffic(found)

    assert "447 units" in str(figure(timedelta(days=1)).to_dict())
    assert "150 units" in str(figure(None).to_dict())


def series(nights: int = 3, **values: Any) -> list[ResultRow]:
    """A variation whose difference grows every night."""
    return [
        compared(0.1 * night, period_end=NOW + timedelta(days=night), probability=0.3 * night + 0.1,
                 probability_kind="significance", threshold=0.95, statistics="frequentist-sequential", **values)
        for night in range(nights)
    ]  # fmt: skip


def lines(figure: Any) -> list[tuple[str, list[str], list[float]]]:
    """The lines: their names, times and values."""
    return [
        (trace["name"], list(trace["x"]), [round(y, 6) for y in trace["y"]])
        for trace in drawn(figure)["data"]
        if trace.get("mode") == "lines" and "name" in trace
    ]


DAYS = ["2024-06-01 12:00:00", "2024-06-02 12:00:00", "2024-06-03 12:00:00"]


def test_a_difference_over_time_is_a_line_in_a_band() -> None:
    """In the order of time, whatever that of the rows is, with the verdict of the newest."""
    figure = plot.over_time([*reversed(series())])
    assert lines(figure) == [("Blue: ▲ better", DAYS, [0.0, 0.1, 0.2])]
    band = drawn(figure)["data"][0]
    assert (len(band["x"]), band["fill"]) == (6, "toself")
    assert "valid at every look" in plot.text_of(figure)


def test_a_band_is_interrupted_where_an_end_is_missing() -> None:
    """The line goes on; nothing is made up."""
    rows = series(5)
    rows[2] = compared(0.2, period_end=rows[2].period_end, difference_low=None, statistics="frequentist-sequential")
    figure = plot.over_time(rows)
    assert list(drawn(figure)["data"][0]["x"]).count(None) == 1
    assert len(lines(figure)[0][1]) == 5


def test_each_variation_has_a_line_of_its_own_color() -> None:
    """In the order of their names."""
    rows = [*series(variation_id="7", variation_name="Zebra"), *series(variation_id="9", variation_name="Ant")]
    figure = plot.probability_over_time(rows, metric="Purchase")
    assert [name for name, *_ in lines(figure)] == ["Ant: ▲ better", "Zebra: ▲ better"]
    colors = [trace["line"]["color"] for trace in drawn(figure)["data"] if trace.get("mode") == "lines"]
    assert colors == list(ARMS["light"][:2])
    assert drawn(figure)["layout"]["shapes"][0]["y0"] == 0.95


def test_of_several_iterations_the_newest_is_shown() -> None:
    """An iteration starts anew."""
    rows = series(3, iteration="1")
    rows += [compared(0.5, period_end=NOW + timedelta(days=day), iteration="2") for day in (10, 11)]
    assert [values for *_, values in lines(plot.over_time(rows))] == [[0.5, 0.5]]


@pytest.mark.parametrize(
    ("function", "rows", "said"),
    [
        (plot.over_time, series(1), "all rows are of one time"),
        (plot.over_time, [*series(), *series(experiment_id="2")], "rows of several experiments: choose one with exper"),
        (plot.over_time, [*series(), *series(metric_id="n", metric_name="Cart")], "several metrics: choose one with m"),
        (plot.over_time, [*series(), *series(metric_kind="revenue")], "several kinds, filter the rows by metric_kind"),
        (plot.over_time, [*series(), *series(source="other")], "variation b has several results at 2024-06-01 12:00"),
        (plot.over_time, [compared(None)], "no row has a difference"),
        (plot.probability_over_time, [compared()], "no row has a probability"),
        (
            plot.probability_over_time,
            [*series(), compared(probability=0.5, probability_kind="is_best", statistics="bayesian")],
            "not to be compared: is_best of bayesian, significance of frequentist-sequential",
        ),
        (plot.traffic, [compared(units=None)], "no row has units"),
        (plot.portfolio, [compared(status="ended")], "0 experiments that ended"),
    ],
)
def test_what_other_plots_refuse(function: Callable[..., Any], rows: list[ResultRow], said: str) -> None:
    """With the reason, and how to choose."""
    with pytest.raises(ValueError, match=said):
        function(rows)


def test_tables_give_the_same_figures_as_rows() -> None:
    """Of Arrow, pandas and Polars."""
    rows = series()
    wanted = drawn(plot.over_time(rows))
    for table in (to_arrow(rows), to_pandas(rows), to_polars(rows)):
        assert drawn(plot.over_time(table)) == wanted


def test_a_history_is_drawn_by_its_nights() -> None:
    """As a table of any kind, and as rows; the nights after the last change, in which nothing was new, are left out."""
    nights = [NOW + timedelta(days=day) for day in (3, 4, 5, 6)]
    rows = [compared(0.1), compared(0.2, fetched_at=nights[1])]
    rows = [*rows, rows[1], rows[1]]
    wanted = [("Blue: ▲ better", ["2024-06-04 12:00:00", "2024-06-05 12:00:00"], [0.1, 0.2])]
    pandas = to_pandas(rows).drop(columns=["source", "row_key", "result_key"]).assign(snapshot_at=nights)
    arrow = to_arrow(rows).append_column("snapshot_at", [nights])
    for table in (pandas, arrow, [HistoryRow(run, *both) for run, both in enumerate(zip(nights, rows, strict=True))]):
        assert lines(plot.over_time(table)) == wanted
        assert lines(plot.over_time(table, experiment="Checkout")) == wanted
    with pytest.raises(ValueError, match="the table has no column fetched_at"):
        plot.over_time(pandas.drop(columns=["fetched_at"]))


def test_of_a_table_only_what_is_asked_for_is_read() -> None:
    """Of all kinds; what is wrong in other rows does not matter, and a name that is not there is told."""
    rows = [*series(), *series(experiment_id="2", experiment_name="Landing")]
    for table in (to_arrow(rows), to_pandas(rows), to_polars(rows)):
        assert [values for *_, values in lines(plot.over_time(table, experiment="2"))] == [[0.0, 0.1, 0.2]]
        with pytest.raises(ValueError, match=r"no experiment '3', but '1' \(Checkout\), '2' \(Landing\)"):
            plot.over_time(table, experiment="3")


def arms(*units: int, **values: Any) -> list[ResultRow]:
    """A row for each variation, with its units."""
    return [
        compared(None, variation_id=key, variation_name=key.upper(), units=count, is_baseline=key == "a", **values)
        for key, count in zip("abc", units, strict=False)
    ]


def test_traffic_has_a_bar_for_each_variation_and_a_mark_for_what_was_intended() -> None:
    """The least likely split is on top, and says that it is a mismatch; a split without shares is not tested."""
    keys = [ExperimentKey("optimizely", None, None, name) for name in "12"]
    rows = [*arms(500, 510), *arms(5000, 6000, experiment_id="2"), *arms(10, 20, experiment_id="3")]
    figure = plot.traffic(rows, {key: {"a": 50, "b": 50} for key in keys})
    said = plot.text_of(figure).splitlines()
    assert "2 experiments tested, 1 mismatch" in said[1]
    assert "⚠ mismatch, p < 0.0001, 11,000 units, Optimizely. A 45.5\u202f%, intended 50.0\u202f%" in said[2]
    assert said[3].startswith("Checkout: p = ")
    assert said[4] == "Checkout: not tested, 30 units, Optimizely. A 33.3\u202f%; B 66.7\u202f%"
    first, second, intended = drawn(figure)["data"]
    assert [round(x, 3) for x in first["x"]] == [0.455, 0.495, 0.333]
    assert [round(x, 3) for x in second["x"]] == [0.545, 0.505, 0.667]
    assert list(intended["x"]) == [0.5, 0.5]


def test_a_portfolio_of_rows_has_only_what_it_can_judge() -> None:
    """Ended, one variation, a primary metric that is a conversion; how many others there are is said."""

    def experiment(name: str, conversions: int, **values: Any) -> list[ResultRow]:
        own: dict[str, Any] = {"experiment_id": name, "experiment_name": name, "status": "ended", "units": 10_000}
        baseline: dict[str, Any] = {"variation_id": "a", "is_baseline": True, "conversions": 1000}
        return [compared(None, **own | values | baseline), compared(None, conversions=conversions, **own | values)]

    rows = [
        *experiment("won", 1300), *experiment("lost", 800), *experiment("open", 1005),
        *experiment("bounces", 800, direction="decrease"), *experiment("running", 1300, status="running"),
        *experiment("two", 1300), *experiment("two", 1300, variation_id="c"),
    ]  # fmt: skip
    said = plot.text_of(plot.portfolio(rows))
    assert said.startswith("Portfolio: 2 of 4 experiments won\n")
    assert "Left out: 2 experiments" in said
    assert [line.partition(":")[0] for line in said.splitlines()[2:]] == ["won", "bounces", "open", "lost"]


def test_a_portfolio_shows_what_was_observed_and_what_to_expect() -> None:
    """The same figures as the analysis has, by the names that are given."""
    year = {
        number: analysis.fixed_horizon(
            Sample.of_conversions(units=20_000, conversions=2_000),
            Sample.of_conversions(units=20_000, conversions=count),
        )
        for number, count in enumerate([2_180, 2_010, 1_750])
    }
    whole = analysis.portfolio(year)
    figure = plot.portfolio(whole, names={0: "Checkout"}, limit=2)
    assert sorted(marks(figure)["as observed"]) == [-0.125, 0.09]
    assert round(whole.shrunk[0].effect, 6) in marks(figure)["expected, better (1)"]
    said = plot.text_of(figure)
    assert "Checkout: ▲ better: observed +9.0\u202f%" in said
    assert "The picture has 2 of them" in said


@pytest.mark.parametrize("function", [plot.forest, plot.over_time, plot.probability_over_time, plot.traffic])
def test_names_stay_names(function: Callable[..., Any]) -> None:
    """Plotly takes HTML, placeholders and formulas in its texts; none of a vendor's is left as such."""
    names = dict.fromkeys(("experiment_name", "metric_name", "variation_name", "probability_kind", "verdict"), EVIL)
    rows = [
        compared(0.1 * day, period_end=NOW + timedelta(days=day), probability=0.5, direction=EVIL, **names)
        for day in range(2)
    ]
    found = texts(function(rows))
    assert "&lt;b&gt;" in found
    assert not set(plot.text_of(function(rows))) & {"\u202e", "\x1b", "\r"}
    for risky in ("<b>bold", "<a ", "%{", "$", "\u202e", "\x1b"):
        assert risky not in found


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        (None, {"theme": "blue"}, "theme is 'blue', none of 'light', 'dark'"),
        (None, {"limit": 0}, "limit is 0: the picture would show nothing"),
        (None, {"limit": -1}, "limit is -1: the picture would show nothing"),
        ([{"experiment_id": "1"}], {}, "a dict is not a row: give result rows"),
        ("rows.csv", {}, "a str is not a row: give result rows"),
    ],
)
def test_what_cannot_be_drawn_is_named(rows: Any, options: dict[str, Any], message: str) -> None:
    """A picture of nothing, a theme that does not exist, and things that are not rows."""
    both: list[Any] = [plot.forest, plot.traffic]
    others: list[Any] = [plot.over_time, plot.probability_over_time, plot.portfolio] if "theme" in options else []
    for function in both + others:
        with pytest.raises((ValueError, TypeError), match=message):
            function(series() if rows is None else rows, **options)


@pytest.mark.parametrize("function", [plot.forest, plot.over_time, plot.traffic])
def test_themes_differ_in_colors_alone(function: Callable[..., Any]) -> None:
    """The page turns the one into the other, and leaves names that look like colors alone."""
    rows = series(experiment_name=LOOKS["better"].colors["light"])
    figures: dict[Theme, Any] = {theme: drawn(function(rows, theme=theme)) for theme in ("light", "dark")}
    for theme in figures.values():
        theme["layout"].pop("meta")
    assert figures["light"] != figures["dark"]
    assert _recolored(figures["light"], _colors("dark")) == figures["dark"]
    assert _recolored(figures["dark"], _colors("light")) == figures["light"]
    assert figures["dark"]["layout"]["paper_bgcolor"] == SURFACES["dark"]["card"]


def test_only_own_figures_have_a_text() -> None:
    """Any other is refused."""
    with pytest.raises(ValueError, match="not a figure that a function"):
        plot.text_of(type(plot.forest([compared()]))())


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command that helps."""
    monkeypatch.setitem(sys.modules, "plotly", None)
    with pytest.raises(ImportError, match=r"plotly is not installed: pip install 'abclient-experiments\[plot\]'"):
        plot.forest([compared()])


def test_absolute_differences_have_the_unit_of_the_mean() -> None:
    """Not percent; large ones without decimals, and with the minus sign that numbers have."""
    row = compared(-1234.5, difference_kind="absolute", value_unit="currency", interval_level=None)
    figure = plot.forest([row])
    assert "\u22121,234 (\u22121,235 to \u22121,234)" in plot.text_of(figure)
    assert "Intervals" not in plot.text_of(figure)
    assert drawn(figure)["layout"]["xaxis"]["tickformat"] == ".3~g"


def test_names_in_a_forest_are_what_differs() -> None:
    """Experiment and metric where both do, shortened to fit a phone; the text has them whole."""
    long = "A name that is much too long for any phone"
    rows = [compared(experiment_name=long), compared(experiment_id="2", metric_id="n", metric_name="Cart")]
    figure = plot.forest(rows, order="name")
    shown = [one["text"] for one in drawn(figure)["layout"]["annotations"]]
    assert shown[:2] == ["<b>A name that is much too… · Purchase</b>", "<b>Checkout · Cart</b>"]
    assert shown[2].startswith("Blue: ")
    assert f"{long} · Purchase · Blue" in plot.text_of(figure)


def test_a_page_has_the_text_and_ends_no_script(tmp_path: Path) -> None:
    """What a vendor wrote is escaped in HTML and in JSON, and a directory is made."""
    evil = "</script><script>alert(1)</script>"
    figure = plot.over_time(series(experiment_name=evil))
    path = plot.write_html(figure, tmp_path / "new" / "plot.html")
    page = path.read_text(encoding="utf-8")
    assert evil not in page
    assert "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in page
    assert page.count("<li>") == len(plot.text_of(figure).splitlines()) - 1
    assert "default-src &#x27;none&#x27;" in page


def test_rows_are_not_a_figure(tmp_path: Path) -> None:
    """Nor is anything else that has no layout; the error says what is."""
    wrong: list[Any] = [[a_row()], None, "figure"]
    calls: list[Callable[[Any], object]] = [plot.text_of, lambda figure: plot.write_html(figure, tmp_path / "x.html")]
    for given in wrong:
        for call in calls:
            with pytest.raises(
                TypeError, match=f"figure is a {type(given).__name__}: give what a function of abclient"
            ):
                call(given)
