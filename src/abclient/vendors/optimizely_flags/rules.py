"""The rules of all flags of a project, and the results of those that are experiments.

Results come from Optimizely's REST API v2, by a rule's ``layer_experiment_id``; the address of results that reports
name is one inside the vendor's network, and is never asked.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Sequence
from operator import call
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from abclient_api._arguments import several, text
from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import rules as api

from ..._bulk_mode import Limiter
from ..._keywords import check_options, selected
from ...bulk import BulkOptions, Outcomes, fetch_many
from ...errors import InvalidRequestError
from ...paging import PageOptions, Pager, keys_in
from ...polling import RESULT_TIMEOUT, checked_wait
from ...resource import Resource, written
from .. import _optimizely_v2 as v2
from .._optimizely_v2 import Csv, ExperimentBulkOptions, ExperimentSlice
from .._wrong_use import check_item, check_several
from ._base import ProjectCollection, known, read_again
from ._patch import pointer
from ._rules import EXPERIMENTS, Outcome, RuleChanges, check_shares
from .rulesets import Ruleset, Rulesets

if TYPE_CHECKING:
    from .reports import Report

T = TypeVar("T")


class Rule(Resource["Rules"], models.Rule):
    """A rule of a flag in an environment; the generated model describes its attributes.

    It runs if two switches are on: its own (``enable``), and that of its ruleset (``Ruleset.enable``). Its methods
    change it at the vendor and update the object; unsaved changes are kept.
    """

    __slots__ = ()

    @property
    def project_id(self) -> int:
        """The id of its project, which the vendor's response does not have."""
        return self._collection.project_id

    @property
    def path(self) -> str:
        """The keys of its flag, environment and its own, which name it in its project."""
        return "/".join(str(one) for one in (self.flag_key, self.environment_key, self.key))

    @property
    def lacks_results(self) -> bool:
        """Whether it can have no results: because it is not an experiment, or is a draft."""
        return self.type == "targeted_delivery" or self.status in (None, "draft")

    async def ruleset(self) -> Ruleset:
        """The ruleset that it is in."""
        return await self._collection.ruleset_of(self)

    async def enable(self) -> Rule:
        """Turn it on, which is the lower of two switches: it runs if its ruleset is on, too."""
        return await self._set(enabled=True)

    async def disable(self) -> Rule:
        """Turn it off; its ruleset stays as it is."""
        return await self._set(enabled=False)

    async def update(self, **fields: Unpack[RuleChanges]) -> Rule:
        """Change the given fields; see ``Ruleset.update_rule``."""
        return await self._set(**fields)

    async def conclude(
        self, *, deployed_variation_key: str | None = None, outcome: Outcome | None = None, comment: str | None = None
    ) -> Rule:
        """End it for good, and roll out one of its variations if there is a winner; see ``Ruleset.conclude_rule``."""

        async def change() -> Rule:
            ruleset = await self.ruleset()
            await ruleset.conclude_rule(
                self.key, deployed_variation_key=deployed_variation_key, outcome=outcome, comment=comment
            )
            return await self._collection.changed(self, ruleset)

        return await self._change(change)

    async def archive(self) -> Rule:
        """Hide it; it must be off."""
        return await self._set(archived=True)

    async def _set(self, **fields: Unpack[RuleChanges]) -> Rule:
        async def change() -> Rule:
            ruleset = await self.ruleset()
            await ruleset.update_rule(self.key, **fields)
            return await self._collection.changed(self, ruleset)

        return await self._change(change, *fields)

    async def holdouts(self) -> list[models.Holdout]:
        """The holdouts that affect it."""
        known("the environment of the rule", self.environment_key)
        return await self._collection.holdouts(self.environment_key or "", self.key)

    async def results(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentResults | None:
        """Results by metric and variation; see ``Rules.results``."""
        return await self._collection.results(experiment_id_of(self), wait=wait, **part)

    async def timeseries(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentTimeseries | None:
        """Results over time; see ``Rules.results``."""
        return await self._collection.timeseries(experiment_id_of(self), wait=wait, **part)

    def results_csv(self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]) -> Csv[str | None]:
        """Results as CSV; see ``Rules.results_csv``."""
        return self._collection.results_csv(experiment_id_of(self), wait=wait, **part)


class Rules(ProjectCollection[Rule, int]):
    """The rules of all flags of a project, and their results. Made by ``Project.rules``."""

    model = Rule
    editable: Iterable[str] = tuple(name for name in RuleChanges.__annotations__ if name in models.Rule.FIELDS)

    def list(
        self,
        *,
        rule_types: Sequence[str] | str | None = None,
        environments: Sequence[str] | str | None = None,
        archived: bool | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Rule]:
        """The rules that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            rule_types: only of these types, such as ``a/b``.
            environments: only of these environments, by key.
            archived: only archived ones, or only others.
            sort: fields and directions, the most important first, such as ``updated_time:desc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(
            api.list_all_rules_in_project.request,
            paging,
            rule_types=_commas("rule_types", rule_types),
            environments=_commas("environments", environments),
            archived=archived,
            sort=sort,
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return api.fetch_rule_by_experiment_id.request(self.project_id, item_id)

    async def find(self, flag_key: str, environment_key: str, rule_key: str) -> Rule:
        """The rule with this key; ``get`` takes a ``layer_experiment_id``, which targeted deliveries lack."""
        return await self.one(api.fetch_rule.request(self.project_id, flag_key, environment_key, rule_key))

    async def reload(self, item: Rule) -> Rule:
        """The rule, loaded anew by the keys of its flag, environment and its own."""
        flag_key, environment_key = _place_of(item)
        return await self.find(flag_key, environment_key, item.key)

    async def ruleset_of(self, item: Rule) -> Ruleset:
        """The ruleset that a rule is in."""
        check_item("item", item, lambda one: isinstance(one, Rule), "a rule")
        flag_key, environment_key = _place_of(item)
        return await self._rulesets(flag_key).get(environment_key)

    async def changed(self, item: Rule, ruleset: Ruleset) -> Rule:
        """A rule, after a change of it that its ruleset was the response to."""
        rule = (ruleset.rules or {}).get(item.key)
        return await read_again(self, item, {} if rule is None else rule.to_dict())

    def _rulesets(self, flag_key: str) -> Rulesets:
        return Rulesets(self._session, self.project_id, self._session_of, flag_key)

    async def _save(self, item: Rule, changes: dict[str, Any]) -> Rule:
        flag_key, environment_key = _place_of(item)
        check_shares(item.to_dict(), f"rule {item.key!r}", is_whole=item.type in EXPERIMENTS)

        async def send(steps: list[models.PatchRequestBody]) -> Rule:
            await self._rulesets(flag_key).patch(environment_key, steps)
            return await read_again(self, item, item.to_dict())

        return await self._saved(item, changes, pointer("rules", item.key), send)

    @property
    def limiter(self) -> Limiter:
        """Finds the rate that REST API v2 sustains, from which results come: for ``fetch_many``."""
        return self._session_of(v2.PACKAGE).limiter

    async def holdouts(self, environment_key: str, rule_key: str) -> Holdouts:
        """The holdouts that affect a rule."""
        return await self._session.send(
            api.fetch_holdouts_by_rule_key.request(self.project_id, environment_key, rule_key)
        )

    async def results(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentResults | None:
        """Results of a rule by metric and variation, with the visitors reached.

        Args:
            experiment_id: the rule's ``layer_experiment_id``.
            wait: seconds to wait for while the vendor is computing them; 0 requests them once.
            **part: as ``ExperimentSlice`` describes.

        Returns:
            The results; None when there are none yet.

        Raises:
            ResultsPendingError: the vendor was still computing when the wait was over.
            InvalidRequestError: segments that exclude each other.
        """
        request = v2.results_api.get_experiment_results.request(experiment_id, **v2.parameters(part))
        return await v2.computed(self._session_of(v2.PACKAGE), request, wait=wait)

    async def timeseries(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentTimeseries | None:
        """Results over time; arguments, None and errors as for ``results``."""
        request = v2.results_api.get_experiment_timeseries.request(experiment_id, **v2.parameters(part))
        return await v2.computed(self._session_of(v2.PACKAGE), request, wait=wait)

    def results_csv(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> Csv[str | None]:
        """Results as CSV, awaited as text or streamed to a file; arguments, None and errors as for ``results``."""
        request = v2.results_api.get_experiment_results_csv.request(experiment_id, **v2.parameters(part))
        return Csv(self._session_of(v2.PACKAGE), request, wait=wait)

    def fetch_results(
        self,
        wanted: _Wanted | None = None,
        *,
        environment: str | None = None,
        wait: float = RESULT_TIMEOUT,
        **options: Unpack[ExperimentBulkOptions],
    ) -> Outcomes[int, v2.models.ExperimentResults | None]:
        """The results of many rules, concurrently; one outcome for each, by its ``layer_experiment_id``.

        Args:
            wanted: rules or ``layer_experiment_id``s, also from a pager. None means all of the project. Rules that have
                no results, because they are not experiments or were never started, are left out.
            environment: in place of ``wanted``: all rules of this environment, by its key.
            wait: seconds to wait for each while the vendor is computing.
            **options: as ``BulkOptions`` and ``ExperimentSlice`` describe, the same for all.

        Raises:
            TypeError: both rules and an environment are given, or there is no such option.
            InvalidRequestError: segments that exclude each other.
        """
        return self._fetched(v2.results_api.get_experiment_results.request, wanted, environment, wait, options)

    def fetch_timeseries(
        self,
        wanted: _Wanted | None = None,
        *,
        environment: str | None = None,
        wait: float = RESULT_TIMEOUT,
        **options: Unpack[ExperimentBulkOptions],
    ) -> Outcomes[int, v2.models.ExperimentTimeseries | None]:
        """The results over time of many rules; everything else as ``fetch_results``."""
        return self._fetched(v2.results_api.get_experiment_timeseries.request, wanted, environment, wait, options)

    def _fetched(
        self,
        ask: Callable[..., Request[T, Any]],
        wanted: _Wanted | None,
        environment: str | None,
        wait: float,
        options: ExperimentBulkOptions,
    ) -> Outcomes[int, T]:
        if wanted is not None and environment is not None:
            raise TypeError("give the rules, or an environment for all of its rules, not both")
        if wanted is not None:
            check_several("wanted", wanted, "rules or layer_experiment_ids")
        part = v2.parameters(cast("ExperimentSlice", selected(options, ExperimentSlice)))
        checked_wait(wait)
        ask(0, **part)  # what is wrong with the slice is known before the first outcome
        check_options(options, ExperimentBulkOptions, "the bulk call of Rules")
        session = self._session_of(v2.PACKAGE)

        async def fetch(experiment_id: int) -> Callable[[], T]:
            return await v2.send_lazily(session, ask(experiment_id, **part), wait=wait)

        rules = self.list(environments=environment, page_size=100, prefetch=True) if wanted is None else wanted
        bulk = cast("BulkOptions", {"concurrency": "auto", **selected(options, BulkOptions)})
        # Results have limits of their own, which are not those of the rules.
        return fetch_many(fetch, keys_in(rules, _experiment_ids), limiter=self.limiter, **bulk).map(call)


def experiment_id_of(item: Rule | Report) -> int:
    """The id by which results of a rule are asked for.

    Raises:
        InvalidRequestError: it has none.
    """
    if item.layer_experiment_id is None:
        raise InvalidRequestError(
            f"{type(item).__name__.lower()} {item.key!r} has no results: it has no layer_experiment_id, because it is"
            " not an experiment, or was never started"
        )
    return cast("int", written(item.layer_experiment_id))


def _experiment_ids(item: Rule | int) -> tuple[int, ...]:
    found = item.layer_experiment_id if isinstance(item, Rule) else item
    return () if found is None else (cast("int", written(found)),)


def _place_of(item: Rule) -> tuple[str, str]:
    if item.flag_key is None or item.environment_key is None:
        raise InvalidRequestError(
            f"the vendor's answer does not say of which flag and environment rule {item.key!r} is, so nothing was sent"
        )
    return item.flag_key, item.environment_key


def _commas(name: str, words: Sequence[str] | str | None) -> str | None:
    return (
        None if words is None else ",".join(several(text)(name, [words] if isinstance(words, str) else words)) or None
    )


_Wanted = Iterable[Rule | int] | AsyncIterable[Rule] | AsyncIterable[Rule | int]
Holdouts = list[models.Holdout]
