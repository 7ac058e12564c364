from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SharedCodeChange(Model):
    """CSS or JavaScript shared by all variations of an experiment or campaign.

    Attributes:
        async_: Runs the change asynchronously; `src` is then present in answers.
        dependencies: Identifiers (UUID) of changes that must come first.
        id: Identifier (UUID) of the change. Read-only.
        name: Name of the change.
        selector: CSS selector of where it applies. Needed for `custom_css`.
        src: Path of the code on the CDN; only with `async`. Read-only.
        type: Kind of the code.
        value: The JavaScript or CSS.
    """

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

    async_: bool | None = None
    dependencies: list[str] | None = None
    id: str | None = None
    name: str | None = None
    selector: str | None = None
    src: str | None = None
    type: Literal["custom_code", "custom_css"] | str | None = None
    value: str | None = None

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
