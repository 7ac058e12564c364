"""The command line: what can be given to ``abclient``, and which work it stands for.

The work is imported when it is asked for, so that ``abclient --help`` and shell completion answer at once.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .._console.usage import run_app
from .._version import __version__
from ..sandbox.command import sandbox
from ._run import UsageProblem, run
from ._vendors import VENDORS, Asked, Vendor, ask_credentials, missing_credentials

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

# No tracebacks with local variables: they would show credentials.
app = typer.Typer(pretty_exceptions_enable=False)
experiments = typer.Typer(help="What experiments there are.", no_args_is_help=True)
app.add_typer(experiments, name="experiments")


class VendorName(StrEnum):
    """The vendors' names on the command line."""

    launchdarkly = "launchdarkly"
    optimizely = "optimizely"
    optimizely_classic = "optimizely_classic"
    convert = "convert"


class FormatName(StrEnum):
    """The formats of exports on the command line."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class StatusName(StrEnum):
    """The words that all vendors share for how far an experiment is."""

    not_started = "not_started"
    running = "running"
    paused = "paused"
    ended = "ended"
    archived = "archived"


VendorArgument = Annotated[VendorName, typer.Argument(metavar="VENDOR", help="Vendor to ask.")]
Project = Annotated[
    str | None, typer.Option(metavar="KEY", help="The project; by default all of them, except for LaunchDarkly.")
]
Environment = Annotated[str | None, typer.Option(metavar="KEY", help="The environment, for LaunchDarkly.")]
BaseUrl = Annotated[str | None, typer.Option("--base-url", metavar="URL", help="Where the API is, if elsewhere.")]
Concurrency = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="How many requests are under way at most; by default, as many as the vendor sustains."
    ),
]
MaxRate = Annotated[
    float | None,
    typer.Option(
        metavar="N", help="How many requests start in a second at most; by default, what the vendor sustains."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, as is done when standard output is no terminal.")]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV for spreadsheets: with a byte order mark, and no text that is a formula.")
]
ReportFile = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="File to write.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if anything is found.")]


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Log every request to standard error.")] = False,
) -> None:
    """A/B-testing platforms from the command line.

    Credentials come from the environment (ABCLIENT_LAUNCHDARKLY_TOKEN and so on), or from a prompt.

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
    """
    from ._log import log_to_standard_error

    log_to_standard_error(debug=debug)
    if version:
        typer.echo(f"abclient {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@experiments.command("list")
def list_experiments(
    vendor: VendorArgument,
    project: Project = None,
    environment: Environment = None,
    status: Annotated[StatusName | None, typer.Option(help="Only those with this status.")] = None,
    base_url: BaseUrl = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List a vendor's experiments."""
    asked = Asked(VENDORS[vendor], project, environment, base_url)

    def work() -> Coroutine[Any, Any, int]:
        from ._output import style_of
        from .experiments import list_experiments

        style = style_of(as_json=as_json, as_csv=as_csv)
        return list_experiments(asked.completed(), ask_credentials(asked.vendor), style, status)

    run(work, only_prints=True)


@experiments.command("show")
def show_experiments(
    vendor: VendorArgument,
    ids: Annotated[list[str], typer.Argument(metavar="EXPERIMENT...", help="Ids; for LaunchDarkly keys.")],
    project: Project = None,
    environment: Environment = None,
    base_url: BaseUrl = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that the vendor says, as JSON.")] = False,
) -> None:
    """Show experiments."""
    asked = Asked(VENDORS[vendor], project, environment, base_url)

    def work() -> Coroutine[Any, Any, int]:
        from .experiments import show_experiments

        return show_experiments(asked.completed(), ask_credentials(asked.vendor), ids, as_json=as_json)

    run(work, only_prints=True)


@app.command()
def results(
    vendor: VendorArgument,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[EXPERIMENT]...", help="Ids; for LaunchDarkly keys. None means all.")
    ] = None,
    project: Project = None,
    environment: Environment = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    as_json: Json = False,
    as_csv: Csv = False,
    excel: Excel = False,
) -> None:
    """Print results: a row for each experiment, metric and variation."""
    asked = Asked(VENDORS[vendor], project, environment, base_url, concurrency, max_rate)

    def work() -> Coroutine[Any, Any, int]:
        from ._output import style_of
        from .results import show_results

        style = style_of(as_json=as_json, as_csv=as_csv, excel=excel)
        return show_results(asked.completed(), ask_credentials(asked.vendor), ids or (), style)

    run(work, only_prints=True)


