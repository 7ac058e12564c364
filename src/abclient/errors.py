"""Every error abclient raises while it works.

::

    ABClientError
    ├── ConfigurationError (ValueError)         a setting that cannot work: token, URL, option
    ├── InvalidRequestError (ValueError)        refused before sending: it breaks a rule the vendor documents
    ├── ClientClosedError (RuntimeError)        the client was closed, or belongs to another event loop
    ├── TransportError                          no complete response arrived
    │   ├── NotSentError                        certainly not processed: sending again is safe
    │   │   ├── ConnectTimeoutError (TimeoutError)
    │   │   ├── PoolTimeoutError (TimeoutError)
    │   │   └── RateLimitedLocallyError (TimeoutError)
    │   ├── ResponseLostError                   the vendor may have processed it
    │   │   ├── ReadTimeoutError (TimeoutError)
    │   │   └── ResponseTooLargeError
    │   └── DeadlineExceededError (TimeoutError)
    ├── APIError                                the vendor responded with an error (alias: OptimizelyError)
    │   ├── BadRequestError          400        ├── GoneError                 410
    │   ├── UnauthorizedError        401        ├── UnprocessableEntityError  422
    │   ├── ForbiddenError           403        ├── TooManyRequestsError      429
    │   ├── NotFoundError            404        └── ServerError               5xx
    │   ├── MethodNotAllowedError    405            └── ServiceUnavailableError 503
    │   └── ConflictError            409
    ├── DecodeError                             a response that does not have the documented shape
    ├── PagingError                             a list that cannot be paged safely; carries the page's token
    │   └── InvalidPageTokenError (ValueError)  a token that is not of a page of this list
    ├── ResultsPendingError                     the vendor was still computing results when the wait for them ended
    ├── PartialFailureError                     some of several ids could not be fetched; carries the others
    ├── ExportError                             an export's directory cannot be used, or not written to
    └── EngineError                             an engine's scheduler is gone, or its workers cannot do the work
        └── WorkerLostError                     the workers of one call were lost again and again

A wrong argument (an empty key, a string for an integer id) is a programming mistake and raises the built-in
``ValueError`` or ``TypeError`` before anything is sent.

Errors are plain data: they pickle, and ``str(error)`` starts with vendor, client, method, host, path, status and
request id. No error ever holds a credential: of a request they keep its target and the operation's name, and of a
response what is left after the credentials that the vendor repeated were redacted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack, cast

from ._documentation import link_of

if TYPE_CHECKING:
    from pathlib import Path


class ABClientError(Exception):
    """Base of everything abclient raises while it works.

    Each has a note with the address at which the documentation explains its class.
    """

    def __new__(cls, *args: Any, **_: Any) -> Self:
        """Add the note. What is caught by a built-in name, such as ``TimeoutError``, takes no keywords here."""
        error = super().__new__(cls, *args)
        error.add_note(cast("str", link_of(cls)))  # only classes of others have none
        return error

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way calls __init__(*args), which fails for every subclass with keyword arguments.
        return _restore, (type(self), self.args, self.__dict__.copy())


def _restore(cls: type[ABClientError], args: tuple[Any, ...], state: dict[str, Any]) -> ABClientError:
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(ABClientError, ValueError):
    """A setting that cannot work, found before anything was sent."""


class InvalidRequestError(ABClientError, ValueError):
    """Rejected before sending, because it breaks a rule that the vendor documents; the message names the rule."""


class ClientClosedError(ABClientError, RuntimeError):
    """The client was closed, or is used in another event loop than the one it first ran in."""


class Call(TypedDict, total=False):
    """The call that an error is about; see the attributes of ``CallError``."""

    vendor: str
    operation: str
    method: str
    host: str
    path: str
    attempts: int
    client: str
    call_id: str


class CallError(ABClientError):
    """An error of one call, which it describes.

    Attributes:
        message: what went wrong, without the call.
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        operation: the operation's id in the vendor's spec.
        method: the HTTP method.
        host: the host, with the port if the base URL names one.
        path: the path of the URL, including that of the base URL, without host and query.
        attempts: how often the request was sent, or tried to be.
        client: the client's ``name``, by default the vendor's.
        call_id: as in the ``Attempt`` records that hooks get.
        page_token: where a list broke off; ``pages(page_token=...)`` goes on there. None means at the start.
    """

    page_token: str | None = None

    def __init__(self, message: str, **call: Unpack[Call]) -> None:
        super().__init__(message)
        self.message: str = message
        self.vendor: str = call.get("vendor", "")
        self.operation: str = call.get("operation", "")
        self.method: str = call.get("method", "")
        self.host: str = call.get("host", "")
        self.path: str = call.get("path", "")
        self.attempts: int = call.get("attempts", 1)
        self.client: str = call.get("client", "")
        self.call_id: str = call.get("call_id", "")

    def _where(self) -> list[str]:
        client = f"({self.client})" if self.client not in ("", self.vendor) else ""
        return [part for part in (self.vendor, client, self.method, f"{self.host}{self.path}") if part]

    def __str__(self) -> str:
        where = " ".join(self._where())
        tried = f" (after {self.attempts} attempts)" if self.attempts > 1 else ""
        return f"{where}: {self.message}{tried}" if where else f"{self.message}{tried}"


class TransportError(CallError):
    """No complete response arrived. ``__cause__`` is the HTTP library's own error, where there is one.

    Attributes:
        temporary: another attempt may succeed; False for a certificate that is not valid for the host, and for an
            response that is too large, or compressed in a way that was not asked for.
    """

    temporary: bool = True


class NotSentError(TransportError):
    """The request certainly did not reach the vendor: name not resolved, connection or TLS refused."""


class ConnectTimeoutError(NotSentError, TimeoutError):
    """No connection within ``Timeouts.connect`` seconds."""


class PoolTimeoutError(NotSentError, TimeoutError):
    """All connections were busy for ``Timeouts.pool`` seconds."""


class RateLimitedLocallyError(NotSentError, TimeoutError):
    """Not sent, because the account's limits hold the call back for longer than its deadline allows.

    Attributes:
        retry_after: seconds until it may be sent: the rest of the wait that the vendor asked for or announced, or of
            our own after throttling that named none. None where the deadline came first.
    """

    retry_after: float | None = None


class ResponseLostError(TransportError):
    """The request may have been processed, but its response did not arrive whole."""


class ReadTimeoutError(ResponseLostError, TimeoutError):
    """The vendor was silent for ``Timeouts.read`` (or did not take our bytes for ``Timeouts.write``) seconds."""


class ResponseTooLargeError(ResponseLostError):
    """The response, after decompression, is larger than ``max_response_bytes``."""

    temporary: bool = False


class DeadlineExceededError(TransportError, TimeoutError):
    """``Timeouts.total`` seconds passed before the call was done; it was sent, and may have been processed."""


class APIError(CallError):
    """The vendor responded with an error status.

    Attributes:
        status: the HTTP status, any integer; vendors use unregistered ones too.
        code: the vendor's own error code, where the body has one.
        request_id: the id that the vendor's support asks for, where there is one.
        retry_after: seconds that the vendor asked to wait, where it did.
        headers: the response's headers, lower-case names, without cookies.
        body: the response's body as text, cut after 10,000 characters.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
        body: str = "",
        **call: Unpack[Call],
    ) -> None:
        super().__init__(message, **call)
        self.status: int = status
        self.code: str | None = code
        self.request_id: str | None = request_id
        self.retry_after: float | None = retry_after
        self.headers: dict[str, str] = dict(headers or {})
        self.body: str = body

    def _where(self) -> list[str]:
        named = [f"[request id {self.request_id}]"] if self.request_id else []
        return [*super()._where(), str(self.status), *named]


