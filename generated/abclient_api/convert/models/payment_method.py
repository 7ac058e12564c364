from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class PaymentMethod(Model):
    """A way of payment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "method": "method",
        "data": "data",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "map of any",
    }

    method: Literal["card", "paypal", "apple_pay", "wire_transfer", "voucher", "invoice"] | str | None = None
    """The way of payment."""
    data: dict[str, Any] | None = None
    """Its details, which depend on the way of payment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.method = data.get("method")
            self.data = None if (v := data.get("data")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_payment_method: Callable[[Any], PaymentMethod] = PaymentMethod.from_dict
