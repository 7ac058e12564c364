from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ResultSummary(Model):
    """What was concluded."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "winner": "winner",
        "conclusions": "conclusions",
        "released_variation_id": "releasedVariationId",
        "exclude_from_payload": "excludeFromPayload",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    status: str | None = None
    """The conclusion: dnf, won, lost or inconclusive."""
    winner: str | None = None
    """Identifier of the variation that won."""
    conclusions: str | None = None
    """Why, in Markdown."""
    released_variation_id: str | None = None
    """Identifier of the variation that all get."""
    exclude_from_payload: bool | None = None
    """Whether SDKs no longer get it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.status = data.get("status")
            self.winner = data.get("winner")
            self.conclusions = data.get("conclusions")
            self.released_variation_id = data.get("releasedVariationId")
            self.exclude_from_payload = data.get("excludeFromPayload")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_result_summary: Callable[[Any], ResultSummary] = ResultSummary.from_dict
