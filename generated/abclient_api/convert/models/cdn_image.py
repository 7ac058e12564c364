from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CdnImage(Model):
    """A stored image."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "cdn_url": "cdn_url",
        "key": "key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    cdn_url: str | None = None
    """Where it can be loaded from."""
    key: str | None = None
    """The key of the image."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.cdn_url = data.get("cdn_url")
            self.key = data.get("key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_cdn_image: Callable[[Any], CdnImage] = CdnImage.from_dict
