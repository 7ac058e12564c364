from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from abclient_api._wire import (
    from_json_string,
    to_json_string,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureEnvironment(Model):
    """A feature in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
        "default_value": "defaultValue",
        "definition": "definition",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "definition": from_json_string,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "definition": to_json_string,
    }

    enabled: bool | None = None
    """Whether it is on."""
    default_value: str | None = None
    """Value where no rule applies, as text."""
    definition: Any = None
    """What SDKs get, as JSON in a text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.enabled = data.get("enabled")
            self.default_value = data.get("defaultValue")
            self.definition = None if (v := data.get("definition")) is None else from_json_string(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_environment: Callable[[Any], FeatureEnvironment] = FeatureEnvironment.from_dict
