from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SplitUrlSettings(Model):
    """Settings of tests that send visitors to other addresses."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "split_regex_support": "split_regex_support",
        "split_add_query_params": "split_add_query_params",
        "split_query_params_hide_regex": "split_query_params_hide_regex",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    split_regex_support: bool | None = None
    """Whether addresses are patterns."""
    split_add_query_params: bool | None = None
    """Whether the query of the original address is added."""
    split_query_params_hide_regex: bool | None = None
    """Whether patterns are hidden in the query."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.split_regex_support = data.get("split_regex_support")
            self.split_add_query_params = data.get("split_add_query_params")
            self.split_query_params_hide_regex = data.get("split_query_params_hide_regex")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_split_url_settings: Callable[[Any], SplitUrlSettings] = SplitUrlSettings.from_dict
