"""The command line: arguments and options of ``abclient``, and the functions that they call.

These are imported when they are needed, so that ``abclient --help`` and shell completion respond at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .._console.usage import run_app
from .._version import __version__
from ..sandbox.command import sandbox
from ..vendor import Vendor, installed, names
from ._generate import generate, normalise
from ._init import init
from ._load import load
from ._options import (
    AcceptEmpty,
    Account,
    Accounts,
    BaseUrl,
    Concurrency,
    CountsFile,
    CountsQuery,
    Csv,
    Database,
    EngineName,
    Environment,
    Excel,
    ExportDirectory,
    ExportFormat,
    Format,
    History,
    Iterations,
    Json,
    JsonReport,
    JsonSummary,
    MaxRate,
    Mirror,
    OptionalVendor,
    Parallel,
    PrimaryMetrics,
    Project,
    RateLimitStore,
    RecordFormat,
    RecordStyle,
    RefetchAll,
    ReportFile,
    Scheduler,
    Segments,
    Series,
    Since,
    Status,
    Strict,
    TextFormat,
    TextOrJson,
    VendorArgument,
)
from ._plots import plot
from ._power import power
from ._run import UsageError, run
from ._specs import diff, drift, record
from ._target import Target, TargetOptions, target_of, unknown_target
from .mcp import mcp

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

# No tracebacks with local variables: they would show credentials.
app = typer.Typer(pretty_exceptions_enable=False)
experiments = typer.Typer(help="List or show experiments.", no_args_is_help=True)

# The headings below which the help lists the commands.
RESULTS = "Experiments and results"
EXPORTS = "Exports, and what is made of them"
SETUP = "Setup"
SERVERS = "Servers"
SPECIFICATIONS = "Specifications and generated code"
app.add_typer(experiments, name="experiments", rich_help_panel=RESULTS)


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Log every request to standard error.")] = False,
) -> None:
    """A/B-testing platforms from the command line.

    Credentials come from the environment (ABCLIENT_<VENDOR>_TOKEN etc.), or from a prompt.

    Exit codes: 0 success, 1 failure, 2 wrong usage, 3 partial success; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
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
    account: Account = None,
    status: Status = None,
    base_url: BaseUrl = None,
    output_format: Format = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List a vendor's experiments."""

    def work() -> Coroutine[Any, Any, int]:
        from ._output import style_of
        from .experiments import list_experiments

        style = style_of(_chosen(output_format, as_json=as_json, as_csv=as_csv))
        return list_experiments(
            target_of(vendor, TargetOptions(project, environment, account, base_url)), style, status
        )

    run(work, only_prints=True)


@experiments.command("show")
def show_experiments(
    vendor: VendorArgument,
    ids: Annotated[list[str], typer.Argument(metavar="EXPERIMENT...", help="Ids or keys, as in the vendor's API.")],
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
    output_format: Annotated[
        TextFormat, typer.Option("--format", help="The format; json is the vendor's own response.")
    ] = TextFormat.text,
    as_json: Json = False,
) -> None:
    """Show experiments."""

    def work() -> Coroutine[Any, Any, int]:
        from .experiments import show_experiments

        return show_experiments(
            target_of(vendor, TargetOptions(project, environment, account, base_url)),
            ids,
            as_json=as_json or output_format == TextFormat.json,
        )

    run(work, only_prints=True)


@app.command(rich_help_panel=RESULTS)
def results(
    vendor: VendorArgument,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[EXPERIMENT]...", help="Ids or keys; by default all.")
    ] = None,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    segments: Segments = None,
    series: Series = False,
    iterations: Iterations = False,
    status: Status = None,
    primary: Annotated[bool, typer.Option("--primary", help="Only rows of primary metrics.")] = False,
    winners: Annotated[bool, typer.Option("--winners", help="Only variations that have won, with the reason.")] = False,
    primary_metrics: PrimaryMetrics = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    rate_limit_store: RateLimitStore = None,
    output_format: Format = None,
    as_json: Json = False,
    as_csv: Csv = False,
    excel: Excel = False,
) -> None:
    """Print results: a row for each experiment, metric and variation."""

    def work() -> Coroutine[Any, Any, int]:
        from ._output import style_of
        from .results import Filters, show_results

        if winners and (segments or series or iterations):
            left_out = "leave out --segment, --series and --iterations"
            raise UsageError(f"--winners looks at all visitors and at current results: {left_out}")
        style = style_of(_chosen(output_format, as_json=as_json, as_csv=as_csv), excel=excel)
        where = (project, environment, account, base_url, concurrency, max_rate)
        parts = (*where, segments or None, series, iterations, rate_limit_store)
        filters = Filters(status, primary=primary, winners=winners, primary_metrics=frozenset(primary_metrics or ()))
        return show_results(target_of(vendor, TargetOptions(*parts)), ids or (), style, filters)

    run(work, only_prints=True)


@app.command(rich_help_panel=RESULTS)
def analyse(
    vendor: VendorArgument,
    counts: CountsFile = None,
    counts_query: CountsQuery = None,
    database: Database = None,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
    output_format: Format = None,
    as_json: Json = False,
    as_csv: Csv = False,
    excel: Excel = False,
) -> None:
    """Print results of your own counts, for vendors whose API has none (LaunchDarkly, since October 2025).

    Columns: experiment_id, metric_id, variation_id or variation_name, and units with conversions, with value and
    squares, or with mean and variance. The vendor says the rest: treatments, baseline, names, dates.
    """

    def work() -> Coroutine[Any, Any, int]:
        from ._output import style_of
        from .analyse import analyse, counts_of

        style = style_of(_chosen(output_format, as_json=as_json, as_csv=as_csv), excel=excel)
        lines = counts_of(counts, counts_query, database)
        return analyse(target_of(vendor, TargetOptions(project, environment, account, base_url)), lines, style)

    run(work, only_prints=True)


