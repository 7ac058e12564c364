"""Files: results as CSV, the files of recommendations, and the credentials for exported events."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator, Sequence
from datetime import date

from starlette.responses import Response

from ..counting import Lift, Tally
from ..statistics import generator
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .requests import Period, segment_of
from .responses import ResultsRequest, answer, campaign_parts, level_of, metrics_of
from .results import lift_view, metric_head

COLUMNS = (
    "Start time (UTC)",
    "End time (UTC)",
    "Variation Name",
    "Variation ID",
    "Is Baseline Variation",
    "Metric Event Name",
    "Metric Event ID",
    "Metric Numerator Type",
    "Metric Denominator Type",
    "Metric Winning Direction",
    "Numerator Value",
    "Denominator Value",
    "Metric Value",
    "Improvement Status from Baseline",
    "Improvement Value from Baseline",
    "Statistical Significance",
    "Is Improvement Significant",
    "Confidence Interval - Low",
    "Confidence Interval - High",
    "Samples Remaining to Significance",
    "Properties",
)
_NOT_OF_CAMPAIGNS = {"Variation Name", "Variation ID", "Properties"}
_NUMERATORS = {"unique": "unique conversions", "count": "total conversions", "sum": "total value"}
_DURATION = re.compile(r"(\d+)([mh])")
_LONGEST = 3_600


def get_experiment_csv(world: World, call: Call) -> Response:
    """Results of an experiment, a row for every metric and variation."""

    def make(request: ResultsRequest) -> bytes:
        rows = [row for metric in request.experiment["metrics"] for row in _rows(request, metric)]
        return _written(COLUMNS, rows)

    return answer(world, call, "csv", make, "text/csv")


def get_campaign_csv(world: World, call: Call) -> Response:
    """Results of a campaign's experiments, a row for every metric and variation."""
    found = campaign_parts(world, call)
    if isinstance(found, Response):
        return found
    _, parts = found
    kept = [place for place, column in enumerate(COLUMNS) if column not in _NOT_OF_CAMPAIGNS]
    columns = [COLUMNS[place].replace(" time ", " Time ") for place in kept]
    rows = [
        [row[place] for place in kept] for metric in metrics_of(parts) for part in parts for row in _rows(part, metric)
    ]
    return Response(_written(columns, rows), media_type="text/csv")


def get_holdout_csv(world: World, call: Call) -> Response:
    """Results of a holdout, a row for each metric, for those held out and for everyone else."""
    holdout = store.find(world, "holdout", call.path["holdout_id"])
    if str(holdout["project_id"]) != call.path["project_id"]:
        raise RefusedError(404, f"There is no holdout {holdout['id']} in project {call.path['project_id']}")
    segment = segment_of(call.query)
    first, last = (store.seconds(holdout[name]) for name in ("earliest", "latest"))
    period = Period(first, last, first, last)
    request = ResultsRequest(world, holdout, period, segment, 0, level_of(world, holdout))
    rows = [row for metric in holdout["metrics"] for row in _rows(request, metric)]
    return _file(COLUMNS, rows)


def _rows(request: ResultsRequest, metric: Document) -> Iterator[list[object]]:
    tallies = request.tallies(metric)
    about = metric_head(request.world, metric)
    numerator = "revenue" if metric.get("field") == "revenue" else _NUMERATORS.get(metric["aggregator"], "conversions")
    for place, (variation, tally) in enumerate(zip(request.experiment["variations"], tallies, strict=True)):
        yield [
            store.moment(request.period.start),
            store.moment(request.period.end),
            variation["name"],
            variation["variation_id"],
            _said(place == request.baseline),
            about["name"],
            about["event_id"] or "",
            numerator,
            f"{metric['scope']}s",
            metric["winning_direction"],
            tally.value,
            tally.samples,
            round(tally.rate, 6),
            *_improvement(
                request,
                metric,
                tally,
                tallies[request.baseline],
                compared=place != request.baseline and bool(tally.samples),
            ),
            "",
        ]


def _improvement(
    request: ResultsRequest, metric: Document, tally: Tally, baseline: Tally, *, compared: bool
) -> Sequence[object]:
    if not compared:
        return [""] * 7
    shown = lift_view(request, metric, tally, baseline, Lift.between(tally, baseline, request.level))
    return [
        shown["lift_status"],
        shown["value"],
        shown["significance"],
        _said(shown["is_significant"]),
        *shown["confidence_interval"],
        shown["visitors_remaining"],
    ]


def _said(truth: bool) -> str:
    return "true" if truth else "false"


def _written(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def get_credentials(world: World, call: Call) -> Response:
    """Credentials for the bucket of exported events, good for an hour at most."""
    found = _DURATION.fullmatch(call.query.get("duration", "1h"))
    lasting = int(found[1]) * (60 if found[2] == "m" else 3_600) if found and len(found[1]) < 6 else 0
    if not 900 <= lasting <= _LONGEST:
        raise RefusedError(400, "duration must be between 15m and 1h")
    credentials = {
        "accessKeyId": "SANDBOXACCESSKEY",
        "secretAccessKey": "sandbox-aws-key",
        "sessionToken": "sandbox-session-token",
        "expiration": round((time.time() + lasting) * 1000),
    }
    return json_response({"credentials": credentials, "s3Path": f"s3://sandbox-events/v1/account_id={store.ACCOUNT}/"})


def get_gcp_credentials(world: World, call: Call) -> Response:
    """A token for the bucket of exported events on Google Cloud."""
    return json_response({"token": "sandbox-gcp-token", "uri": f"gs://optimizely-e3-{store.ACCOUNT}"})


def get_catalog(world: World, call: Call) -> Response:
    """The items of a catalog on a day."""
    rows = [[item, f"Product {item[2:]}", cents / 100] for item, cents in _items(world, call)]
    return _file(["item_id", "name", "price"], rows)


def get_recommendations(world: World, call: Call) -> Response:
    """What a recommender recommended on a day: for every item five others."""
    items = [item for item, _ in _items(world, call)]
    rng = generator(world.seed, *call.path.values())
    rows = [
        [target, item, round(1 - place / 10 - rng.random() / 20, 4)]
        for target in items
        for place, item in enumerate(rng.sample([item for item in items if item != target], 5))
    ]
    return _file(["target_id", "recommendation_id", "score"], rows)


def get_statistics(world: World, call: Call) -> Response:
    """How often the items of a catalog were seen and bought on a day."""
    rng = generator(world.seed, "stats", *call.path.values())
    seen = [(item, rng.randint(50, 5_000)) for item, _ in _items(world, call)]
    return _file(
        ["item_id", "views", "purchases"], [[item, views, rng.randint(0, views // 10)] for item, views in seen]
    )


def _items(world: World, call: Call) -> list[tuple[str, int]]:
    """The items of a catalog, with prices in cents."""
    _check_day("date", call.path["date"])
    rng = generator(world.seed, "catalog", call.path["catalog_id"])
    return [(f"P-{1000 + number}", rng.randint(300, 30_000)) for number in range(20)]


def _check_day(name: str, written: str) -> None:
    try:
        date.fromisoformat(written)
    except ValueError:
        raise RefusedError(400, f"{name} must be a day such as 2024-06-01") from None


def _file(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Response:
    return Response(_written(columns, rows), media_type="text/csv")
