"""Errors are plain data."""

from __future__ import annotations

import copy
import pickle
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient import errors

CALL = {"vendor": "acme", "operation": "getThing", "method": "GET", "path": "/things/7", "attempts": 2}


def every_error() -> list[errors.ABClientError]:
    """One of every class there is, with all its attributes set."""
    made: list[errors.ABClientError] = []
    for value in vars(errors).values():
        if not isinstance(value, type) or not issubclass(value, errors.ABClientError):
            continue
        arguments: dict[str, Any] = {}
        if issubclass(value, errors.CallError):
            arguments |= CALL
        if issubclass(value, errors.APIError):
            arguments |= {"status": 418, "code": "c", "request_id": "r", "retry_after": 1.5, "headers": {"a": "b"}}
        if issubclass(value, errors.DecodeError):
            arguments |= {"model": "Thing", "field": "a.b", "request_id": "r", "body": b"\xff"}
        if issubclass(value, errors.PagingError):
            arguments |= {"page_token": "token"}
        if issubclass(value, errors.PartialFailureError):
            arguments |= {"values": {1: "one"}, "failures": {}}
        if issubclass(value, errors.ExportError):
            arguments |= {"directory": Path("out")}
        made.append(value("it broke", **arguments))
    return made


ALL = every_error()


def echo(error: errors.ABClientError) -> errors.ABClientError:
    return error


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_copies_and_pickles_are_equal(error: errors.ABClientError) -> None:
    """Class, message and every attribute survive copy, deepcopy and every pickle protocol."""
    copies = [copy.copy(error), copy.deepcopy(error)]
    copies += [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for twin in copies:
        assert type(twin) is type(error)
        assert (str(twin), vars(twin)) == (str(error), vars(error))


@pytest.mark.slow
def test_errors_cross_processes() -> None:
    """A process pool hands errors back whole instead of hiding them behind an unpickling failure."""
    import multiprocessing

    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert [str(error) for error in pool.map(echo, ALL)] == [str(error) for error in ALL]


def test_the_tree_is_the_documented_one() -> None:
    """Every class in the drawing exists, is public, and has the base the drawing says."""
    drawn = set(re.findall(r"\b[A-Z]\w+Error\b", errors.__doc__ or "")) - {
        "ValueError",
        "RuntimeError",
        "TimeoutError",
        "TypeError",
    }
    assert drawn - {"OptimizelyError"} == {type(error).__name__ for error in ALL} - {"CallError"}
    assert drawn <= set(abclient.__all__)


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("ConfigurationError", (ValueError,)),
        ("InvalidRequestError", (ValueError,)),
        ("ClientClosedError", (RuntimeError,)),
        ("ReadTimeoutError", (TimeoutError,)),
        ("ConnectTimeoutError", (errors.NotSentError, TimeoutError)),
        ("PoolTimeoutError", (errors.NotSentError, TimeoutError)),
        ("RateLimitedLocallyError", (errors.NotSentError, TimeoutError)),
        ("ResponseTooLargeError", (errors.ResponseLostError,)),
        ("DeadlineExceededError", (errors.TransportError, TimeoutError)),
        ("ServiceUnavailableError", (errors.ServerError,)),
        ("NotFoundError", (abclient.OptimizelyError,)),
    ],
)
def test_errors_are_caught_by_the_built_in_they_resemble(name: str, bases: tuple[type, ...]) -> None:
    """Code that catches TimeoutError or ValueError catches ours too."""
    for base in bases:
        assert issubclass(getattr(errors, name), base)


def test_a_message_starts_with_the_call() -> None:
    """Vendor, method, path, status and request id come first, then what happened."""
    error = errors.NotFoundError("gone", status=404, request_id="r1", **CALL)  # type: ignore[arg-type]  # one dict serves all classes
    assert str(error) == "acme GET /things/7 404 [request id r1]: gone (after 2 attempts)"