@app.command(rich_help_panel=EXPORTS)
def export(
    out: ExportDirectory,
    vendor: OptionalVendor = None,
    accounts: Accounts = None,
    file_format: ExportFormat = None,
    excel: Excel = False,
    since: Since = None,
    refetch_all: RefetchAll = False,
    accept_empty: AcceptEmpty = False,
    history: History = False,
    mirror: Mirror = None,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    segments: Segments = None,
    series: Series = False,
    iterations: Iterations = False,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    rate_limit_store: RateLimitStore = None,
    parallel: Parallel = None,
    engine: EngineName = None,
    scheduler: Scheduler = None,
    as_json: JsonSummary = False,
    report_json: JsonReport = None,
) -> None:
    """Export the results of all experiments; run again, only of those that are running or have changed.

    After an interruption, the same command continues.
    """
    where = (project, environment, account, base_url)
    options = TargetOptions(*where, concurrency, max_rate, segments or None, series, iterations, rate_limit_store)

    def work() -> Coroutine[Any, Any, int]:
        from .export import Choice, Manner, export_accounts_of, export_vendor

        manner = Manner(parallel, engine, scheduler, report_json)
        choice = Choice(file_format, since, excel, refetch_all, accept_empty, history, mirror)
        if accounts is None:
            return export_vendor(vendor, out, options, choice, as_json=as_json, others=manner)
        return export_accounts_of(accounts, out, options, choice, vendor, manner, as_json=as_json)

    run(work, interrupted=f"interrupted; what was fetched is in {out}, and the same command continues from there")


@app.command(rich_help_panel=RESULTS)
def health(
    targets: Annotated[
        list[str], typer.Argument(metavar="VENDOR|DIR...", help="A vendor, or the directories of exports.")
    ],
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = None,
    max_rate: MaxRate = None,
    rate_limit_store: RateLimitStore = None,
    output_format: TextOrJson = TextFormat.text,
    as_json: Json = False,
    strict: Strict = False,
) -> None:
    """Report possible problems of experiments: uneven traffic, missing or stale data, too few units."""

    def work() -> Coroutine[Any, Any, int]:
        from .health import export_health, exports_health, vendor_health

        shown_as_json = as_json or output_format == TextFormat.json
        vendors = names()
        places = [Path(target) for target in targets if target not in vendors and Path(target).is_dir()]
        if len(targets) > 1:
            if len(places) < len(targets):
                raise UsageError("give one vendor, or any number of directories of exports")
            return exports_health(places, as_json=shown_as_json, strict=strict)
        if places:
            return export_health(places[0], as_json=shown_as_json, strict=strict)
        if targets[0] not in vendors:
            raise unknown_target(targets[0], "a directory")
        options = TargetOptions(project, environment, account, base_url, concurrency, max_rate)
        chosen = target_of(targets[0], options._replace(rate_limit_store=rate_limit_store))
        return vendor_health(chosen, as_json=shown_as_json, strict=strict)

    run(work)


@app.command(rich_help_panel=EXPORTS)
def report(
    directories: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Directories of exports.")],
    output: ReportFile = Path("report.html"),
    title: Annotated[str, typer.Option(help="The title of the page.")] = "A/B test results",
) -> None:
    """Write an HTML page from exports: differences, traffic, warnings, and every row."""

    def work() -> Coroutine[Any, Any, int]:
        from .report import report_command

        return report_command(directories, output, title)

    run(work)


@app.command(rich_help_panel=SETUP)
def doctor(
    vendor: Annotated[
        str | None,
        typer.Argument(metavar="[VENDOR]", help="The vendor; by default all.", autocompletion=lambda: list(names())),
    ] = None,
    project: Project = None,
    environment: Environment = None,
    account: Account = None,
    base_url: BaseUrl = None,
    output_format: TextOrJson = TextFormat.text,
    as_json: Json = False,
) -> None:
    """Show what is installed, and whether vendors respond and accept the credentials, which are never shown."""

    def work() -> Coroutine[Any, Any, int]:
        from .doctor import examine

        if vendor is None and (project or environment or account or base_url):
            raise UsageError("--project, --environment, --account and --base-url need a vendor: name it")
        if vendor is not None:
            target = target_of(vendor, TargetOptions(project, environment, account, base_url))
            return examine({vendor: target}, as_json=as_json or output_format == TextFormat.json)
        targets = {
            name: Target(found, {}) if isinstance(found, Vendor) else found for name, found in installed().items()
        }
        return examine(targets, as_json=as_json or output_format == TextFormat.json)

    run(work)


for panel, commands in {
    RESULTS: (plot, power),
    EXPORTS: (load,),
    SETUP: (init,),
    SERVERS: (sandbox, mcp),
    SPECIFICATIONS: (generate, normalise, diff, drift, record),
}.items():
    for one in commands:
        app.command(rich_help_panel=panel)(one)


def _chosen(output_format: RecordFormat | None, *, as_json: bool, as_csv: bool) -> RecordStyle | None:
    """The format that is asked for, in whichever way."""
    chosen: set[RecordStyle] = {output_format.value} if output_format else set()
    if as_json:
        chosen.add("json")
    if as_csv:
        chosen.add("csv")
    if len(chosen) > 1:
        raise UsageError("give one of --format, --json and --csv")
    return chosen.pop() if chosen else None


def command(arguments: list[str] | None) -> NoReturn:
    """Run the command line; None stands for this process's own."""
    run_app(app, arguments, name="abclient")
    raise AssertionError("typer ends the process")
