"""Signing of requests to Convert Experiences, as pure functions and one small class.

Convert knows a caller by three headers:

- ``Convert-Application-ID``: the application's id;
- ``Expires``: until when the request is good, in Unix seconds;
- ``Authorization``: ``Convert-HMAC-SHA256 Signature=<hex>``, the lowercase hexadecimal HMAC-SHA256 of application id,
  ``Expires`` text, URL and body, joined by line feeds, under the application's secret as UTF-8.

The vendor computes the signature again from what arrives. So URL and body must be the final ones: whatever changes a
byte of either after signing, a re-encoded path as much as a re-serialized body, makes the request fail with 401. The
method is not part of the signature.

Vendor documents: "Convert API" 1.0.0 and 2.0.0, security scheme ``requestSigning``, and "API key authentication".
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import math
import time
from collections.abc import Callable, Mapping
from typing import NoReturn

from .._rate_limit_headers import parse_http_date

_log = logging.getLogger("abclient")

DEFAULT_LIFETIME = 60.0
"""Seconds for which a signed request is good. The vendor names no limit; its samples use 20 to 300."""


LARGEST_OFFSET = 3600.0
"""Seconds by which a vendor's clock may differ to be signed by. More means a wrong date in a response, or that
this machine's clock should be set: following it would make signatures that could be misused for as long."""


def string_to_sign(application_id: str, expires: str, url: str, body: bytes | None = None) -> bytes:
    """The bytes that are signed.

    Args:
        application_id: as in the header ``Convert-Application-ID``.
        expires: the very text of the header ``Expires``; the vendor compares it as text, not as a number.
        url: the absolute URL exactly as requested, with its query and any trailing slash.
        body: the exact bytes sent; None and empty are the same and leave the line feed before them in place.
    """
    head = f"{application_id}\n{expires}\n{url}\n".encode()
    return head + body if body else head


def signature(secret: str, message: bytes) -> str:
    """The lowercase hexadecimal HMAC-SHA256 of a message under the secret as UTF-8."""
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def expires_at(now: float, lifetime: float = DEFAULT_LIFETIME, offset: float = 0.0) -> str:
    """The text of the header ``Expires``: whole Unix seconds, rounded down.

    Args:
        now: this machine's clock, in Unix seconds.
        lifetime: for how many seconds the request is good.
        offset: by how many seconds the vendor's clock is ahead of this machine's; negative where it is behind.
    """
    return str(math.floor(now + offset + lifetime))


def clock_offset(date_header: str | None, now: float) -> float | None:
    """By how many seconds the vendor's clock is ahead of this machine's; None where the header does not say.

    Args:
        date_header: the header ``Date`` of a response, in any of the three forms that HTTP knows. It has whole seconds
            and is as old as the response took to arrive, so the result is good to a second or two.
        now: this machine's clock when the response arrived, in Unix seconds.
    """
    date = parse_http_date(date_header)
    return None if date is None else date - now


class RequestSigner:
    """Makes the three headers of each request. Call it anew for every attempt, since signatures expire.

    One signer may serve any number of tasks and clients. It shows its secret nowhere: not in its repr, not by pickling
    or copying, which both raise ``TypeError``.

    Attributes:
        application_id: sent with every request.
        lifetime: for how many seconds a signed request is good.
        clock_offset: by how many seconds the vendor's clock is taken to be ahead of this machine's.
    """

    __slots__ = ("_clock", "_keyed", "application_id", "clock_offset", "lifetime")

    def __init__(
        self,
        application_id: str,
        secret: str,
        *,
        lifetime: float = DEFAULT_LIFETIME,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the credentials.

        Args:
            application_id: the application's id.
            secret: the application's secret.
            lifetime: for how many seconds a signed request is good.
            clock: gives Unix seconds.

        Raises:
            ValueError: a credential is empty, or the lifetime is not at least one second.
        """
        if not application_id or not secret:
            raise ValueError("application_id and secret must not be empty")
        if not 1 <= lifetime < math.inf:
            raise ValueError("lifetime must be a finite number of seconds, 1 or more")
        self.application_id = application_id
        self.lifetime = lifetime
        self.clock_offset = 0.0
        self._clock = clock
        # Keyed once and copied for each request: cheaper, and the secret itself is not kept.
        self._keyed = hmac.new(secret.encode(), digestmod=hashlib.sha256)

    def headers(self, url: str, body: bytes | None = None) -> tuple[tuple[str, str], ...]:
        """The three headers for one attempt at one request, good from now for ``lifetime`` seconds.

        Args:
            url: the absolute URL exactly as requested, with its query and any trailing slash.
            body: the exact bytes sent, or None for none.
        """
        expires = expires_at(self._clock(), self.lifetime, self.clock_offset)
        keyed = self._keyed.copy()
        keyed.update(string_to_sign(self.application_id, expires, url, body))
        return (
            ("Convert-Application-ID", self.application_id),
            ("Expires", expires),
            ("Authorization", f"Convert-HMAC-SHA256 Signature={keyed.hexdigest()}"),
        )

    def __call__(self, method: str, url: str, body: bytes) -> tuple[tuple[str, str], ...]:
        """As ``headers``; the method is not signed."""
        return self.headers(url, body)

    def on_unauthorized(self, sent: Mapping[str, str], received: Mapping[str, str]) -> bool:
        """Look, after a 401, whether time was the reason; if so, the request is worth one more attempt.

        Time was the reason when the clock had to be corrected, when another request's refusal has had it corrected
        since this one was signed, or when this one waited so long for a connection that it may have expired.

        Args:
            sent: the headers of the refused request, names in lower case.
            received: the headers of the refusal, names in lower case.
        """
        # A response from a cache has an Age (RFC 9111), and its Date is that of an earlier refusal.
        offset = None if received.get("age", "0") != "0" else self.correct_clock(received.get("date"))
        if offset is not None:
            _log.warning(
                "Convert refused a request signed by this machine's clock, which is %.0f seconds %s the vendor's;"
                " from now on requests are signed by the vendor's clock",
                abs(offset),
                "behind" if offset > 0 else "ahead of",
            )
            return True
        fresh = expires_at(self._clock(), self.lifetime, self.clock_offset)
        signed = sent.get("expires", "")
        return signed.isdecimal() and abs(int(fresh) - int(signed)) > self.lifetime / 2

    def correct_clock(self, date_header: str | None) -> float | None:
        """Look, after a 401, whether the clock was the reason; if so, correct for it from now on.

        A clock counts as wrong when it is off, beyond what is already corrected, by more than half a lifetime: from
        there on a slow request may arrive expired. After the correction, the same response makes no further difference,
        so a caller that tries again whenever this returns a number tries once. What differs by more than
        ``LARGEST_OFFSET`` is not followed: so a signature is never good for longer than that and its lifetime.

        Args:
            date_header: the header ``Date`` of the refusal.

        Returns:
            The new ``clock_offset`` in seconds, or None where the clock was not the reason or the header does not say.
        """
        offset = clock_offset(date_header, self._clock())
        if offset is None or abs(offset - self.clock_offset) <= self.lifetime / 2:
            return None
        if abs(offset) > LARGEST_OFFSET:
            _log.warning(
                "Convert refused a request, and its clock and this machine's differ by %.0f seconds: too much to be"
                " corrected for; if it is this machine's that is wrong, set it",
                abs(offset),
            )
            return None
        self.clock_offset = offset
        return offset

    def __repr__(self) -> str:
        return f"RequestSigner(application_id={self.application_id!r}, lifetime={self.lifetime!r})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a RequestSigner holds a secret and can be neither pickled nor copied")
