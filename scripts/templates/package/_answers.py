"""What counts as the answer that an operation documents, and what does not although its status says success.

Gateways, firewalls and login pages answer in a vendor's place, and some servers send errors with status 200. Read
tolerantly, as models are, such an answer is an object without any field: it would look as if there were no data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast

from attrs import NOTHING, fields_dict, frozen

from ._models import Model, Undecodable

M = TypeVar("M", bound=Model)

# What error objects say, as RFC 9457, JSON:API, OAuth, these vendors and common gateways write it.
_ERROR_MARKS = frozenset(
    {
        *("code", "detail", "details", "error", "errorCode", "errorMessage", "error_code", "error_description"),
        *("error_message", "errors", "exception", "fault", "message", "title"),
    }
)
# What stands beside that. In an object with nothing else that is known, these tell nothing.
_ERROR_WORDS = _ERROR_MARKS | frozenset(
    {
        *("instance", "path", "requestId", "request_id", "status", "statusCode", "status_code", "success"),
        *("timestamp", "traceId", "trace_id", "type", "uuid"),
    }
)

# What a server says with a status that needs no words: that it is done, or that it takes a while.
_WORDS_OF_COMFORT = frozenset({"detail", "details", "message", "title"})

# Where some say how it went, and what they then say.
_OUTCOMES = ("ok", "success", "status", "statusCode", "status_code")
_CODES = ("code", "status", "statusCode", "status_code")
_FAILED = frozenset({"denied", "error", "fail", "failed", "failure", "forbidden", "unauthorized"})

_IDS = frozenset({int, str})

TAGS = _IDS
"""The classes of values that say the kind of an object; ``True``, which is equal to 1, is none."""

_BEGINNING = 1024
"""Bytes at the start of a text that show what it is."""

_BLANK = b"\xef\xbb\xbf \t\r\n"


@frozen(eq=False)
class Unreadable:
    """An item of a list that could not be read.

    Attributes:
        index: its place in the answer's list, from 0.
        item: its id or key, where that can be read.
        row: the item as it came.
        failure: what is wrong with it.
    """

    index: int
    item: int | str | None
    row: Any
    failure: Undecodable


def recognise(model: type[Model], data: Any) -> None:
    """Look whether a whole answer is meant to be of a model.

    What makes an answer one is a field that the model has and error objects have not; the model's ids, where it has
    any, are enough if nothing looks like an error. A model that has nothing but what error objects have, too, such as
    a code and a message, needs a code from 200 to 299.

    Raises:
        Undecodable: it is no object, an error object, or an object with none of the model's fields.
    """
    name = model.__name__
    if data.__class__ is not dict:
        raise Undecodable(name, "", f"expected an object, got {type(data).__name__}", data)
    keys = _keys(model)
    for key in keys.telling:
        if data.get(key) is not None:
            return
    if keys.telling or keys.required.keys() - _ERROR_WORDS:
        _refuse_error(name, data, keys.marks)
    elif not _says_success(data):
        _refuse_error(name, data, _ERROR_MARKS)
    if not keys.required and keys.telling.isdisjoint(data):
        raise Undecodable(name, "", "an object with none of the documented fields", data)


def answered(model: type[M], data: Any) -> M:
    """The model that a whole answer is.

    Raises:
        Undecodable: it is not meant to be one, or cannot be read.
    """
    recognise(model, data)
    made = model.from_dict(data)
    if failure := _unidentified(model, made, data):
        raise failure
    return made


def free_object(data: Any) -> dict[str, Any]:
    """An answer that is an object of any fields.

    Raises:
        Undecodable: it is no object, or has nothing but what error objects have.
    """
    if data.__class__ is not dict:
        raise Undecodable("object", "", f"expected an object, got {type(data).__name__}", data)
    if data.keys() <= _ERROR_WORDS:
        _refuse_error("object", data, _ERROR_MARKS)
    return data


def each_item(model: type[M], rows: list[Any]) -> list[M | Unreadable]:
    """The items of a list, in its order; one that cannot be read costs no other."""
    from_dict = model.from_dict
    required = _keys(model).required
    try:
        made = [from_dict(row) for row in rows]
    except (Undecodable, RecursionError):
        return [_item(model, index, row) for index, row in enumerate(rows)]
    for attribute in required.values():
        found = [*map(attrgetter(attribute), made)]
        if not {*map(type, found)} <= _IDS or "" in found:
            return [_item(model, index, row) for index, row in enumerate(rows)]
    return [*made]


def every_item(model: type[M], rows: list[Any]) -> list[M]:
    """The items of a list that is good for nothing with one missing, such as the figures of an experiment.

    Raises:
        Undecodable: one of them cannot be read.
    """
    made: list[M] = []
    for item in each_item(model, rows):
        if isinstance(item, Unreadable):
            raise item.failure
        made.append(item)
    return made


def of_its_kind(name: str, tag: str, models: Mapping[Any, type[Model]], data: Any) -> Model | dict[str, Any]:
    """What a whole answer is whose kind stands in one of its fields; a dict if no model is known for the kind.

    Raises:
        Undecodable: it is no object, an error object, has no kind, or cannot be read.
    """
    known = free_object(data)
    kind = known.get(tag)
    if kind.__class__ not in TAGS:
        raise Undecodable(name, tag, f"expected what says the kind, got {type(kind).__name__}", data)
    return answered(models[kind], known) if kind in models else known


def of_their_kinds(
    name: str, tag: str, models: Mapping[Any, type[Model]], rows: list[Any]
) -> list[Model | dict[str, Any]]:
    """The items of a list, each of a kind that it says itself; a dict where no model is known for that.

    Raises:
        Undecodable: one of them is no object, or cannot be read.
    """
    made: list[Model | dict[str, Any]] = []
    for index, row in enumerate(rows):
        if row.__class__ is not dict:
            raise Undecodable(name, "", f"expected an object, got {type(row).__name__}", row)
        kind = row.get(tag)
        item = _item(models[kind], index, row) if kind.__class__ in TAGS and kind in models else row
        if isinstance(item, Unreadable):
            raise item.failure
        made.append(item)
    return made


def _item(model: type[M], index: int, row: Any) -> M | Unreadable:
    try:
        made = model.from_dict(row)
        failure = _unidentified(model, made, row)
    except Undecodable as exc:
        return Unreadable(index, _id_of(model, row), row, exc)
    except RecursionError:
        return Unreadable(index, _id_of(model, row), row, Undecodable(model.__name__, "", "nested too deeply", row))
    return made if failure is None else Unreadable(index, _id_of(model, row), row, failure)


def _unidentified(model: type[Model], made: Model, data: Any) -> Undecodable | None:
    """What is wrong with the ids, which are text or whole numbers: nothing else can be asked for again."""
    for key, attribute in _keys(model).required.items():
        found = getattr(made, attribute)
        if type(found) not in _IDS or found == "":
            told = "is empty" if found == "" else f"expected text or a whole number, got {type(found).__name__}"
            return Undecodable(model.__name__, key, told, data)
    return None


def _id_of(model: type[Model], row: Any) -> int | str | None:
    """The first of the ids that can be read, of what may be anything."""
    found = (row.get(key) for key in _keys(model).required) if row.__class__ is dict else ()
    return next((one for one in found if type(one) in _IDS and one != ""), None)


def _refuse_error(name: str, data: dict[str, Any], marks: frozenset[str]) -> None:
    found = sorted(key for key in marks if data.get(key))
    if found:
        raise Undecodable(name, "", f"an error ({', '.join(found)}) with the status of a success", data)


class _Keys(NamedTuple):
    """The JSON names that show what an object is.

    Attributes:
        required: of the fields that the model requires, which are its ids, with their attributes.
        telling: of the other fields that error objects have not.
        marks: what tells an error, because the model has no such field.
    """

    required: dict[str, str]
    telling: frozenset[str]
    marks: frozenset[str]


def _keys(model: type[Any]) -> _Keys:
    if (found := _KEYS.get(model)) is None:
        attributes, known = fields_dict(model), frozenset(model.FIELDS.values())
        required = {key: name for name, key in model.FIELDS.items() if attributes[name].default is NOTHING}
        telling = known - required.keys() - _ERROR_WORDS
        found = _KEYS[model] = _Keys(required, telling, _ERROR_MARKS - known)
    return found


_KEYS: dict[type[Any], _Keys] = {}


def check_empty(content: bytes, content_type: str) -> None:
    """Look at the body of an answer that is documented to have none. Servers that say a word more are let be.

    Raises:
        Undecodable: it is a page, or an error.
    """
    beginning = content[:_BEGINNING].lstrip(_BLANK)
    if not beginning:
        return
    if _is_page(beginning, content_type):
        raise Undecodable("None", "", f"a page in place of an empty answer; content-type {content_type}")
    document: Any = _json_or_none(content) if beginning[:1] == b"{" else None
    if isinstance(document, dict):
        document = cast("dict[str, Any]", document)
        _refuse_error("None", document, _ERROR_MARKS - _WORDS_OF_COMFORT)
        if failed := [key for key in _OUTCOMES if _is_failure(document.get(key))]:
            raise Undecodable("None", "", f"{failed[0]} says that it failed, with the status of a success")


def _says_success(data: dict[str, Any]) -> bool:
    """Whether an object that has nothing but what errors have, too, has the status of a success in it."""
    return any(type(code := data.get(key)) is int and 200 <= code < 300 for key in _CODES)


def _is_failure(outcome: Any) -> bool:
    """Whether that is what a word, a status or a flag about the outcome says."""
    if type(outcome) is int:
        return outcome >= 400
    return outcome is False or (outcome.__class__ is str and outcome.lower() in _FAILED)


def check_table(beginning: bytes, content_type: str) -> None:
    """Look at the begin of an answer that is documented as CSV with a header line.

    Raises:
        Undecodable: it is empty, a page, JSON, or has no comma in its first line.
    """
    start = beginning[:_BEGINNING].lstrip(_BLANK)
    told = f"; content-type {content_type}"
    if not start:
        raise Undecodable("str", "", "the body is empty")
    if _is_page(start, content_type):
        raise Undecodable("str", "", f"a page, not CSV{told}")
    if _media_type(content_type).endswith("json") or start[:1] in (b"{", b"["):
        raise Undecodable("str", "", f"JSON, not CSV{told}")
    if b"," not in start.splitlines()[0]:
        raise Undecodable("str", "", f"no CSV with columns{told}")


def check_binary(content: bytes, content_type: str) -> None:
    """Look at an answer that is documented as a file of some kind.

    Raises:
        Undecodable: it is empty, or by its content type a page or an error.
    """
    if not content:
        raise Undecodable("bytes", "", "the body is empty")
    media_type = _media_type(content_type)
    if media_type.endswith("html"):
        raise Undecodable("bytes", "", f"a page, not a file; content-type {content_type}")
    document: Any = _json_or_none(content) if media_type.endswith("json") else None
    if document.__class__ is dict:
        _refuse_error("bytes", document, _ERROR_MARKS)


def is_page(content: bytes, content_type: str) -> bool:
    """Whether it is a page for people, by what it says it is or by how it begins."""
    return _is_page(content[:_BEGINNING].lstrip(_BLANK), content_type)


def _is_page(beginning: bytes, content_type: str) -> bool:
    return beginning[:1] == b"<" or _media_type(content_type).endswith(("html", "xml"))


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _json_or_none(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
