"""Goals: what counts as a conversion. The vendor's page shows no way to delete one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack

from abclient_api._runtime import Body
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import goals as goals_api

from ...paging import PageOptions
from ...resource import Resource
from .._wrong_use import checked
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


class Goal(Resource["Goals"], models.Goal):
    """A goal; the generated model describes its attributes."""

    __slots__ = ()


class Goals(ProjectCollection[Goal, str]):
    """The goals of a project. At ``goals`` of a project."""

    model = Goal
    body: type[Body] = models.GoalInput
    editable: Iterable[str] = models.GoalInput.FIELDS.keys() - models.GoalInput.READ_ONLY

    def list(self, *, search: str | None = None, **paging: Unpack[PageOptions]) -> Pager[Goal]:
        """The project's goals. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            search: only goals with this text in name or description.
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.
        """
        body = models.GoalFilter(**first_page(paging), search=_checks.optional(search))
        return self.many(goals_api.list_goals.request(self.project_id, body=checked(body)), paging)

    async def create(self, **fields: Unpack[models.GoalCreateFields]) -> Goal:
        """Add a goal to the project.

        ``abclient.vendors.convert_v1.rules`` builds the triggering rule; mappings have the vendor's own JSON names.

        Raises:
            InvalidRequestError: the rule is not a tree of OR, AND and OR_WHEN.
        """
        return await self._add(fields)

    async def update(self, goal_id: str, /, **fields: Unpack[models.GoalUpdateFields]) -> Goal:
        """Change the given fields of a goal; see ``create``."""
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
