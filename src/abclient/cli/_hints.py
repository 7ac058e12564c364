"""What usually helps against an error of a vendor, where that is known."""

from __future__ import annotations

from ..errors import (
    ABClientError,
    CallError,
    ConfigurationError,
    DecodeError,
    ForbiddenError,
    MethodNotAllowedError,
    NotFoundError,
    TransportError,
    UnauthorizedError,
)
from ..options import from_environment
from ..vendor import Vendor, get


def hint(vendor: Vendor, error: ABClientError | None) -> str | None:
    """What to do about an error of a vendor's smallest request."""
    if isinstance(error, UnauthorizedError | ForbiddenError):
        return _about_credentials(vendor, error)
    if isinstance(error, TransportError):
        return (
            "check the network; HTTPS_PROXY names a proxy, SSL_CERT_FILE the certificates of a company's own authority"
        )
    if not isinstance(error, NotFoundError | MethodNotAllowedError | DecodeError):
        return None
    return (
        f"is the API there? {vendor.title}'s own address is {vendor.url}; "
        f"--base-url and {vendor.variable('base_url')} set another"
    )


def hint_about_credentials(error: Exception) -> str | None:
    """What to do about an error of any call, if it is about the credentials."""
    if not isinstance(error, CallError) or not isinstance(error, UnauthorizedError | ForbiddenError):
        return None
    try:
        return _about_credentials(get(error.vendor), error)
    except ConfigurationError:  # of a client that a program has made of its own
        return None


def _about_credentials(vendor: Vendor, error: UnauthorizedError | ForbiddenError) -> str:
    keys = next((keys for keys in (vendor.credentials, vendor.other_credentials) if _are_there(vendor, keys)), ())
    names = map(vendor.variable, keys) if keys else (key.replace("_", " ") for key in vendor.credentials)
    check = (
        f"check that {' and '.join(names)} is whole, not expired, and for this address; "
        f"{vendor.variable('base_url')} sets another, such as that of another region"
    )
    if isinstance(error, ForbiddenError):
        return f"do these credentials allow it, by their role and their projects? If they should, {check}"
    return check


def _are_there(vendor: Vendor, keys: tuple[str, ...]) -> bool:
    return bool(keys) and all(from_environment(vendor.variable(key)) for key in keys)
