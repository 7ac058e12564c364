from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Options(Model):
    """What a field offers to choose from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "choices": "choices",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "choices": "list of read_choices",
    }

    choices: list[Choices] | None = None
    """The choices."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.choices = (
                None if (v := data.get("choices")) is None else [read_choices(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_options: Callable[[Any], Options] = Options.from_dict


from .choices import Choices, read_choices
