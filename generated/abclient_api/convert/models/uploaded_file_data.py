from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UploadedFileData(Model):
    """A file that is attached."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """The key of the file."""
    name: str | None = None
    """The name of the file."""
    url: str | None = None
    """Where the file can be loaded from. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_uploaded_file_data: Callable[[Any], UploadedFileData] = UploadedFileData.from_dict
