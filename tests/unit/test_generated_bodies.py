"""What generated operations send and take beside JSON objects: forms, bytes, text, several kinds of JSON, nothing."""

from __future__ import annotations

import datetime
import importlib
import json
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from abclient_api._arguments import joined, text
from abclient_api._bodies import File, body_type, form, octets, plain, url_form
from abclient_api._runtime import Body, Response
from support.library import LIBRARY
from support.specs import generate

MOMENT = datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
ZIP = b"PK\x03\x04"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The package that is generated of the made-up vendor's spec."""
    return f"{generate(tmp_path_factory.mktemp('library'), LIBRARY)}.tiny"


@pytest.fixture(scope="module")
def models(library: str) -> Any:
    """Its models."""
    return importlib.import_module(f"{library}.models")


@pytest.fixture(scope="module")
def runtime(library: str) -> Any:
    """What is beside it."""
    return importlib.import_module(f"{library.partition('.')[0]}._runtime")


def request(library: str, name: str, *arguments: Any, **keywords: Any) -> Any:
    """The request of an operation."""
    return importlib.import_module(f"{library}.api.{name}").request(*arguments, **keywords)


def parts(sent: Any) -> list[Message]:
    """The parts of a form, as another parser reads them."""
    head = f"Content-Type: {dict(sent.headers)['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + sent.body, policy=policy.HTTP)
    assert isinstance(message, EmailMessage)
    return [*message.iter_parts()]


class TestForms:
    """Files and fields as multipart/form-data."""

    def test_another_parser_reads_what_is_sent(self, library: str, models: Any, runtime: Any) -> None:
        """Files keep name, type and every byte; lists repeat their field; objects are JSON; UNSET is left out."""
        pages = [runtime.File("1.png", b"\r\n--x\x00", "image/png"), runtime.File('a"b.bin', b"")]
        cover = runtime.File("größe.csv", "a,ü\r\n".encode(), "text/csv; charset=utf-8")
        body = models.ScanUpload(
            cover=cover, pages=pages, made=MOMENT, public=True, order=[3, 4], step=models.Step(op="x")
        )
        sent = request(library, "scans.upload_scan", 5, body=body)
        assert (sent.method, sent.path) == ("POST", "/books/5/scan")
        found = parts(sent)
        assert [one.get_param("name", header="content-disposition") for one in found] == [
            *("cover", "pages", "pages", "made", "public", "order", "order", "step")
        ]
        assert [one.get_payload(decode=True) for one in found] == [
            *(b"a,\xc3\xbc\r\n", b"\r\n--x\x00", b"", b"2024-01-02T03:04:05Z", b"true", b"3", b"4", b'{"op":"x"}')
        ]
        assert [one["content-type"] for one in found] == [
            *('text/csv; charset="utf-8"', "image/png", "application/octet-stream", None, None, None, None),
            "application/json",
        ]
        assert b'filename="a%22b.bin"' in sent.body
        assert 'filename="größe.csv"'.encode() in sent.body

    def test_the_bytes_are_those_of_the_standard(self, library: str, models: Any, runtime: Any) -> None:
        """RFC 7578, byte for byte."""
        sent = request(
            library, "scans.upload_scan", 5, body=models.ScanUpload(cover=runtime.File("c", b"C"), title="T")
        )
        kind, boundary = dict(sent.headers)["content-type"].split("; boundary=")
        assert kind == "multipart/form-data"
        assert sent.body.decode() == (
            f'--{boundary}\r\nContent-Disposition: form-data; name="cover"; filename="c"\r\n'
            f"Content-Type: application/octet-stream\r\n\r\nC\r\n"
            f'--{boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\nT\r\n--{boundary}--\r\n'
        )

    def test_boundaries_differ(self, library: str, models: Any, runtime: Any) -> None:
        """Whoever writes a file cannot know what would end it."""
        body = models.ScanUpload(cover=runtime.File("c", b"C"))
        first, second = (request(library, "scans.upload_scan", 5, body=body).body for _ in range(2))
        assert first != second

    @pytest.mark.parametrize(
        ("arguments", "raised"),
        [
            (("", b""), ValueError),
            ((5, b""), TypeError),
            (("a", "text"), TypeError),
            (("a", b"", "text"), ValueError),
            (("a", b"", "text/csv\r\nX-Evil: 1"), ValueError),
            (("a", b"", "text/csv; x\r\nX-Evil: 1"), ValueError),
        ],
    )
    def test_impossible_files_are_refused(self, arguments: Any, raised: type[Exception]) -> None:
        """Before anything is sent, and no media type can add a header."""
        with pytest.raises(raised):
            File(*arguments)

    def test_a_name_adds_no_header(self) -> None:
        """Ends of lines and quotes are written as browsers do; a repr shows no content."""

        class Upload(Body):
            FIELDS = {"file": 'fi"le\n'}  # noqa: RUF012  # never changed
            file = File("a\r\nX-Evil: 1", b"secret bytes")

        content = form(Upload())[1]
        assert b'name="fi%22le%0A"; filename="a%0D%0AX-Evil: 1"\r\nContent-Type' in content
        assert (
            repr(Upload.file)
            == "File(name='a\\r\\nX-Evil: 1', content=<12 bytes>, media_type='application/octet-stream')"
        )

    def test_only_a_body_is_a_form(self) -> None:
        """A dict has no types to go by."""
        with pytest.raises(TypeError, match="body must be the model of a form, not dict"):
            form({})


