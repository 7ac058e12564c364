"""The tool that drafts a report: a short text, or an HTML page in the directory of reports."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from .. import results
from .._console.markdown import as_code, table_line
from ..errors import ConfigurationError
from ..report import write_report
from ..results import ResultRow
from ..source import ExperimentResults
from ._accounts import Accounts, Asked
from ._answer import Answers, Result, shortened
from ._arguments import AccountName, Environment, Experiments, Offset, OfStatus, Project, ReportFormat, Title
from ._judging import primary_rows
from ._pages import Choice, Page, health_of, page_of

_NAME_CHARS = 60
"""The longest name in a draft."""

_ROWS_OF_ONE = 10
"""Comparisons of one experiment in a draft."""


class DraftingTools:
    """Each method is a tool; its docstring is what agents read of it.

    Args:
        accounts: whose results there are.
        answers: what makes answers.
        directory: where pages are written; None for nowhere.
    """

    def __init__(self, accounts: Accounts, answers: Answers, directory: Path | None) -> None:
        self._accounts = accounts
        self._answers = answers
        self._directory = directory

    async def draft_report(
        self,
        account: AccountName,
        project: Project = None,
        environment: Environment = None,
        status: OfStatus = None,
        report_format: ReportFormat = "markdown",
        title: Title = "A/B test results",
        offset: Offset = 0,
        limit: Experiments = 50,
    ) -> Result:
        """Draft a report on experiments: winners, comparisons on primary metrics, and findings of the health check.

        Markdown is returned in the field markdown. HTML, with charts and all rows, is written to a file of the
        directory that the server was started with; about.file says where.
        """
        if report_format == "html" and self._directory is None:
            raise ConfigurationError("the server was started without a directory for reports (--reports DIR)")
        async with self._accounts.open(account, Asked(project, environment)) as source:
            page = await page_of(source, Choice((), status, offset, limit))
        about = {**page.about, "rows": len(page.rows)}
        markdown = None
        if report_format == "html" and self._directory is not None:
            about["file"] = await asyncio.to_thread(self._written, self._directory, account, title, page)
        else:
            markdown = "\n".join(_lines(title, page))
        return self._answers.result(
            (), about=about, total=page.total, next_offset=page.next_offset, failures=page.failures, markdown=markdown
        )

    def _written(self, directory: Path, account: str, title: str, page: Page) -> str:
        # The name is ours: an agent that could choose it could replace another file.
        path = directory / f"{account}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.html"
        reports = [report for one in page.experiments.values() for report in health_of(one)]
        return str(write_report(page.rows, path, title=self._answers.text(title), health=reports))


def code(text: object) -> str:
    """A vendor's text as Markdown that shows it and does nothing else, at most as long as names may be."""
    return as_code(shortened(" ".join(str(text).split()), _NAME_CHARS))


def _lines(title: str, page: Page) -> Iterator[str]:
    yield f"# {code(title)}"
    yield ""
    count = f"{len(page.experiments)} of {page.total} experiments, {len(page.rows)} rows"
    yield f"{count}. Names in `code` are the vendor's."
    won = [(one, winner) for one in page.experiments.values() for winner in results.winners(one.rows)]
    yield ""
    yield "## Winners"
    yield ""
    if not won:
        yield "No variation has won on a primary metric."
    for one, winner in won:
        row = winner.row
        variation = code(row.variation_name or row.variation_id)
        said = (f"{variation} on {code(row.metric_name or row.metric_id)}", _difference(row))
        yield f"- {_named(one)}: {', '.join(filter(None, said))}"
    yield from _comparisons(page)
    yield from _findings(page)


def _comparisons(page: Page) -> Iterator[str]:
    yield ""
    yield "## Comparisons"
    yield ""
    yield "| experiment | status | metric | variation | difference | verdict |"
    yield "|---|---|---|---|---|---|"
    for one in page.experiments.values():
        rows = primary_rows(one.rows)
        for row in rows[:_ROWS_OF_ONE]:
            cells = (
                *(_named(one), code(row.status or ""), code(row.metric_name or row.metric_id)),
                *(code(row.variation_name or row.variation_id), _difference(row), row.verdict or ""),
            )
            yield table_line(cells)
        if len(rows) > _ROWS_OF_ONE:
            yield f"| {_named(one)} | | {len(rows) - _ROWS_OF_ONE} more comparisons | | | |"


def _findings(page: Page) -> Iterator[str]:
    yield ""
    yield "## Health"
    yield ""
    found = [
        (one, finding) for one in page.experiments.values() for each in health_of(one) for finding in each.findings
    ]
    if not found:
        yield "Nothing was found."
    for one, finding in found:
        yield f"- {_named(one)}: {finding.kind.replace('_', ' ')}: {code(finding.message)}"


def _named(one: ExperimentResults) -> str:
    return code(one.listed.info.experiment_name or one.listed.info.experiment_id)


def _difference(row: ResultRow) -> str:
    if row.difference is None:
        return ""
    form = "+.1%" if row.difference_kind == "relative" else "+.4g"
    text = format(row.difference, form)
    if row.difference_low is None or row.difference_high is None:
        return text
    return f"{text} ({format(row.difference_low, form)} to {format(row.difference_high, form)})"
