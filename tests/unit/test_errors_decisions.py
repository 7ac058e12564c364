"""What errors say and keep: with everything that may be told about a call, and with nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from abclient import errors
from abclient._error_body import class_for_status

CALL: dict[str, Any] = {"vendor": "acme", "operation": "getThing", "method": "GET", "path": "/things/7", "attempts": 2}


def told(error: errors.CallError) -> tuple[str, str, str, str, str, int]:
    return error.message, error.vendor, error.operation, error.method, error.path, error.attempts


def api_error(message: str, **call: Any) -> errors.CallError:
    return errors.APIError(message, status=418, **call)


def decode_error(message: str, **call: Any) -> errors.CallError:
    return errors.DecodeError(message, model="Thing", **call)


@pytest.mark.parametrize("make", [errors.CallError, api_error, decode_error])
def test_an_error_knows_its_call(make: Any) -> None:
    """Every class keeps what it is told about the call, and has an empty text or one attempt where it is not told."""
    assert told(make("why", **CALL)) == ("why", "acme", "getThing", "GET", "/things/7", 2)
    assert told(make("why")) == ("why", "", "", "", "", 1)
    assert make("why").page_token is None


MESSAGES: list[tuple[Callable[[], errors.ABClientError], str]] = [
    (lambda: errors.CallError("why"), "why"),
    (lambda: errors.CallError("why", attempts=2), "why (after 2 attempts)"),
    (lambda: errors.CallError("why", vendor="acme", attempts=1), "acme: why"),
    (lambda: errors.CallError("why", vendor="acme", client="acme"), "acme: why"),
    (lambda: errors.CallError("why", vendor="acme", client="eu"), "acme (eu): why"),
    (lambda: errors.CallError("why", method="GET", path="/a"), "GET /a: why"),
    (lambda: errors.APIError("why", status=418), "418: why"),
    (lambda: errors.APIError("why", status=418, request_id="r"), "418 [request id r]: why"),
    (lambda: errors.DecodeError("why", model="Thing"), "why"),
    (lambda: errors.DecodeError("why", model="Thing", vendor="acme", request_id="r"), "acme [request id r]: why"),
    (lambda: errors.PagingError("why", page_token="/a?b"), "why"),
    (lambda: errors.PartialFailureError("why", values={}, failures={}), "why"),
    (lambda: errors.ExportError("why", Path("out")), "out: why"),
]


@pytest.mark.parametrize(("make", "text"), MESSAGES)
def test_a_message_tells_what_is_known(make: Callable[[], errors.ABClientError], text: str) -> None:
    """Call, answer and attempts stand around the reason where they are known; nothing does where they are not."""
    assert str(make()) == text


def test_the_reason_is_the_first_argument() -> None:
    """As with Python's own exceptions, which tools that collect errors rely on."""
    assert errors.CallError("why", **CALL).args == ("why",)
    assert errors.ConfigurationError("why").args == ("why",)


def test_an_api_error_without_particulars_has_none() -> None:
    """What an answer did not say is None or empty."""
    error = errors.APIError("why", status=418)
    kept = (error.status, error.code, error.request_id, error.retry_after, error.headers, error.body)
    assert kept == (418, None, None, None, {}, "")


def test_an_api_error_keeps_what_the_answer_said() -> None:
    """Every particular, with headers of its own: a change of the ones it was given does not reach it."""
    given = {"a": "b"}
    error = errors.APIError("why", status=418, code="c", request_id="r", retry_after=1.5, headers=given, body="text")
    given["a"] = "changed"
    kept = (error.status, error.code, error.request_id, error.retry_after, error.headers, error.body)
    assert kept == (418, "c", "r", 1.5, {"a": "b"}, "text")


def test_a_decode_error_keeps_what_was_read() -> None:
    """Model, field, request id and body, as they were or empty."""
    full = errors.DecodeError("why", model="Thing", field="a.b", request_id="r", body=b"{}")
    bare = errors.DecodeError("why", model="Thing")
    assert (full.model, full.field, full.request_id, full.body) == ("Thing", "a.b", "r", b"{}")
    assert (bare.model, bare.field, bare.request_id, bare.body) == ("Thing", "", None, b"")


def test_other_errors_keep_what_they_are_about() -> None:
    """The page's token, the values that arrived, the failures of the others, the directory."""
    paging = errors.PagingError("why", page_token="/a?b")
    partial = errors.PartialFailureError("why", values={1: "one"}, failures={2: paging})
    export = errors.ExportError("why", Path("out"))
    assert (paging.message, paging.page_token, errors.PagingError("why").page_token) == ("why", "/a?b", None)
    assert (partial.values, partial.failures) == ({1: "one"}, {2: paging})
    assert export.directory == Path("out")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, errors.BadRequestError),
        (401, errors.UnauthorizedError),
        (402, errors.APIError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (405, errors.MethodNotAllowedError),
        (409, errors.ConflictError),
        (410, errors.GoneError),
        (422, errors.UnprocessableEntityError),
        (429, errors.TooManyRequestsError),
        (302, errors.APIError),
        (499, errors.APIError),
        (500, errors.ServerError),
        (503, errors.ServiceUnavailableError),
        (599, errors.ServerError),
        (600, errors.APIError),
    ],
)
def test_every_status_has_its_class(status: int, expected: type[errors.APIError]) -> None:
    """One class for each documented status, one for all other failures of the vendor, the base for the rest."""
    assert class_for_status(status) is expected


def test_an_error_knows_all_of_its_call() -> None:
    """Each detail is what the call said, and empty where nothing was said; one attempt is the least."""
    names = ("vendor", "operation", "method", "host", "path", "client", "call_id", "attempts")
    call: dict[str, Any] = {name: f"the {name}" for name in names[:-1]} | {"attempts": 3}
    told, silent = errors.CallError("why", **call), errors.CallError("why")
    assert {name: getattr(told, name) for name in names} == call
    assert {name: getattr(silent, name) for name in names} == dict.fromkeys(names[:-1], "") | {"attempts": 1}
