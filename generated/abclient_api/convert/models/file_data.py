from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FileData(Model):
    """A file with its content."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
        "key": "key",
        "file_name": "file_name",
        "file_size": "file_size",
        "mime_type": "mime_type",
        "status": "status",
        "message": "message",
        "content": "content",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    url: str | None = None
    """Where the file can be loaded from."""
    key: str | None = None
    """The key of the file."""
    file_name: str | None = None
    """The name of the file."""
    file_size: int | None = None
    """Its size in bytes."""
    mime_type: str | None = None
    """What kind of file it is."""
    status: Literal["success", "error"] | str | None = None
    """Whether it was stored."""
    message: str | None = None
    """What went wrong, if anything."""
    content: str | None = None
    """The content of the file, as text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.url = data.get("url")
            self.key = data.get("key")
            self.file_name = data.get("file_name")
            self.file_size = data.get("file_size")
            self.mime_type = data.get("mime_type")
            self.status = data.get("status")
            self.message = data.get("message")
            self.content = data.get("content")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
