from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ResultsShareLink(Model):
    """A link to results for people without an account. A secret."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("url",)

    url: str | None = None
    """The link, with which anyone can read the results. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
