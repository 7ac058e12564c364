from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Action(Model):
    """What a variation changes on one page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page_changes": "changes",
        "page_id": "page_id",
        "share_link": "share_link",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "page_changes": "list of read_change",
    }

    page_changes: list[Change] | None = None
    """The changes; one that another depends on must be among them."""
    page_id: int | None = None
    """Page the changes are for."""
    share_link: str | None = None
    """Link that shows the variation on that page. It carries a token. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.page_changes = (
                None if (v := data.get("changes")) is None else [read_change(x0) for x0 in items(v) if x0 is not None]
            )
            self.page_id = data.get("page_id")
            self.share_link = data.get("share_link")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_action: Callable[[Any], Action] = Action.from_dict


from .change import Change, read_change