@app.command()
def export(
    vendor: VendorArgument,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Directory to write to, the same every time.")],
    file_format: Annotated[FormatName, typer.Option("--format", help="Format of the files.")] = FormatName.csv,
    excel: Excel = False,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Take as changed what was modified since then; UTC.")
    ] = None,
    refetch_all: Annotated[bool, typer.Option("--all", help="Fetch everything, changed or not.")] = False,
    accept_empty: Annotated[
        bool, typer.Option("--accept-empty", help="Remove old rows where the vendor now says that there are none.")
    ] = False,
    project: Project = None,
    environment: Environment = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    as_json: Json = False,
) -> None:
    """Export the results of all experiments; run again, of those that are running or have changed.

    Interrupted, the same command goes on where it was.
    """
    asked = Asked(VENDORS[vendor], project, environment, base_url, concurrency, max_rate)

    def work() -> Coroutine[Any, Any, int]:
        from .export import export, moment

        if out == Path():  # also what an unset variable leaves
            raise UsageProblem("--out is empty or '.': name the directory to write to")
        if excel and file_format is not FormatName.csv:
            raise UsageProblem(f"--excel is for --format csv, not {file_format.value}")
        return export(
            asked.completed(),
            ask_credentials(asked.vendor),
            out,
            file_format=file_format.value,
            excel=excel,
            since=moment(since),
            refetch_all=refetch_all,
            accept_empty=accept_empty,
            as_json=as_json,
        )

    run(work, interrupted=f"interrupted; what was fetched is in {out}, and the same command goes on from there")


@app.command()
def health(
    target: Annotated[
        str, typer.Argument(metavar="VENDOR|DIR", help=f"{', '.join(VENDORS)}; or the directory of an export.")
    ],
    project: Project = None,
    environment: Environment = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    as_json: Json = False,
    strict: Strict = False,
) -> None:
    """Say what may be wrong with experiments: uneven traffic, missing or stale data, too few units."""

    def work() -> Coroutine[Any, Any, int]:
        from .health import export_health, vendor_health

        if vendor := VENDORS.get(target):
            asked = Asked(vendor, project, environment, base_url, concurrency, max_rate).completed()
            return vendor_health(asked, ask_credentials(vendor), as_json=as_json, strict=strict)
        if not Path(target).is_dir():
            raise UsageProblem(f"{target} is neither a directory nor one of {', '.join(VENDORS)}")
        return export_health(Path(target), as_json=as_json, strict=strict)

    run(work)


@app.command()
def report(
    directories: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Directories of exports.")],
    output: ReportFile = Path("report.html"),
    title: Annotated[str, typer.Option(help="What stands on top.")] = "A/B test results",
) -> None:
    """Make one HTML page of exports: differences, traffic, warnings, and every row."""

    def work() -> Coroutine[Any, Any, int]:
        from .report import report_command

        return report_command(directories, output, title)

    run(work)


@app.command()
def doctor(
    vendor: Annotated[VendorName | None, typer.Argument(metavar="[VENDOR]", help="Whose; none means all.")] = None,
    project: Project = None,
    environment: Environment = None,
    base_url: BaseUrl = None,
    as_json: Json = False,
) -> None:
    """Say what is installed, and whether vendors answer and accept the credentials; never shows them."""
    chosen = [VENDORS[vendor]] if vendor else list(VENDORS.values())

    def work() -> Coroutine[Any, Any, int]:
        from .doctor import examine

        if vendor is None and (project or environment or base_url):
            raise UsageProblem("--project, --environment and --base-url are of one vendor: name it")
        asked = [Asked(each, project, environment, base_url).completed() for each in chosen]
        return examine(
            [(each, _credentials(each.vendor, wanted=vendor is not None)) for each in asked], as_json=as_json
        )

    run(work)


app.command()(sandbox)


def _credentials(vendor: Vendor, *, wanted: bool) -> dict[str, str]:
    """What the environment does not have of a vendor's credentials, if somebody wanted this vendor."""
    return ask_credentials(vendor) if wanted and missing_credentials(vendor) else {}


def command(arguments: list[str] | None) -> NoReturn:
    """Run the command line; None stands for this process's own."""
    run_app(app, arguments, name="abclient")
    raise AssertionError("typer ends the process")
