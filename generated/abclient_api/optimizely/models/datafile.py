from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Datafile(Model):
    """The configuration file SDKs load for an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "latest_file_size": "latest_file_size",
        "other_urls": "other_urls",
        "revision": "revision",
        "sdk_key": "sdk_key",
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "other_urls": "list of scalar",
    }

    id: int | None = None
    """Identifier of the datafile. Read-only."""
    latest_file_size: int | None = None
    """Size in bytes. Read-only."""
    other_urls: list[str] | None = None
    """Further URLs of the same file. Read-only."""
    revision: int | None = None
    """Revision of the file. Read-only."""
    sdk_key: str | None = None
    """Key by which SDKs name the environment. Read-only."""
    url: str | None = None
    """URL of the file. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.latest_file_size = data.get("latest_file_size")
            self.other_urls = None if (v := data.get("other_urls")) is None else without_nulls(items(v))
            self.revision = data.get("revision")
            self.sdk_key = data.get("sdk_key")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_datafile: Callable[[Any], Datafile] = Datafile.from_dict