CALLS = """
openapi: 3.0.3
info: {title: Calls, version: "1", description: Made up., x-sources: {made-up: {url: "https://example.com"}}}
servers: [{url: "https://api.example.com"}]
paths:
  /calls:
    post:
      operationId: createCall
      tags: [Calls]
      description: Make a call.
      x-source: made-up
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: "#/components/schemas/CallCreate"}
            encoding: ENCODING
      responses:
        "204": {description: Done.}
components:
  schemas:
    CallCreate:
      type: object
      description: A call.
      required: [to]
      properties:
        to: {type: string, description: Whom to call.}
        at: {type: string, format: date-time, description: When.}
        record: {type: boolean, description: Whether to record it.}
        tags: {type: array, items: {type: string}, description: Words.}
        steps: {type: array, items: {$ref: "#/components/schemas/CallStep"}, description: What is said.}
        labels: {type: object, additionalProperties: {type: string}, description: Labels.}
    CallStep:
      type: object
      description: What is said.
      properties:
        say: {type: string, description: Words.}
        pauses: {type: array, items: {type: integer}, description: Seconds.}
"""


class TestUrlForms:
    """Fields as application/x-www-form-urlencoded."""

    @pytest.mark.parametrize(
        ("encoding", "tags"),
        [
            ("{}", [("tags", "a b"), ("tags", "ü&=")]),
            ("{labels: {style: deepObject}}", [("tags", "a b"), ("tags", "ü&=")]),
            ("{tags: {style: deepObject}}", [("tags[0]", "a b"), ("tags[1]", "ü&=")]),
        ],
    )
    def test_the_standard_library_reads_what_is_sent(
        self, encoding: str, tags: list[tuple[str, str]], tmp_path: Path
    ) -> None:
        """Lists repeat their names, or have indices where the spec says so; objects have brackets; null is left out."""
        library = f"{generate(tmp_path, CALLS.replace('ENCODING', encoding))}.tiny"
        models = importlib.import_module(f"{library}.models")
        step = models.CallStep(say="hello", pauses=[1, 2])
        body = models.CallCreate(
            to="+49 30", at=MOMENT, record=True, tags=["a b", "ü&="], steps=[step], labels={"k]": ""}
        )
        sent = request(library, "calls.create_call", body=body)
        assert dict(sent.headers)["content-type"] == "application/x-www-form-urlencoded"
        index = "[{}]" if "tags" in encoding else ""
        pauses = [(f"steps[0][pauses]{index.format(place)}", str(place + 1)) for place in range(2)]
        assert parse_qsl(sent.body.decode("ascii"), keep_blank_values=True, strict_parsing=True) == [
            ("to", "+49 30"),
            ("at", "2024-01-02T03:04:05Z"),
            ("record", "true"),
            *tags,
            ("steps[0][say]", "hello"),
            *pauses,
            ("labels[k]]", ""),
        ]

    def test_nothing_is_an_empty_form(self) -> None:
        """What is UNSET or null has no field."""

        class Nothing(Body):
            FIELDS = {"one": "one"}  # noqa: RUF012  # never changed
            one = None

        assert url_form(Nothing()) == b""
        with pytest.raises(TypeError, match="body must be the model of a form, not dict"):
            url_form({})


def test_a_body_of_bytes_or_of_text_is_sent_as_it_is(library: str) -> None:
    """With its content type, and nothing else is taken."""
    sent = request(library, "scans.replace_scan", 5, body=ZIP)
    assert (sent.body, dict(sent.headers)["content-type"]) == (ZIP, "application/zip")
    sent = request(library, "scans.write_note", 5, body="für 10 €")
    assert (sent.body, dict(sent.headers)["content-type"]) == ("für 10 €".encode(), "text/plain")
    with pytest.raises(TypeError, match="body must be of type bytes, not str"):
        octets("text")
    with pytest.raises(TypeError, match="body must be of type str, not bytes"):
        plain(b"bytes")


