from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Domain(Model):
    """A domain on which a project runs."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "url": "url",
        "code_installed": "code_installed",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """The id."""
    url: str | None = None
    """The address, beginning with `http://` or `https://`."""
    code_installed: bool | None = None
    """Whether the tracking code was found there. The vendor's default: False."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.url = data.get("url")
            self.code_installed = data.get("code_installed")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_domain: Callable[[Any], Domain] = Domain.from_dict
