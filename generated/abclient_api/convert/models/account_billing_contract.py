from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBillingContract(Model):
    """From when until when a contract runs."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "end_time": "end_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": from_epoch_seconds,
        "end_time": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    start_time: datetime.datetime | None = None
    """When it begins."""
    end_time: datetime.datetime | None = None
    """When it ends."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.start_time = None if (v := data.get("start_time")) is None else from_epoch_seconds(v)
            self.end_time = None if (v := data.get("end_time")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_billing_contract: Callable[[Any], AccountBillingContract] = AccountBillingContract.from_dict