def test_the_kind_of_a_body_decides_its_content_type(library: str, models: Any) -> None:
    """A list, and two objects, to one operation that takes all of them; anything else is refused."""
    step = models.Step(op="x")
    kinds = [
        ([step], "application/json", [{"op": "x"}]),
        ((step,), "application/json", [{"op": "x"}]),
        (models.Steps(comment="c"), "application/json; domain-model=steps", {"comment": "c"}),
        (models.BookUpdate(price=None), "application/merge-patch+json", {"price": None}),
    ]
    for body, content_type, document in kinds:
        sent = request(library, "books.patch_book", 5, body=body)
        assert (dict(sent.headers)["content-type"], json.loads(sent.body)) == (content_type, document)
    with pytest.raises(TypeError, match="body must be of type list or Steps or BookUpdate, not dict"):
        request(library, "books.patch_book", 5, body={})
    assert body_type({}, (list, "a"), (dict, "b")) == "b"


def test_a_body_may_be_left_out(library: str, models: Any) -> None:
    """Then there is no content type either; and an empty one is something else."""
    sent = request(library, "books.search_books")
    assert (sent.body, sent.headers) == (None, (("accept", "application/vnd.library+json"),))
    sent = request(library, "books.search_books", body=models.Search())
    assert (sent.body, dict(sent.headers)["content-type"]) == (b"{}", "application/json")


def test_a_post_may_say_that_it_only_reads(library: str) -> None:
    """Which other operations do not."""
    assert request(library, "books.search_books").reads is True
    assert request(library, "books.get_book", 5).reads is False


def test_json_of_a_vendors_own_kind_is_json(library: str, models: Any, runtime: Any) -> None:
    """A content type that ends in +json is read as a model, and its list is known to pagers."""
    sent = request(library, "books.search_books")
    found = sent.parse(runtime.Response(200, (), b'{"books": [{"id": 1}]}'))
    assert found == models.BookPage(books=[models.Book(id=1)])
    assert (sent.items, sent.page) == ("books", models.BookPage)


def scan(content: bytes, content_type: str) -> Response:
    """An answer where a file is expected."""
    return Response(200, (("content-type", content_type),), content)


@pytest.mark.parametrize("content_type", ["application/zip", "application/octet-stream", ""])
def test_a_file_is_answered_as_bytes(library: str, content_type: str) -> None:
    """Whatever it is called."""
    sent = request(library, "scans.get_scan", 5)
    assert sent.headers == (("accept", "application/zip"),)
    assert sent.parse(scan(ZIP, content_type)) == ZIP


@pytest.mark.parametrize(
    ("content", "content_type", "reason"),
    [
        (b"", "application/zip", "the body is empty"),
        (b"<html>", "text/html; charset=utf-8", "a page, not a file"),
        (b'{"message": "no"}', "application/json", r"an error \(message\) with the status of a success"),
        (b'{"title": "no"}', "application/problem+json", r"an error \(title\)"),
    ],
)
def test_what_is_no_file_is_no_answer(
    library: str, runtime: Any, content: bytes, content_type: str, reason: str
) -> None:
    """Nothing, a page and an error are not saved as if they were the file."""
    with pytest.raises(runtime.Undecodable, match=reason):
        request(library, "scans.get_scan", 5).parse(scan(content, content_type))


def test_a_file_may_itself_be_json_or_xml(library: str) -> None:
    """What a file begins with does not count: some are text."""
    for content, content_type in [
        (b"[1]", "application/json"),
        (b"<a/>", "application/xml"),
        (b"{", "application/json"),
    ]:
        assert request(library, "scans.get_scan", 5).parse(scan(content, content_type)) == content


def test_times_and_lists_of_parameters_go_as_the_vendor_writes_them(library: str) -> None:
    """Moments as numbers since 1970, and a list with commas; what cannot be meant is refused."""
    sent = request(library, "scans.get_scan", 5, pages=[1, 2], after=MOMENT, x_before=MOMENT)
    assert sent.query == "pages=1%2C2&after=1704164645000"
    assert dict(sent.headers)["x-before"] == "1704164645"
    assert request(library, "scans.get_scan", 5, pages=3).query == "pages=3"
    with pytest.raises(TypeError, match="after must be of type datetime, not int"):
        request(library, "scans.get_scan", 5, after=1704164645000)
    with pytest.raises(ValueError, match="after: a datetime without time zone is ambiguous"):
        request(library, "scans.get_scan", 5, after=MOMENT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="tags must not contain commas"):
        joined(text)("tags", ["a,b"])


def test_a_package_knows_its_base_addresses(library: str) -> None:
    """All servers of the spec, in its order."""
    assert importlib.import_module(library).SERVERS == (
        "https://library.example.com/v1",
        "https://eu.library.example.com/v1",
    )
