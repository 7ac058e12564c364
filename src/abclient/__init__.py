"""Async, typed clients for the management APIs of A/B-testing platforms.

::

    import abclient

    async with abclient.LaunchDarkly(token=...) as ld:
        async for experiment in ld.experiments("my-project", "production").list(status="running"):
            print(experiment.name)

Names are loaded on first use, so that importing the package costs nothing for unused vendors.
"""

from __future__ import annotations

from ._lazy import lazy_names
from ._version import __version__

TYPE_CHECKING = False  # importing typing would take most of the time of this import

if TYPE_CHECKING:
    from ._blocking import run
    from ._pull import fetch_rows, open_source, pull
    from .bulk import BulkOptions, Outcome, Outcomes, Progress, fetch_many
    from .client import Client, ClientOptions, RawResponse
    from .errors import (
        ABClientError,
        APIError,
        BadRequestError,
        ClientClosedError,
        ConfigurationError,
        ConflictError,
        ConnectTimeoutError,
        DeadlineExceededError,
        DecodeError,
        EngineError,
        ExportError,
        ForbiddenError,
        GoneError,
        InvalidPageTokenError,
        InvalidRequestError,
        MethodNotAllowedError,
        NotFoundError,
        NotSentError,
        OptimizelyError,
        PagingError,
        PartialFailureError,
        PoolTimeoutError,
        RateLimitedLocallyError,
        ReadTimeoutError,
        ResponseLostError,
        ResponseTooLargeError,
        ResultsPendingError,
        ServerError,
        ServiceUnavailableError,
        TooManyRequestsError,
        TransportError,
        UnauthorizedError,
        UnprocessableEntityError,
        WorkerLostError,
    )
    from .events import Attempt, Hook
    from .options import CallOptions, RetryPolicy, Timeouts
    from .paging import Page, PageOptions, Pager
    from .rate_limit_stores import FileRateLimitStore, RateLimitStore, RedisRateLimitStore
    from .resource import Collection, Resource
    from .vendors import Convert, ConvertV1, LaunchDarkly, Optimizely, OptimizelyClassic, OptimizelyFlags

__all__ = [
    "ABClientError",
    "APIError",
    "Attempt",
    "BadRequestError",
    "BulkOptions",
    "CallOptions",
    "Client",
    "ClientClosedError",
    "ClientOptions",
    "Collection",
    "ConfigurationError",
    "ConflictError",
    "ConnectTimeoutError",
    "Convert",
    "ConvertV1",
    "DeadlineExceededError",
    "DecodeError",
    "EngineError",
    "ExportError",
    "FileRateLimitStore",
    "ForbiddenError",
    "GoneError",
    "Hook",
    "InvalidPageTokenError",
    "InvalidRequestError",
    "LaunchDarkly",
    "MethodNotAllowedError",
    "NotFoundError",
    "NotSentError",
    "Optimizely",
    "OptimizelyClassic",
    "OptimizelyError",
    "OptimizelyFlags",
    "Outcome",
    "Outcomes",
    "Page",
    "PageOptions",
    "Pager",
    "PagingError",
    "PartialFailureError",
    "PoolTimeoutError",
    "Progress",
    "RateLimitStore",
    "RateLimitedLocallyError",
    "RawResponse",
    "ReadTimeoutError",
    "RedisRateLimitStore",
    "Resource",
    "ResponseLostError",
    "ResponseTooLargeError",
    "ResultsPendingError",
    "RetryPolicy",
    "ServerError",
    "ServiceUnavailableError",
    "Timeouts",
    "TooManyRequestsError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "WorkerLostError",
    "__version__",
    "fetch_many",
    "fetch_rows",
    "open_source",
    "pull",
    "run",
]

_HOMES = {
    "_blocking": ("run",),
    "_pull": ("fetch_rows", "open_source", "pull"),
    "bulk": ("BulkOptions", "Outcome", "Outcomes", "Progress", "fetch_many"),
    "client": ("Client", "ClientOptions", "RawResponse"),
    "errors": tuple(name for name in __all__ if name.endswith("Error")),
    "events": ("Attempt", "Hook"),
    "options": ("CallOptions", "RetryPolicy", "Timeouts"),
    "paging": ("Page", "PageOptions", "Pager"),
    "rate_limit_stores": ("FileRateLimitStore", "RateLimitStore", "RedisRateLimitStore"),
    "resource": ("Collection", "Resource"),
    "vendors": ("Convert", "ConvertV1", "LaunchDarkly", "Optimizely", "OptimizelyClassic", "OptimizelyFlags"),
}

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(__name__, _HOMES)