class BadRequestError(APIError):
    """400: the vendor found the request invalid; the message may name the field."""


class UnauthorizedError(APIError):
    """401: the credentials are missing or not accepted."""


class ForbiddenError(APIError):
    """403: the credentials are valid but do not allow this, or the API is not enabled for the account."""


class NotFoundError(APIError):
    """404: it does not exist, or is not visible to these credentials.

    Attributes:
        maybe_deleted: True for a DELETE of which an earlier attempt ended without a clear response (lost, or a 5xx) and
            may have deleted it. The message says so, too.
    """

    maybe_deleted: bool = False


class MethodNotAllowedError(APIError):
    """405: the vendor does not offer this method here."""


class ConflictError(APIError):
    """409: it was changed meanwhile, or its state does not allow this."""


class GoneError(APIError):
    """410: it was archived already.

    Attributes:
        maybe_deleted: as for ``NotFoundError``.
    """

    maybe_deleted: bool = False


class UnprocessableEntityError(APIError):
    """422: well-formed, but the vendor cannot act on it."""


class TooManyRequestsError(APIError):
    """429: the account's rate limit was exceeded; ``retry_after`` says how long to wait, where the vendor does."""


class ServerError(APIError):
    """5xx: the vendor failed."""


class ServiceUnavailableError(ServerError):
    """503: overloaded or in maintenance."""


