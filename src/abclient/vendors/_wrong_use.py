"""Calls that cannot be meant, refused before anything is sent, with what to do instead."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import AsyncIterable, Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar, cast, get_args

from abclient_api._models import Record
from abclient_api._runtime import Body, Unset, from_fields

from ..events import LOGGER
from ._types import literal_in, needs_value, records_in, single_values, types_of

B = TypeVar("B", bound=Body)
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def check_several(name: str, given: object, kinds: str, accepts: Callable[[Any], bool] = lambda item: True) -> None:
    """Look at what a bulk call is to work on, as far as that can be seen without drawing from it.

    Args:
        name: of the argument.
        given: what it is.
        kinds: what the items can be, in words.
        accepts: whether an item can be worked on; see ``check_item`` for those that are drawn later.

    Raises:
        TypeError: it is one thing and not several, or an item is of another kind.
    """
    if isinstance(given, str | bytes | Record) or not isinstance(given, Iterable | AsyncIterable):
        raise TypeError(f"{name} must be several {kinds}, not one {type(given).__name__}; put it into a list")
    if isinstance(given, Collection):
        for item in cast("Collection[object]", given):
            check_item(name, item, accepts, kinds)


def check_item(name: str, item: object, accepts: Callable[[Any], bool], kinds: str) -> None:
    """Look at one item of what a bulk call is to work on.

    Raises:
        TypeError: it is of another kind.
    """
    if not accepts(item):
        raise TypeError(f"{name} must hold {kinds}, not {type(item).__name__}: {repr(item)[:100]}")


def check_words(name: str, given: object, known: Any) -> None:
    """Look at words that the vendor's document lists. It may be older than the vendor: only likely slips are refused.

    Args:
        name: of the argument.
        given: one, several or none.
        known: the ``Literal`` of those in the document.

    Raises:
        TypeError: one of them is not text.
        ValueError: one of them is nearly one of the document's.
    """
    if given is None:
        return
    if not isinstance(given, str) and not isinstance(given, Collection):
        raise TypeError(f"{name} must be of type str, not {type(given).__name__}")
    words: tuple[str, ...] = get_args(known)
    for word in (given,) if isinstance(given, str) else cast("Collection[object]", given):
        if not isinstance(word, str):
            raise TypeError(f"{name} must be of type str, not {type(word).__name__}")
        if word in words:
            continue
        if near := _near(word, words):
            raise ValueError(f"{name} must be one of {', '.join(words)}, not {word!r}: did you mean {near!r}?")
        LOGGER.warning("%s %r is none of those in the vendor's document: %s", name, word, ", ".join(words))


def check_fields(
    kind: type[Record], given: object, path: str, also: Collection[str] = (), *, closed: bool = True
) -> None:
    """Look for slips in what stands for a record, however deep inside it is. Models are taken as they are.

    Args:
        kind: the record.
        given: what stands for one: a body, or a mapping.
        path: what to call it.
        also: names that are known all the same, such as those of later editions of the vendor's document.
        closed: whether the vendor's document names all fields; else only those that are nearly one of them are refused.

    Raises:
        TypeError: names the field that is unknown, and the one that may be meant; or a value is of a type that the
            field cannot have.
        ValueError: a value is nearly one of those that the vendor's document lists.
    """
    names = {key: name for name, key in kind.FIELDS.items()}
    for key, value in _pairs(given):
        if key in names:
            hint = types_of(kind)[names[key]]
            several = _several(value)
            if isinstance(given, Body):  # mappings may be the vendor's own JSON, which is not always as documented
                check_single(f"{path}.{key}", value, hint)
                if value is None and needs_value(kind, names[key]):
                    raise TypeError(f"{path}.{key} must not be None")
            if (words := literal_in(hint)) and all(isinstance(one, str) for one in several):
                check_words(f"{path}.{key}", several, words)
            for part, place, one in records_in(hint, value):
                check_fields(part, one, f"{path}.{key}{place}", also, closed=closed)
        elif key not in also:
            near = _near(key, names)
            if near or closed:
                hint = f": did you mean {near!r}?" if near else f"; it has {', '.join(names)}"
                raise TypeError(f"{path} has no field {key!r}{hint}")


def checked(body: B) -> B:
    """The body, once it is certain that its values have the types that they can have. Raises as ``check_fields``."""
    check_fields(type(body), body, type(body).__name__, closed=False)
    return body


def body_of(kind: type[B], fields: Mapping[str, Any], *, creating: bool = False) -> B:
    """A body of what was given by keyword. Raises as ``from_fields`` and ``check_fields``."""
    return checked(from_fields(kind, fields, creating=creating))


def check_single(name: str, value: object, hint: Any) -> None:
    """Look at what stands for text, a number or a switch, or for several of one of these.

    Text and numbers pass for one another, because an id has come as either; None is for the vendor to allow or not.

    Raises:
        TypeError: it is several where one belongs, an object, a model, or a switch for something else.
    """
    kinds, several = single_values(hint)
    if not kinds or value is None or isinstance(value, Unset):
        return
    if several and isinstance(value, list | tuple):
        for index, one in enumerate(cast("Sequence[object]", value)):
            check_single(f"{name}[{index}]", one, kinds[0])
    elif not several and not _passes(value, kinds):
        raise TypeError(f"{name} must be of type {kinds[0].__name__}, not {type(value).__name__}")


def _passes(value: object, kinds: tuple[type[Any], ...]) -> bool:
    if isinstance(value, bool) or kinds == (bool,):
        return isinstance(value, bool) and bool in kinds
    return isinstance(value, (*kinds, str, int, float))


def _several(value: object) -> Sequence[object]:
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else [value]


def _pairs(given: object) -> Iterable[tuple[str, object]]:
    """JSON names and values of what is given."""
    if isinstance(given, Body):
        return [(key, getattr(given, name)) for name, key in given.FIELDS.items()]
    if isinstance(given, Mapping):
        return [(str(key), value) for key, value in cast("Mapping[object, object]", given).items()]
    return ()


def _near(word: str, words: Iterable[str]) -> str | None:
    plain = {_plain(known): known for known in words}
    found = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=0.8)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word)).lower()


def needs_call(method: F) -> F:
    """A method that leads to a collection: used as if it were one itself, it says how it is called."""
    return cast("F", _NeedsCall(method))


class _NeedsCall:
    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method
        self.__doc__ = method.__doc__
        self.__wrapped__ = method

    def __get__(self, owner: Any, kind: type[Any]) -> Any:
        return self._method if owner is None else _Method(cast("Any", self._method).__get__(owner, kind))


class _Method:
    def __init__(self, method: Callable[..., Any]) -> None:
        self.__wrapped__ = method
        self.__doc__ = method.__doc__
        self.__name__ = method.__name__

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self.__wrapped__(*given, **named)

    def __getattr__(self, name: str) -> NoReturn:
        parameters = ", ".join(inspect.signature(self.__wrapped__).parameters)
        raise AttributeError(f"{self.__name__} is a method: call {self.__name__}({parameters}).{name}")
