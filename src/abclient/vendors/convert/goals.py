"""Goals: what counts as a conversion. The vendor's page shows no way to delete one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Unpack

from abclient_api._runtime import UNSET, Body, Unset
from abclient_api.convert import models
from abclient_api.convert.api import goals as goals_api

from ...paging import PageOptions
from ...resource import Resource
from . import _checks
from ._base import ProjectCollection
from ._paging import first_page

if TYPE_CHECKING:
    from abclient_api._runtime import Request

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


class Goal(Resource["Goals"], models.Goal):
    """A goal; what it is made of is described at the generated model."""

    __slots__ = ()


class Goals(ProjectCollection[Goal, str]):
    """The goals of a project. At ``goals`` of a project."""

    model = Goal
    body: type[Body] = models.GoalInput
    editable: Iterable[str] = models.GoalInput.FIELDS.keys() - {"id"}

    def list(self, *, search: str | None = None, **paging: Unpack[PageOptions]) -> Pager[Goal]:
        """The project's goals. Items that cannot be read: see ``Pager.on_unreadable``.

        Args:
            search: only goals with this text in name or description.
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.
        """
        body = models.GoalFilter(**first_page(paging), search=_checks.optional(search))
        return self.many(goals_api.list_goals.request(self.project_id, body=body), paging)

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
        /,
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

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return goals_api.get_goal.request(self.project_id, item_id)

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return goals_api.add_goal.request(self.project_id, body=body)

    def _update_request(self, item_id: str, body: Any) -> Request[Any, Any]:
        body.id = item_id  # the vendor's page shows it here as well as in the path
        return goals_api.update_goal.request(self.project_id, item_id, body=body)
