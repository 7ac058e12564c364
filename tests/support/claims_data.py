"""What must hold for any JSON of a vendor and any file of an export: each function checks it for one case."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

from abclient._json import reader
from abclient.errors import CallError, DecodeError, ExportError, PagingError
from abclient.export import FileFormat
from abclient.export._codecs import CODECS
from abclient.export._manifest import MANIFEST_VERSION
from abclient.export._manifest_file import MANIFEST, manifest_of
from abclient.export._record import record_of
from abclient.export._seal import sealed
from abclient.results import SCHEMA_VERSION, ResultRow
from abclient.transports import WireResponse
from abclient_api._runtime import Model, Request, Response, read
from support.arguments import models
from support.clients import PACKAGES, VENDORS, connect
from support.contract_server import contract
from support.fake import Script, fake_session
from support.known import known
from support.noise import LINKS, TARGETS, Noise
from support.records import sealed_json
from support.rows import NOW, a_row
from support.samples import Style

STYLES = (Style(), Style(optional="omit"), Style(extra=True), Style(numbers_as_text=True))


@cache
def _kinds(vendor: str) -> list[type[Model]]:
    return [kind for kind in models(vendor).values() if issubclass(kind, Model)]


@cache
def _right(vendor: str, name: str, style: int) -> Any:
    return contract(vendor).samples.sample({"$ref": f"#/components/schemas/{name}"}, STYLES[style])


def _document(draw: Noise, vendor: str, name: str) -> Any:
    return draw.document(_right(vendor, name, draw.number(len(STYLES) - 1)))


@cache
def _decoder() -> Callable[..., Any]:
    return fake_session(Script()).decode


def _decoded(kind: type[Model], body: bytes, loads: Callable[[bytes], Any]) -> Model | DecodeError:
    request: Request[Model, Any] = Request(
        operation="get",
        method="GET",
        path_template="/",
        path="/",
        parse=lambda response: read(response, kind.__name__, kind.from_dict),
    )
    try:
        found: Model = _decoder()(request, Response(200, (), body, loads), request.parse)
    except DecodeError as error:
        return error
    return found


def _any_json_is_a_model_that_lost_nothing_or_a_decode_error(vendor: str, draw: Noise) -> None:
    kind = draw.one_of(_kinds(vendor))
    body = json.dumps(_document(draw, vendor, kind.__name__)).encode()
    if draw.odds(0.1):
        body = draw.content(body)
    loads = draw.one_of((json.loads, reader()))
    model = _decoded(kind, body, loads)
    if isinstance(model, DecodeError):
        assert model.model == kind.__name__, body
        assert model.body == body
        assert str(model)
    else:
        # Compared as text, since NaN is not equal to itself.
        assert json.dumps(model.to_dict()) == json.dumps(loads(body) or {}), body
        assert repr(model)


def _results_are_rows_or_a_value_error(vendor: str, draw: Noise) -> None:
    package = known(vendor).results_package or vendor
    package, (name, to_rows) = draw.one_of(
        [*((package, one) for one in known(vendor).rows), (vendor, known(vendor).info)]
    )
    document = _document(draw, package, name)
    answer = _decoded(models(package)[name], json.dumps(document).encode(), json.loads)
    if isinstance(answer, DecodeError):
        return
    try:
        found: Any = to_rows(answer)
    except ValueError as error:
        assert str(error), document
    else:
        if isinstance(found, list):
            rows = cast("list[ResultRow]", found)
            assert all(row.vendor == vendor for row in rows), document


@cache
def _runner() -> asyncio.Runner:
    return asyncio.Runner()


def _a_list_ends_in_pages_or_in_an_error(vendor: str, draw: Noise) -> None:
    whole = _right(vendor, known(vendor).listed, 0)
    documents = [draw.document(whole if isinstance(whole, dict) and "items" in whole else [whole]) for _ in range(2)]
    pages = [
        WireResponse(
            status=200,
            headers=(("link", draw.header(*LINKS).replace("api.example.com/v2/x", draw.header(*TARGETS))),),
            body=json.dumps(document).encode(),
        )
        for document in documents
    ]

    async def run() -> None:
        script = Script(*pages)
        client = connect(vendor, "https://api.example.com", transport=script)
        try:
            pager = known(vendor).some_list(client)
            vars(pager)["_max_pages"] = 50  # a vendor that says so may have 100,000 pages
            async for _ in pager:
                pass
        except (CallError, PagingError):
            pass
        assert all(request.url.startswith("https://api.example.com/") for request in script.requests), documents

    _runner().run(run())


@cache
def _rows_of_a_file() -> list[ResultRow]:
    return [
        a_row(experiment_id="2000000021", units=853, mean=0.3, period_start=NOW, experiment_name='A "name",\r\nä'),
        a_row(),
    ]


@cache
def _file(file_format: Any) -> bytes:
    return CODECS[file_format].encode(_rows_of_a_file())


def a_file_is_rows_or_a_value_error(draw: Noise) -> None:
    """CSV and JSON Lines, damaged anywhere, are read as rows or refused with ValueError."""
    file_format: FileFormat = draw.one_of(("csv", "jsonl"))
    content = draw.content(_file(file_format))
    if file_format == "jsonl" and draw.odds(0.6):
        row = json.loads(_file("jsonl").splitlines()[0])
        content = json.dumps(draw.document(row)).encode()
    try:
        rows = CODECS[file_format].decode(content)
    except ValueError:
        return
    assert all(isinstance(row, ResultRow) for row in rows), content


_PART = {"file": "part-000001-0123abcd.csv", "rows": 1, "bytes": 9, "sha256": "ab" * 32, "keys": {"x": 1}}
_SNAPSHOTS = {"file": "_history-000001-0123abcd.snapshots", "rows": 1, "bytes": 9, "sha256": "ab" * 32}
_MANIFEST: dict[str, Any] = {
    "manifest_version": MANIFEST_VERSION,
    "schema_version": SCHEMA_VERSION,
    "abclient": "1",
    "journal": 1,
    "file_format": "csv",
    "excel": False,
    "mark": "0123abcd",
    "options": {"a": 1},
    "run": {"number": 2, "started": "2026-01-02T03:04:05+00:00", "finished": None},
    "next_part": 2,
    "parts": [_PART],
    "done": {
        "key": ["x", "t"],
        "run": 2,
        "status": "running",
        "version": ["v", None],
        "allocation": [{"a": 50.0}, None],
        "allocation_error": [None, "TimeoutError"],
        "vendor": ["optimizely", None],
        "project": ["1", None],
        "environment": None,
        "experiment_id": ["2", None],
        "account": None,
    },
    "failures": {"y": "gone"},
    "noted": {"z": "gone"},
    "removed": {"w": 1},
    "history": {
        "starts": ["2026-01-01T03:04:05+00:00", "2026-01-02T03:04:05+00:00"],
        "next_part": 2,
        "parts": [_SNAPSHOTS | {"first_run": 1, "last_run": 2}],
        "latest": {"key": ["x"], "run": [2], "digest": "0123456789abcdef"},
        "removed": {"w": [1]},
    },
}
_FOLLOWED = sealed_json(_MANIFEST)
_CHANGE: dict[str, Any] = {
    "run": {"number": 2, "started": "2026-01-02T03:04:05+00:00", "finished": "2026-01-02T04:04:05+00:00"},
    "next_part": 3,
    "parts": [
        _PART | {"sha256": "cd" * 32, "keys": {}},
        _PART | {"file": "part-000002-0123abcd.csv", "keys": {"y": 1}},
    ],
    "gone": [],
    "done": {
        "key": ["y"],
        "run": 2,
        "allocation_error": ["TimeoutError"],
        **dict.fromkeys(("status", "version", "allocation", "vendor", "project", "environment", "experiment_id")),
        "account": None,
    },
    "forgotten": ["w"],
    "failures": {"y": None, "v": "late"},
    "removed": {"u": 2},
    "noted": {},
    "history": {
        "start": None,
        "next_part": 3,
        "parts": [_SNAPSHOTS | {"first_run": 1, "last_run": 2, "rows": 2}],
        "gone": [],
        "latest": {"key": ["y"], "run": 2, "digest": ["0123456789abcdef"]},
        "removed": {"u": [2]},
    },
}
_JOURNAL: dict[str, Any] = {"follows": hashlib.sha256(_FOLLOWED).hexdigest(), "changes": [_CHANGE]}


def _record_file(draw: Noise, right: dict[str, Any]) -> bytes:
    """A damaged file of a record, mostly with the checksum that belongs to it, which an accident would not leave."""
    members = json.dumps(draw.document(right)).encode()[1:]
    if draw.odds(0.1):
        members = draw.content(members)
    content = sealed((members,))
    return draw.one_of((draw.content(content), b"{" + members, b"[" * 100_000, b"")) if draw.odds(0.1) else content


def a_manifest_is_read_or_refused(draw: Noise) -> None:
    """A manifest that is damaged in any way is one that can be used, or an ExportError; it never names other files."""
    content = _record_file(draw, _MANIFEST)
    try:
        manifest = manifest_of(content, Path(MANIFEST))
    except ExportError as error:
        assert str(error), content
        return
    assert all(Path(part.file).name == part.file for part in manifest.files), content
    assert manifest_of(manifest.to_json(), Path(MANIFEST)) == manifest, content


def a_journal_is_read_or_refused(draw: Noise) -> None:
    """So is a journal; what is read is what a whole manifest can say."""
    content = _record_file(draw, _JOURNAL)
    files = {MANIFEST: _FOLLOWED, "_journal-000001-0123abcd.json": content}
    try:
        manifest = record_of(files.get, Path(MANIFEST)).manifest
    except ExportError as error:
        assert str(error), content
        return
    assert all(Path(part.file).name == part.file for part in manifest.files), content
    assert manifest_of(manifest.to_json(), Path(MANIFEST)) == manifest, content


def _for_each(names: tuple[str, ...], claim: Callable[[str, Noise], None]) -> list[Callable[[Noise], None]]:
    def of(vendor: str) -> Callable[[Noise], None]:
        def check(draw: Noise) -> None:
            claim(vendor, draw)

        check.__name__ = f"{claim.__name__.strip('_')}, {vendor}"
        return check

    return [of(name) for name in names]


CLAIMS: tuple[Callable[[Noise], None], ...] = (
    *_for_each(PACKAGES, _any_json_is_a_model_that_lost_nothing_or_a_decode_error),
    *_for_each(VENDORS, _results_are_rows_or_a_value_error),
    *_for_each(VENDORS, _a_list_ends_in_pages_or_in_an_error),
    a_file_is_rows_or_a_value_error,
    a_manifest_is_read_or_refused,
    a_journal_is_read_or_refused,
)
