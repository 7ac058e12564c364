from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountDetailsBillingDetails(Model):
    """The state of a subscription, and who pays it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "is_paused_by_quota": "isPausedByQuota",
        "next_billing_cycle_start": "nextBillingCycleStart",
        "current_billing_cycle_start": "currentBillingCycleStart",
        "pending_cancellation": "pending_cancellation",
        "cancellation_request_timestamp": "cancellation_request_timestamp",
        "billing_type": "billingType",
        "company": "company",
        "tax_code": "tax_code",
        "phone": "phone",
        "address_street": "address_street",
        "address_city": "address_city",
        "address_zip": "address_zip",
        "address_state": "address_state",
        "address_country": "address_country",
        "emails": "emails",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "next_billing_cycle_start": from_epoch_seconds,
        "current_billing_cycle_start": from_epoch_seconds,
        "cancellation_request_timestamp": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "emails": "list of scalar",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "next_billing_cycle_start": to_epoch_seconds,
        "current_billing_cycle_start": to_epoch_seconds,
        "cancellation_request_timestamp": to_epoch_seconds,
    }

    is_paused_by_quota: bool | None = None
    """Whether it is paused because a limit was reached. Read-only."""
    next_billing_cycle_start: datetime.datetime | None = None
    """When the next billing cycle begins. Read-only."""
    current_billing_cycle_start: datetime.datetime | None = None
    """When the current billing cycle began. Read-only."""
    pending_cancellation: bool | None = None
    """Whether cancellation was asked for. Read-only. The vendor's default: False."""
    cancellation_request_timestamp: datetime.datetime | None = None
    """When cancellation was asked for. Read-only."""
    billing_type: Literal["paid", "trial", "trialExpired", "canceled", "paused"] | str | None = None
    """The state of the subscription. Read-only."""
    company: str | None = None
    """The company that is billed."""
    tax_code: str | None = None
    """The tax number."""
    phone: str | None = None
    """The phone number."""
    address_street: str | None = None
    """Street of the billing address."""
    address_city: str | None = None
    """City of the billing address."""
    address_zip: str | None = None
    """Postal code of the billing address."""
    address_state: str | None = None
    """State of the billing address."""
    address_country: str | None = None
    """Country of the billing address."""
    emails: list[str] | None = None
    """Where invoices are sent."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.is_paused_by_quota = data.get("isPausedByQuota")
            self.next_billing_cycle_start = (
                None if (v := data.get("nextBillingCycleStart")) is None else from_epoch_seconds(v)
            )
            self.current_billing_cycle_start = (
                None if (v := data.get("currentBillingCycleStart")) is None else from_epoch_seconds(v)
            )
            self.pending_cancellation = data.get("pending_cancellation")
            self.cancellation_request_timestamp = (
                None if (v := data.get("cancellation_request_timestamp")) is None else from_epoch_seconds(v)
            )
            self.billing_type = data.get("billingType")
            self.company = data.get("company")
            self.tax_code = data.get("tax_code")
            self.phone = data.get("phone")
            self.address_street = data.get("address_street")
            self.address_city = data.get("address_city")
            self.address_zip = data.get("address_zip")
            self.address_state = data.get("address_state")
            self.address_country = data.get("address_country")
            self.emails = None if (v := data.get("emails")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_details_billing_details: Callable[[Any], AccountDetailsBillingDetails] = (
    AccountDetailsBillingDetails.from_dict
)
