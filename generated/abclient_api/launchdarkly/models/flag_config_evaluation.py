from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagConfigEvaluation(Model):
    """How a flag was evaluated in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "context_kinds": "contextKinds",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "context_kinds": "list of scalar",
    }

    context_kinds: list[str] | None = None
    """Kinds of contexts that were evaluated."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.context_kinds = None if (v := data.get("contextKinds")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_config_evaluation: Callable[[Any], FlagConfigEvaluation] = FlagConfigEvaluation.from_dict
