from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SharedCodeChange(Model):
    """CSS or JavaScript shared by all variations of an experiment or campaign."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "async_": "async",
        "dependencies": "dependencies",
        "id": "id",
        "name": "name",
        "selector": "selector",
        "src": "src",
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "dependencies": "list of scalar",
    }

    async_: bool | None = None
    """Runs the change asynchronously; `src` is then present in answers."""
    dependencies: list[str] | None = None
    """Identifiers (UUID) of changes that must come first."""
    id: str | None = None
    """Identifier (UUID) of the change. Read-only."""
    name: str | None = None
    """Name of the change."""
    selector: str | None = None
    """CSS selector of where it applies. Needed for `custom_css`."""
    src: str | None = None
    """Path of the code on the CDN; only with `async`. Read-only."""
    type: Literal["custom_code", "custom_css"] | str | None = None
    """Kind of the code."""
    value: str | None = None
    """The JavaScript or CSS."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.async_ = data.get("async")
            self.dependencies = None if (v := data.get("dependencies")) is None else without_nulls(items(v))
            self.id = data.get("id")
            self.name = data.get("name")
            self.selector = data.get("selector")
            self.src = data.get("src")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_shared_code_change: Callable[[Any], SharedCodeChange] = SharedCodeChange.from_dict
