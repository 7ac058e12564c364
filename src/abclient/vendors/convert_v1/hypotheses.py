"""Hypotheses: assumptions that experiences are meant to check, with a priority. Their ids are whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast

from abclient_api._arguments import text
from abclient_api._runtime import UNSET, Body, WrittenId, number
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import hypotheses as hypotheses_api

from ...errors import InvalidRequestError
from ...options import is_whole_number
from ...paging import PageOptions
from ...resource import Resource, written
from .._wrong_use import checked
from . import _checks
from ._base import ProjectCollection
from ._paging import first_page
from .experiences import Status

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

PriorityModel = Literal["PIE", "ICE"]


class Hypothesis(Resource["Hypotheses"], models.Hypothesis):
    """A hypothesis; the generated model describes its attributes.

    ``prioritization_score`` is a number, although the vendor sends text. One that is not a number becomes None; the
    original text stays in ``to_dict()``.
    """

    __slots__ = ()

    async def update_status(self, status: Status) -> Hypothesis:
        """Move it to another status; other attributes that were changed and not saved stay changed."""
        return await self._change(lambda: self._collection.update_status(self._id, status), "status")


class Hypotheses(ProjectCollection[Hypothesis, int]):
    """The hypotheses of a project. At ``hypotheses`` of a project."""

    model = Hypothesis
    body: type[Body] = models.HypothesisInput
    editable: Iterable[str] = models.HypothesisInput.FIELDS.keys() - models.HypothesisInput.READ_ONLY

    def list(
        self,
        *,
        search: str | None = None,
        statuses: Status | Sequence[Status] = (),
        score_min: int | None = None,
        score_max: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Hypothesis]:
        """The project's hypotheses that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            search: only hypotheses with this text in name or description.
            statuses: only hypotheses in these statuses.
            score_min: only hypotheses with at least this priority score, 0 to 5.
            score_max: only hypotheses with at most this priority score, 0 to 5.
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.

        Raises:
            InvalidRequestError: a score is not a whole number from 0 to 5.
        """
        body = models.HypothesisFilter(
            **first_page(paging),
            search=_checks.optional(search),
            statuses=_checks.choices("statuses", statuses, Status),
            score_min=_score("score_min", score_min),
            score_max=_score("score_max", score_max),
        )
        return self.many(hypotheses_api.list_hypotheses.request(self.project_id, body=checked(body)), paging)

    async def create(self, **fields: Unpack[models.HypothesisCreateFields]) -> Hypothesis:
        """Add a hypothesis to the project. Mappings have the vendor's own JSON names."""
        return await self._add(fields)

    async def update(self, hypothesis_id: int, /, **fields: Unpack[models.HypothesisUpdateFields]) -> Hypothesis:
        """Change the given fields of a hypothesis; see ``create``."""
        return await self._change(hypothesis_id, fields)

    async def update_status(self, hypothesis_id: int, /, status: Status) -> Hypothesis:
        """Move a hypothesis to another status and change nothing else."""
        body = models.HypothesisStatusInput(status=cast("Status", text("status", status)))
        place = _segment(hypothesis_id)
        return await self.one(hypotheses_api.update_hypothesis_status.request(self.project_id, place, body=body))

    def id_of(self, item: Hypothesis) -> Any:
        """The id, a whole number unless the vendor wrote text."""
        return written(item.id)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return hypotheses_api.get_hypothesis.request(self.project_id, _segment(item_id))

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return hypotheses_api.add_hypothesis.request(self.project_id, body=body)

    def _update_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return hypotheses_api.update_hypothesis.request(self.project_id, _segment(item_id), body=body)


def _segment(hypothesis_id: int | WrittenId) -> str:
    return hypothesis_id if isinstance(hypothesis_id, WrittenId) else number("hypothesis_id", hypothesis_id)


def _score(name: str, value: object) -> Any:
    """The vendor's filter takes scores as text."""
    if value is None:
        return UNSET
    if not is_whole_number(value) or not 0 <= value <= 5:
        raise InvalidRequestError(f"{name} must be a whole number from 0 to 5, not {value!r}")
    return str(value)
