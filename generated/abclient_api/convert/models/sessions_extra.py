from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SessionsExtra(Model):
    """What is known of a list as a whole."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "tk": "tk",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    tk: str | None = None
    """A token of the recording service."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.tk = data.get("tk")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_sessions_extra: Callable[[Any], SessionsExtra] = SessionsExtra.from_dict
