from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentList(Model):
    """The environments of an organization."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "environments": "environments",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environments": "list of read_environment",
    }

    environments: list[Environment] | None = None
    """All of them."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else [read_environment(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .environment import Environment, read_environment
