from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SignalSessionsExtra(Model):
    """What is known of a list as a whole."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "pagination": "pagination",
        "tk": "tk",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "pagination": "read_pagination",
    }

    pagination: Pagination | None = None
    """Where in the whole list this page is."""
    tk: str | None = None
    """A token of the recording service."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.pagination = None if (v := data.get("pagination")) is None else read_pagination(v)
            self.tk = data.get("tk")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_signal_sessions_extra: Callable[[Any], SignalSessionsExtra] = SignalSessionsExtra.from_dict


from .pagination import Pagination, read_pagination
