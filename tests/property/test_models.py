"""Any JSON at all becomes a model that lost nothing, or a DecodeError; no other exception ever comes out."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from abclient._json import reader
from abclient.errors import DecodeError
from abclient_api import _wire
from abclient_api._runtime import Model, Request, Response, Undecodable, read
from support.arguments import models
from support.cases import cases
from support.clients import PACKAGES
from support.contract_server import contract
from support.fake import Script, fake_session
from support.noise import keys_of
from support.samples import Style

MODELS: list[tuple[str, str, type[Model]]] = [
    (vendor, name, kind) for vendor in PACKAGES for name, kind in models(vendor).items() if issubclass(kind, Model)
]
WORDS = st.sampled_from(
    ("", "null", "12.5", "-0", "1e400", "NaN", "2026-01-02T03:04:05Z", "2026-13-45", "0001-01-01T00:00:00+14:00")
) | st.sampled_from(
    ("1767323045", '["and", {"audience_id": 7}]', "[" * 2000, "{", "Mon, 99 Feb", "half a \ud83d", "\0", "\u2028")
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10) | WORDS
DOCUMENTS = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)


@st.composite
def almost_right(draw: st.DrawFn, vendor: str, name: str) -> Any:
    """A document as specified, but for a few places."""
    schema = {"$ref": f"#/components/schemas/{name}"}
    document: Any = contract(vendor).samples.sample(schema, Style(extra=draw(st.booleans())))
    for _ in range(draw(st.integers(0, 3))):
        place: Any = document
        while keys := keys_of(place):
            key = draw(st.sampled_from(keys))
            if not keys_of(place[key]) or draw(st.booleans()):
                place[key] = draw(DOCUMENTS)
                break
            place = place[key]
    return document


def decoded(kind: type[Model], body: bytes, loads: Callable[[bytes], Any] = json.loads) -> Model | DecodeError:
    """What a session makes of an answer with this body."""
    request: Request[Model, Any] = Request(
        operation="get",
        method="GET",
        path_template="/",
        path="/",
        parse=lambda response: read(response, kind.__name__, kind.from_dict),
    )
    try:
        return fake_session(Script()).decode(request, Response(200, (), body, loads), request.parse)
    except DecodeError as error:
        return error


@cases(800)
@given(st.data())
def test_any_json_is_a_model_that_lost_nothing_or_a_decode_error(data: st.DataObject) -> None:
    """What was read is written as it came, unknown fields included, and reading that again gives the same."""
    vendor, name, kind = data.draw(st.sampled_from(MODELS))
    document: Any = data.draw(DOCUMENTS | almost_right(vendor, name))
    loads = data.draw(st.sampled_from([json.loads, reader()]))
    body = json.dumps(document).encode()
    model, document = decoded(kind, body, loads), loads(body)
    if isinstance(model, DecodeError):
        assert model.model == name
        assert str(model)
        return
    assert model.to_dict() == (document or {})
    assert kind.from_dict(model.to_dict()) == model
    assert model.additional_properties == {key: document[key] for key in document if key not in kind.FIELDS.values()}
    assert repr(model)
    for twin in (copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert (twin, twin.to_dict()) == (model, document or {})


@cases(300)
@given(st.data())
def test_any_bytes_are_a_model_or_a_decode_error(data: st.DataObject) -> None:
    """Cut, garbled and arbitrary bytes end the same way; the error keeps them."""
    vendor, name, kind = data.draw(st.sampled_from(MODELS))
    whole = json.dumps(data.draw(almost_right(vendor, name))).encode()
    cut, garbage = data.draw(st.integers(0, len(whole))), data.draw(st.binary(max_size=5))
    body = data.draw(st.sampled_from([whole[:cut], whole[:cut] + garbage + whole[cut:], garbage]))
    result = decoded(kind, body, data.draw(st.sampled_from([json.loads, reader()])))
    assert isinstance(result, kind) or (isinstance(result, DecodeError) and result.body == body)


@cases(400)
@given(st.data(), st.text(max_size=8))
def test_changing_an_attribute_changes_that_field_alone(data: st.DataObject, value: str) -> None:
    """All other fields are written as they came."""
    vendor, name, kind = data.draw(st.sampled_from(MODELS))
    document = contract(vendor).samples.sample({"$ref": f"#/components/schemas/{name}"}, Style(extra=True))
    model = kind.from_dict(document)
    texts = [attribute for attribute in kind.FIELDS if isinstance(getattr(model, attribute), str)]
    if texts:
        attribute = data.draw(st.sampled_from(texts))
        setattr(model, attribute, value)
        assert model.to_dict() == {**document, kind.FIELDS[attribute]: value}


@cases(300)
@given(DOCUMENTS | st.text(st.sampled_from("0123456789-:+TZ./, aePMonUTCst"), max_size=30))
def test_reading_a_value_never_fails(value: Any) -> None:
    """Whatever stands where a date or a number should be, it is read as one or as None."""
    moment, day = _wire.to_datetime(value), _wire.to_date(value)
    assert moment is None or moment.utcoffset() is not None
    assert day is None or type(day) is datetime.date
    assert isinstance(_wire.from_numeric_string(value), float | None)
    _wire.from_json_string(value)


@cases(300)
@given(st.data())
def test_an_undecodable_names_no_value(data: st.DataObject) -> None:
    """What is wrong is told by model, field and type; values may be secret."""
    vendor, name, kind = data.draw(st.sampled_from(MODELS))
    document = data.draw(almost_right(vendor, name))
    hidden = json.loads(json.dumps(document).replace('"text"', '"hidden-value"'))
    try:
        kind.from_dict(hidden)
    except Undecodable as failure:
        assert "hidden-value" not in str(failure)
