"""Every operation of every vendor's specification, against a server that was made from the specification alone.

Each operation is sent as its generated ``request(...)`` describes it, through the vendor's client, over a real socket
(``ABCLIENT_FUZZ=2`` adds the second transport). The server checks the request, and gives one kind of answer after the
other.
"""

from __future__ import annotations

import json
from contextlib import AsyncExitStack
from typing import Any

import pytest

import abclient
from abclient._error_body import class_for_status
from abclient.client import Client
from abclient_api._runtime import Model, Request
from support.arguments import operations, requests
from support.cases import FACTOR, a_third_every_run
from support.clients import PACKAGES, connect, other_credentials_of, vendor_of
from support.contract_server import FOREIGN, Answer, ContractServer, Operation, contract

EVERY = a_third_every_run((package, name) for package in PACKAGES for name in operations(package))
TRANSPORTS = ("httptools", "h11") if FACTOR > 1 else ("httptools",)

READABLE = {
    *("minimal", "full", "extra", "null", "unknown enum", "duplicate keys", "wrong content type"),
    # Where they are what the operation answers with, for which ``is_foreign`` has looked.
    *(
        f"foreign {kind}{typed}"
        for kind in ("empty list", "empty object", "object")
        for typed in ("", ", as documented")
    ),
}
"""Answers that must be read; their JSON survives untouched."""

MAY_BE_READ = {"numbers as text", "nested field"}
"""Answers that may be read, which then survive as well: how deep JSON may be is up to the interpreter."""


@pytest.mark.parametrize("package", PACKAGES)
def test_no_operation_is_left_out(package: str) -> None:
    """The generated operations are those of the specification, and say whose they are."""
    made = [request for module in operations(package).values() for request in requests(package, module)]
    ids = {request.operation for request in made}
    assert ids == set(contract(package).operations)
    assert len(ids) == len(operations(package))
    assert {request.package for request in made} == {package}


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize(("package", "name"), EVERY)
async def test_every_answer_to_every_operation_has_a_documented_end(package: str, name: str, transport: str) -> None:
    """Requests are as documented; answers end in a result that lost nothing, or in the documented error."""
    smallest, whole = requests(package, operations(package)[name])
    operation = contract(package).operations[whole.operation]
    answers = contract(package).answers(operation)
    options: dict[str, Any] = {"transport": transport, **other_credentials_of(vendor_of(package))}
    async with ContractServer(contract(package)) as server, AsyncExitStack() as clients:
        client = await clients.enter_async_context(connect(vendor_of(package), server.url, **options))
        for kind, answer in answers.items():
            server.next = answer
            for request in (smallest, whole) if kind in {"full", "204"} else (whole,):
                end = await _end(client, request)
                assert server.complaints == []
                if is_foreign(package, kind, operation):
                    assert isinstance(end, abclient.DecodeError), f"{kind}: {end!r}"
                    assert (end.operation, end.body) == (operation.id, answer.body)
                else:
                    if contract(package).is_map(operation) and kind.startswith("foreign empty list"):
                        assert end == {}  # as servers in PHP write an empty object
                        continue
                    _check(kind, answer, operation, end)
            if answer.status in {429, 503}:  # after which a client waits, and rightly so
                client = await clients.enter_async_context(connect(vendor_of(package), server.url, **options))
    assert set(server.seen) == {operation.id}


def is_foreign(package: str, kind: str, operation: Operation) -> bool:
    """Whether it is no answer to this operation, and says so only by what it is."""
    name = kind.removesuffix(", as documented")
    if operation.content_type is None:  # a word more than nothing is no harm, unless it is an error
        return name in {"page", "problem"} or (name in FOREIGN and "error" in name and "foreign" not in name)
    if name == "minimal":
        return contract(package).needs_nothing(operation)
    if name == "foreign empty list":
        return not (contract(package).is_list(operation) or contract(package).is_map(operation))
    if name == "foreign object" and contract(package).is_map(operation):
        return True  # one of its values is not what it should be
    if name in {"foreign object", "foreign empty object"}:
        return not contract(package).is_free(operation)
    return name == "page" or name in FOREIGN


async def _end(client: Client, request: Request[Any, Any]) -> Any:
    try:
        return await client.send(request)
    except abclient.ABClientError as error:
        return error


def _check(kind: str, answer: Answer, operation: Operation, end: Any) -> None:
    if answer.status >= 400:
        assert type(end) is class_for_status(answer.status), f"{kind}: {end!r}"
        assert end.status == answer.status
        assert end.operation == operation.id
    elif operation.content_type is None:
        assert end is None or (kind == "html" and isinstance(end, abclient.DecodeError)), f"{kind}: {end!r}"
    elif answer.status == 204:
        assert end in (None, "") or isinstance(end, abclient.DecodeError), f"{kind}: {end!r}"
    elif operation.schema is None and isinstance(end, abclient.DecodeError):
        assert kind in {"empty", "html", "not utf-8", "nested body"}, kind
    elif operation.schema is None:
        assert end == answer.body.decode("utf-8", "replace"), kind
    elif isinstance(end, abclient.DecodeError):
        assert kind not in READABLE, f"{kind}: {end}"
        assert end.body == answer.body
        assert end.operation == operation.id
    else:
        any_json = not operation.schema
        assert kind in READABLE | MAY_BE_READ or (any_json and kind == "nested body"), f"{kind}: {type(end)}"
        written = _as_json(end)
        # What is nested too deeply for Python's own parser cannot be compared either, only written.
        assert kind.startswith("nested") or written == json.loads(answer.body), kind


def _as_json(value: Any) -> Any:
    if value.__class__ is list:
        return [_written(item) for item in value]
    if value.__class__ is dict:
        return {key: _written(item) for key, item in value.items()}
    return _written(value)


def _written(item: Any) -> Any:
    return item.to_dict() if isinstance(item, Model) else item


GOOD = b"POST /v2/attributes HTTP/1.1\r\nAuthorization: Bearer t0ken-of-tests\r\nContent-Type: application/json\r\n\r\n"
BODY = b'{"key": "k", "project_id": 7}'


@pytest.mark.parametrize(
    ("request_", "complaint"),
    [
        (GOOD.replace(b"/attributes", b"/atributes") + BODY, "no operation is"),
        (GOOD.replace(b"POST", b"DELETE") + BODY, "no operation is"),
        (GOOD.replace(b"/attributes", b"/attributes?page=1") + BODY, "undocumented"),
        (GOOD.replace(b"Bearer ", b"") + BODY, "no credential"),
        (GOOD.replace(b"json", b"xml") + BODY, "content-type"),
        (GOOD + b'{"key": "k"}', "lacks a field"),
        (GOOD + b'{"key": 5, "project_id": 7}', "body.key is 5"),
        (GOOD + b'{"key": "k", "project_id": 7, "kye": "k"}', "body.kye is not specified"),
        (GOOD.replace(b"POST", b"GET"), "is missing"),
        (GOOD.replace(b"POST", b"GET").replace(b"/attributes", b"/attributes?project_id=x"), "parameter project_id"),
        (GOOD.replace(b"Content", b"Authorization: Bearer other\r\nContent") + BODY, "came twice"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_server_notices_what_is_not_documented(request_: bytes, complaint: str) -> None:
    """Each way to break the contract is a complaint; without it, the request is fine."""
    assert contract("optimizely").check(GOOD + BODY, "http://host").id == "create_attribute"
    with pytest.raises(AssertionError, match=complaint):
        contract("optimizely").check(request_, "http://host")
