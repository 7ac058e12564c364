from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SimpleProjectReportingSettings(Model):
    """The currency of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "currency_symbol": "currency_symbol",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    currency_symbol: str | None = None
    """The symbol of the currency that revenue is in."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.currency_symbol = data.get("currency_symbol")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_simple_project_reporting_settings: Callable[[Any], SimpleProjectReportingSettings] = (
    SimpleProjectReportingSettings.from_dict
)
