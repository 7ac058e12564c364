"""The tools that list accounts, experiments, results and winners."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

from .. import results
from ..errors import ABClientError, ForbiddenError, UnauthorizedError
from ..source import ListedExperiment
from ._accounts import Accounts, Asked, McpAccount
from ._answer import Answers, Item, Result, error_text
from ._arguments import (
    AccountName,
    Check,
    Environment,
    ExperimentIds,
    Experiments,
    FewExperiments,
    Listed,
    Metric,
    Offset,
    OfStatus,
    PrimaryMetrics,
    PrimaryOnly,
    Project,
    Search,
    Segment,
)
from ._pages import Choice, chosen_rows, described, figures, identity, page_of, winner_records

_CHECK_SECONDS = 15.0
"""How long a vendor is waited for that is only asked whether it accepts the credentials."""


class ReadingTools:
    """Each method is a tool; its docstring is what agents read of it."""

    def __init__(self, accounts: Accounts, answers: Answers) -> None:
        self._accounts = accounts
        self._answers = answers

    async def accounts(self, check: Check = False) -> Result:
        """List the accounts that can be used: their vendors, whether credentials are there, and what else they need.

        Credentials themselves are never shown.
        """
        found = list(self._accounts.all.values())
        states = await asyncio.gather(*(self._state(one, check=check) for one in found))
        items = [
            Item(place, _account(one) | state) for place, (one, state) in enumerate(zip(found, states, strict=True))
        ]
        return self._answers.result(items, total=len(items))

    async def list_experiments(
        self,
        account: AccountName,
        project: Project = None,
        environment: Environment = None,
        status: OfStatus = None,
        search: Search = None,
        offset: Offset = 0,
        limit: Listed = 50,
    ) -> Result:
        """List the experiments of an account: ids, names, statuses and dates, without results."""
        words = (search or "").casefold()

        def wanted(one: ListedExperiment) -> bool:
            texts = (one.info.experiment_name or "", one.info.experiment_id)
            return status in (None, one.info.status) and any(words in text.casefold() for text in texts)

        items: list[Item] = []
        total = 0
        async with self._accounts.open(account, Asked(project, environment)) as source:
            async with aclosing(source.experiments()) as experiments:
                async for one in experiments:
                    if wanted(one):
                        if offset <= total < offset + limit:
                            items.append(Item(total, described(one.info)))
                        total += 1
            failures = dict(source.failures)
        after = offset + limit if offset + limit < total else None
        return self._answers.result(items, total=total, next_offset=after, failures=failures)

    async def results(
        self,
        account: AccountName,
        experiments: ExperimentIds = None,
        project: Project = None,
        environment: Environment = None,
        status: OfStatus = None,
        metric: Metric = None,
        primary_only: PrimaryOnly = False,
        segment: Segment = None,
        offset: Offset = 0,
        limit: FewExperiments = 10,
    ) -> Result:
        """The results of experiments, with the vendor's verdicts: a row for each metric and variation.

        verdict is winner, loser, better, worse or inconclusive, by the vendor's own figures. Where rows are left out,
        name one experiment, a metric, or primary_only.
        """
        async with self._accounts.open(account, Asked(project, environment, segment)) as source:
            page = await page_of(source, Choice(experiments or (), status, offset, limit))
        items: list[Item] = []
        for place, one in page.experiments.items():
            rows = chosen_rows(one.rows, metric=metric, primary_only=primary_only)
            items.append(Item(place, {**identity(one.listed.info), "rows": [figures(row) for row in rows]}))
        return self._answers.result(items, total=page.total, next_offset=page.next_offset, failures=page.failures)

    async def winners(
        self,
        account: AccountName,
        project: Project = None,
        environment: Environment = None,
        status: OfStatus = None,
        primary_metrics: PrimaryMetrics = None,
        offset: Offset = 0,
        limit: Experiments = 100,
    ) -> Result:
        """The variations that have won on their experiment's primary metric, by the vendor's verdict, with the reason.

        Experiments are looked at page by page; only those with a winner are records.
        """
        async with self._accounts.open(account, Asked(project, environment)) as source:
            page = await page_of(source, Choice((), status, offset, limit))
        items: list[Item] = []
        for place, one in page.experiments.items():
            won = results.winners(one.rows, primary_metrics=primary_metrics or ())
            if won:
                items.append(Item(place, {**identity(one.listed.info), "winners": winner_records(won)}))
        return self._answers.result(
            items, about=page.about, total=page.total, next_offset=page.next_offset, failures=page.failures
        )

    async def _state(self, account: McpAccount, *, check: bool) -> dict[str, Any]:
        if account.missing:
            return {"credentials": "missing", "set": list(account.missing)}
        if not check:
            return {"credentials": "there"}
        if self._accounts.is_busy(account.name):  # perhaps for minutes
            return {"credentials": "there", "error": "not checked, as another call of this account is under way"}
        try:
            async with self._accounts.open(account.name, timeout=_CHECK_SECONDS, retries=1) as source:
                await source.probe()
                return {"credentials": "accepted", "notes": list(await source.notes())}
        except (UnauthorizedError, ForbiddenError) as error:
            return {"credentials": "refused", "error": error_text(error)}
        except ABClientError as error:
            return {"credentials": "there", "error": error_text(error)}


def _account(one: McpAccount) -> dict[str, Any]:
    vendor = one.vendor
    return {
        "account": one.name,
        "vendor": vendor.name,
        "title": vendor.title,
        "api": vendor.api,
        "project": one.project,
        "environment": one.environment,
        "needs": [need for need in vendor.needs if getattr(one, need) is None],
        "has_environments": vendor.has_environments,
        "segments": [f"{name}={'|'.join(values) or 'VALUE'}" for name, values in vendor.segments],
        "verbs": [verb for verb, _ in vendor.verbs],
    }
