from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ResultsChecks(Model):
    """Whether the data are sound."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "srm": "srm",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    srm: float | None = None
    """p-value of the test whether units were divided as intended."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.srm = data.get("srm")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_results_checks: Callable[[Any], ResultsChecks] = ResultsChecks.from_dict
