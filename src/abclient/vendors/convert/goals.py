"""Goals: what counts as a conversion. The vendor's page shows no way to delete one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from abclient_api._runtime import UNSET, Body, Unset
from abclient_api.convert import models
from abclient_api.convert.api import goals as goals_api

from . import _checks
from ._base import Collection, Entity
from ._paging import BY_NUMBER, DEFAULT_PAGE_SIZE, checked_page_size

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session
    from ...paging import Pager

GoalType = Literal[
    "advanced",
    "DOM_interaction",
    "visits_page",
    "revenue",
    "clicks_link",
    "submits_form",
    "clicks_element",
    "dom_interaction",
    "scroll_percentage",
    "ga_import",
    "code_trigger",
]
TriggeringRule = models.RuleObject | Mapping[str, Any]
DomInteractions = Sequence[models.DomInteraction | Mapping[str, Any]]


class Goals(Collection["Goal"]):
    """The goals of a project. At ``goals`` of a project."""

    body: type[Body] = models.GoalInput

    def __init__(self, session: Session, project_id: str) -> None:
        super().__init__(session, Goal)
        self.project_id: str = project_id

    def list(self, *, search: str | None = None, page_size: int = DEFAULT_PAGE_SIZE) -> Pager[Goal]:
        """The project's goals. Items that cannot be read: see ``Pager.on_unreadable``.

        Args:
            search: only goals with this text in name or description.
            page_size: how many per request.
        """
        size = checked_page_size(page_size)
        body = models.GoalFilter(page=1, results_per_page=size, search=_checks.optional(search))
        return self.many(goals_api.list_goals.request(self.project_id, body=body), BY_NUMBER)

    async def get(self, goal_id: str) -> Goal:
        """One goal."""
        return await self.one(self._get_request(goal_id))

    async def create(
        self,
        *,
        name: str,
        type: GoalType | Unset = UNSET,  # noqa: A002  # the field's name
        description: str | Unset = UNSET,
        triggering_rule: TriggeringRule | Unset = UNSET,
        dom_interaction: DomInteractions | Unset = UNSET,
    ) -> Goal:
        """Add a goal to the project.

        Args:
            name: for people.
            type: what triggers it.
            description: for people.
            triggering_rule: when it is triggered; ``abclient.vendors.convert.rules`` builds it, and a mapping has the
                vendor's own JSON names.
            dom_interaction: which events on which elements count, for the type ``DOM_interaction``.

        Raises:
            InvalidRequestError: the rule is no tree of OR, AND and OR_WHEN.
        """
        body = models.GoalInput(
            name=name,
            type=type,
            description=description,
            triggering_rule=_checks.as_object("triggering_rule", triggering_rule),
            dom_interaction=_checks.as_list("dom_interaction", dom_interaction),
        )
        return await self._add(body)

    async def update(
        self,
        goal_id: str,
        *,
        name: str | Unset = UNSET,
        type: GoalType | Unset = UNSET,  # noqa: A002  # the field's name
        description: str | Unset = UNSET,
        triggering_rule: TriggeringRule | Unset = UNSET,
        dom_interaction: DomInteractions | Unset = UNSET,
    ) -> Goal:
        """Change what is given of a goal; see ``create`` for what it means."""
        fields = _checks.changes(
            name=name,
            type=type,
            description=description,
            triggering_rule=_checks.as_object("triggering_rule", triggering_rule),
            dom_interaction=_checks.as_list("dom_interaction", dom_interaction),
        )
        return await self._change(goal_id, fields)

    def _check(self, fields: Mapping[str, Any]) -> None:
        _checks.rule_tree(fields, "triggering_rule")

    def _get_request(self, entity_id: str) -> Request[Any, Any]:
        return goals_api.get_goal.request(self.project_id, entity_id)

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return goals_api.add_goal.request(self.project_id, body=body)

    def _update_request(self, entity_id: str, body: Any) -> Request[Any, Any]:
        body.id = entity_id  # the vendor's page shows it here as well as in the path
        return goals_api.update_goal.request(self.project_id, entity_id, body=body)


class Goal(Entity, models.Goal):
    """A goal; what it is made of is described at the generated model."""

    __slots__ = ()
