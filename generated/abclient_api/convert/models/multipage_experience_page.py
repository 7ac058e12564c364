from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MultipageExperiencePage(Model):
    """A page of a multipage experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """The id, of one or two characters."""
    name: str | None = None
    """What it is called."""
    url: str | None = None
    """The address of the page."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_multipage_experience_page: Callable[[Any], MultipageExperiencePage] = MultipageExperiencePage.from_dict
