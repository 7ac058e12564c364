"""Arguments and options that several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..engines import ENGINES
from ..vendor import BUILT_IN, names


class FormatName(StrEnum):
    """The formats of exports on the command line."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class RecordFormat(StrEnum):
    """The formats of records that are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


RecordStyle = Literal["table", "csv", "json", "jsonl", "markdown"]


class TextFormat(StrEnum):
    """The formats of what is not a table."""

    text = "text"
    json = "json"


class StatusName(StrEnum):
    """The statuses that all vendors share."""

    not_started = "not_started"
    running = "running"
    paused = "paused"
    ended = "ended"
    archived = "archived"


VendorArgument = Annotated[
    str,
    typer.Argument(metavar="VENDOR", help=f"The vendor: {', '.join(BUILT_IN)}.", autocompletion=lambda: list(names())),
]
OptionalVendor = Annotated[
    str | None,
    typer.Argument(
        metavar="[VENDOR]", help=f"The vendor: {', '.join(BUILT_IN)}.", autocompletion=lambda: list(names())
    ),
]
Project = Annotated[str | None, typer.Option(metavar="KEY", help="The project; by default all projects.")]
Environment = Annotated[
    str | None, typer.Option(metavar="KEY", help="The environment, for vendors that have environments.")
]
Account = Annotated[
    str | None, typer.Option(metavar="NAME", help="Your name for the account, if you use several; rows carry it.")
]
BaseUrl = Annotated[str | None, typer.Option("--base-url", metavar="URL", help="The API's base URL.")]
PrimaryMetrics = Annotated[
    list[str] | None,
    typer.Option(
        "--primary-metric",
        metavar="ID",
        help="Take this metric for primary where the vendor does not say which is; can be repeated.",
    ),
]
Status = Annotated[StatusName | None, typer.Option(help="Only experiments with this status.")]
Concurrency = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Maximum number of requests in flight; by default, what the vendor sustains."
    ),
]
MaxRate = Annotated[
    float | None,
    typer.Option(
        metavar="N", help="Maximum number of requests started per second; by default, what the vendor sustains."
    ),
]
RateLimitStore = Annotated[
    str | None,
    typer.Option(
        metavar="URL|DIR",
        help="Where several processes keep the limits of an account together: a Redis, or a directory of this machine.",
    ),
]
CountsFile = Annotated[
    Path | None,
    typer.Option("--counts", metavar="FILE", help="CSV or Parquet: a line for each experiment, metric and variation."),
]
CountsQuery = Annotated[
    str | None,
    typer.Option("--counts-query", metavar="SQL", help="In place of --counts: a query that gives these lines."),
]
Database = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Where the query runs: duckdb:///FILE, or postgresql://… as libpq reads it."),
]
Segments = Annotated[
    list[str] | None,
    typer.Option("--segment", metavar="NAME=VALUE", help="Results of these visitors instead of all; can be repeated."),
]
Series = Annotated[bool, typer.Option("--series", help="Results over time: a row for each point.")]
Iterations = Annotated[bool, typer.Option("--iterations", help="Results of earlier iterations, too.")]
Format = Annotated[
    RecordFormat | None,
    typer.Option("--format", help="The format: by default a table at a terminal, and CSV elsewhere."),
]
TextOrJson = Annotated[TextFormat, typer.Option("--format", help="The format.")]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
Csv = Annotated[bool, typer.Option("--csv", help="The same as --format csv.")]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV for spreadsheets: with a byte order mark, and without formulas.")
]
ReportFile = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="The file to write.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with code 1 if anything is found.")]
ExportFormat = Annotated[FormatName | None, typer.Option("--format", help="The format of the files; by default csv.")]
Since = Annotated[str | None, typer.Option(metavar="TIME", help="Treat as changed what was modified since then; UTC.")]
RefetchAll = Annotated[bool, typer.Option("--all", help="Fetch everything, changed or not.")]
AcceptEmpty = Annotated[
    bool, typer.Option("--accept-empty", help="Remove old rows where the vendor no longer has any.")
]
History = Annotated[bool, typer.Option("--history", help="Also keep what every run saw.")]
Mirror = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Keep a copy there, such as s3://BUCKET/PREFIX, and go on from it if DIR is empty; with --accounts, in "
        "URL/NAME.",
    ),
]
ExportDirectory = Annotated[Path, typer.Option(metavar="DIR", help="The directory to write to, the same every time.")]
Accounts = Annotated[
    Path | None,
    typer.Option(
        "--accounts",
        metavar="FILE",
        help="Export all accounts of a TOML file instead of one vendor, each to DIR/NAME.",
    ),
]
Parallel = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="How many accounts are exported at the same time; by default 4, or as many as the engine's workers can.",
    ),
]
EngineName = Annotated[
    str | None,
    typer.Option("--engine", metavar="NAME", help=f"Export accounts on this engine's workers: {', '.join(ENGINES)}."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help="The scheduler of the engine, such as tcp://host:8786; by default one on this machine."
    ),
]
JsonReport = Annotated[
    Path | None,
    typer.Option("--report-json", metavar="FILE", dir_okay=False, help="Also write the summary of all accounts there."),
]
JsonSummary = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
