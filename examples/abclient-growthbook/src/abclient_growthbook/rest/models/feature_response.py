from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureResponse(Model):
    """A feature, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "feature": "read_feature",
    }

    feature: Feature | None = None
    """A feature flag."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.feature = None if (v := data.get("feature")) is None else read_feature(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .feature import Feature, read_feature