class DecodeError(CallError):
    """A successful response that does not have the documented shape.

    Attributes:
        model: the name of the model, or the type, that was being read.
        field: the path of the field inside it, such as ``items[1].currentIteration``; may be empty.
        request_id: the id that the vendor's support asks for, where there is one.
        body: the whole response as bytes, or only the item where the error is about an item of a list; credentials are
            redacted.
        item: the id or key of an item of a list, where that could be read.
        index: the place of an item of a list on its page, from 0.
        page: the number of the item's page among the pages that were loaded, from 1.
        failures: for a whole list, one error for each item that could not be read.
    """

    item: int | str | None = None
    index: int | None = None
    page: int | None = None
    failures: tuple[DecodeError, ...] = ()

    @property
    def place(self) -> int | str:
        """Of an item of a list, its id or key where that could be read; else its place in the list."""
        return f"item {(self.index or 0) + 1} of page {self.page or 1}" if self.item is None else self.item

    def __init__(
        self,
        message: str,
        *,
        model: str,
        field: str = "",
        request_id: str | None = None,
        body: bytes = b"",
        **call: Unpack[Call],
    ) -> None:
        super().__init__(message, **call)
        self.model: str = model
        self.field: str = field
        self.request_id: str | None = request_id
        self.body: bytes = body

    def _where(self) -> list[str]:
        return [*super()._where(), *([f"[request id {self.request_id}]"] if self.request_id else [])]


class PagingError(ABClientError):
    """A list cannot be paged on: the same page came twice, there are too many, or the next page leads elsewhere.

    Credentials that a vendor wrote into its links are struck out, as in all errors.

    Attributes:
        page_token: pass it to ``pages(page_token=...)`` to go on at the page that failed.
    """

    def __init__(self, message: str, *, page_token: str | None = None) -> None:
        super().__init__(message)
        self.message: str = message
        self.page_token: str | None = page_token


class InvalidPageTokenError(PagingError, ValueError):
    """A token that is not of a page of this list; nothing was sent. Tokens may have travelled."""


class ResultsPendingError(CallError):
    """The vendor was still computing the results when the time to wait for them was over; ask again later."""


class PartialFailureError(ABClientError):
    """Some of the things asked for together could not be fetched.

    Attributes:
        values: what was fetched, by key.
        failures: the error of every other key.
    """

    def __init__(self, message: str, *, values: Mapping[Any, Any], failures: Mapping[Any, Exception]) -> None:
        super().__init__(message)
        self.values: dict[Any, Any] = dict(values)
        self.failures: dict[Any, Exception] = dict(failures)


class ExportError(ABClientError):
    """An export cannot go on; the message says why, and what was written before stays as it is.

    Attributes:
        directory: the directory of the export.
    """

    def __init__(self, message: str, directory: Path) -> None:
        super().__init__(f"{directory}: {message}")
        self.directory: Path = directory


class EngineError(ABClientError):
    """An engine is lost, or its workers cannot do the work; what they exported is kept, and calling again continues."""


class WorkerLostError(EngineError):
    """The workers of one call were lost again and again, each of them while it worked on it; other calls go on."""


OptimizelyError = APIError
"""The name of the base class in the vendor's own client, for people porting code."""
