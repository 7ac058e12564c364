"""What generated models are: read models that keep the JSON they came from, and sent models with UNSET."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from gc import is_tracked
from operator import attrgetter
from typing import Any, ClassVar, Final, Literal, Self, TypeGuard

from attrs import NOTHING, define, field, fields_dict

from ._deep import Flat, is_deep
from ._speedups import reader_in_c
from ._wire import moment_text

new: Final = object.__new__
"""Makes a model to be filled; bound once, because looking it up for every object can be felt."""


class Unset:
    """The type of :data:`UNSET`. There is one instance in a process, also after copy and pickle."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Final[Unset] = Unset()
"""Stands in a sent model for a field that is not sent at all; None is sent as null."""


class Undecodable(Exception):  # noqa: N818  # becomes the client's DecodeError; two of that name would confuse
    """A successful answer does not have the documented shape.

    Attributes:
        model: the type that was being read, such as ``Experiment`` or ``list[Experiment]``.
        field: the path of the culprit inside it, in JSON names, such as ``items[1].flags['a']``; may be empty.
        reason: what is wrong. Names types, never values.
    """

    def __init__(self, model: str, field: str, reason: str, culprit: Any = None) -> None:
        super().__init__(model, field, reason)
        self.model = model
        self.field = field
        self.reason = reason
        # While the error travels outwards, each level finds its list index or map key by this object's identity.
        # It is neither in args nor pickled, and forgotten when the error has arrived.
        self.culprit = culprit

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.model, self.field, self.reason)

    def __str__(self) -> str:
        return f"{_joined(self.model, self.field)}: {self.reason}"

    def within(self, model: str, name: str, container: Any, owner: Any) -> Undecodable:
        """The same error as seen from ``owner``, a ``model`` whose field ``name`` holds ``container``."""
        path = _joined(name + _place(container, self.culprit), self.field)
        return Undecodable(model, path, self.reason, owner)


def _joined(outer: str, inner: str) -> str:
    return f"{outer}.{inner}" if outer and inner and not inner.startswith("[") else outer + inner


def _place(container: Any, culprit: Any) -> str:
    """Where the culprit sits in lists and maps, at most three deep; empty if it is the container itself."""
    level: list[tuple[str, Any]] = [("", container)]
    for _ in range(3):
        level = [(at + step, value) for at, inner in level for step, value in _steps(inner)]
        for at, value in level:
            if value is culprit:
                return at
    return ""


def _steps(container: Any) -> Iterable[tuple[str, Any]]:
    if container.__class__ is list:
        return ((f"[{index}]", value) for index, value in enumerate(container))
    if container.__class__ is dict:
        return ((f"[{key!r}]", value) for key, value in container.items())
    return ()


def undecodable(exc: Exception, model: Model, data: Any) -> Undecodable:
    """Say which field of the model could not be read: fields are read in order, so it is the first without a value."""
    name = type(model).__name__
    if data.__class__ is not dict:
        return Undecodable(name, "", f"expected an object, got {type(data).__name__}", data)
    key = next((key for attribute, key in model.FIELDS.items() if not hasattr(model, attribute)), "")
    if isinstance(exc, Undecodable):
        return exc.within(name, key, data.get(key), data)
    return Undecodable(name, key, _reason(exc), data)


def salvaged(exc: Exception, model: Model, data: Any) -> dict[str, Any]:
    """What the model was read from after all: servers in PHP write an empty object as an empty list.

    Raises:
        Undecodable: it was no empty list, or the model has required fields.
    """
    if data.__class__ is list and not data:
        fields = fields_dict(type(model))
        defaults = {attribute: fields[attribute].default for attribute in model.FIELDS}
        if NOTHING not in defaults.values():
            for attribute, default in defaults.items():
                setattr(model, attribute, default)
            return {}
    raise undecodable(exc, model, data) from exc.__cause__ or exc


def _reason(exc: Exception) -> str:
    if isinstance(exc, KeyError):
        return "required, but missing"
    if isinstance(exc, RecursionError):
        return "nested too deeply"
    return f"cannot be read ({type(exc).__name__})"


def items(value: Any) -> list[Any]:
    """The value, if it is a list; else :class:`Undecodable`."""
    if value.__class__ is list:
        return value
    raise Undecodable("", "", f"expected a list, got {type(value).__name__}", value)


def entries(value: Any) -> dict[str, Any]:
    """The value, if it is an object, or the empty list that PHP writes for one; else :class:`Undecodable`."""
    if value.__class__ is dict:
        return value
    if value.__class__ is list and not value:
        return {}
    raise Undecodable("", "", f"expected an object, got {type(value).__name__}", value)


def without_nulls(value: Any) -> Any:
    """A list or an object of single values; the very same where it holds no null, else a copy without them."""
    if value.__class__ is list:
        return [one for one in value if one is not None] if None in value else value
    return {key: one for key, one in value.items() if one is not None} if None in value.values() else value


class Record:
    """What both kinds of models share: fields, equality by fields of the same class, and a short repr.

    Attributes:
        FIELDS: attribute to JSON name, in the spec's order.
        READERS: attribute to decoder, where a single Python value differs from the JSON.
        NESTED: attribute to how a list, an object or a model is read, in words: what a reader in C goes by.
        WIRE: attribute to encoder, where the JSON differs from the Python value.
        SECRET: attributes that no repr shows.
        ABSENT: what an attribute holds when there is nothing.
    """

    __slots__ = ()
    FIELDS: ClassVar[Mapping[str, str]] = {}
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    SECRET: ClassVar[tuple[str, ...]] = ()
    ABSENT: ClassVar[object] = None
    _fields: ClassVar[tuple[tuple[str, str], ...]] = ()
    _values: ClassVar[Callable[[Any], Any]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.FIELDS:
            cls._fields = tuple(cls.FIELDS.items())
            cls._values = attrgetter(*cls.FIELDS)

    def _encoded(self, attribute: str) -> Any:
        try:
            return self.WIRE.get(attribute, encode)(getattr(self, attribute))
        except (TypeError, ValueError) as exc:
            kind = TypeError if isinstance(exc, TypeError) else ValueError
            raise kind(f"{type(self).__name__}.{attribute}: {exc}") from exc

    def _present(self) -> dict[str, Any]:
        """All fields that hold something, as JSON."""
        present = (name for name in self.FIELDS if getattr(self, name) is not self.ABSENT)
        return {self.FIELDS[name]: self._encoded(name) for name in present}

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = type(self)._values
        return bool(values(self) == values(other))

    def __repr__(self) -> str:
        values = ((name, getattr(self, name)) for name in self.FIELDS)
        present = ((name, value) for name, value in values if value is not self.ABSENT)
        shown = ", ".join(f"{name}=***" if name in self.SECRET else f"{name}={value!r}" for name, value in present)
        return f"{type(self).__name__}({shown})"

    def _repr_html_(self) -> str:
        """A table of its fields, for notebooks."""
        from ._html import record

        return record(self)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Model(Record):
    """Base of models that are read: attributes are ``T``, or ``T | None`` where the answer may lack them.

    A model keeps the JSON object it was made from, so that unknown fields, nulls and texts that could not be understood
    survive a round trip. Copies and pickles keep it, too, but not the collection that the object belongs to.
    """

    _raw: dict[str, Any] = field(init=False, eq=False, repr=False)
    _owner: Any = field(init=False, eq=False, repr=False)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # attrs makes each class twice, and the first one has no slots to fill.
        if reader_in_c is not None and cls.__dict__.keys() >= {"NESTED", "from_dict", "__slots__"}:
            cls.from_dict = reader_in_c(cls, cls.__dict__["from_dict"].__func__)  # type: ignore[method-assign]  # the same, in C

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read it from a JSON object.

        Raises:
            Undecodable: a required field is missing, or a list or an object is something else.
        """
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The JSON object it was made from, with every attribute that was changed since.

        An attribute that had a value and is None now becomes null; one that had none, and has none, stays as it was.
        """
        try:
            raw = self._raw
        except AttributeError:
            return self._present()
        result = raw.copy()
        for attribute, key in self._fields:
            now = getattr(self, attribute)
            was = raw.get(key)
            if now is was:
                continue
            if (kept := _kept(now, was)) is not None:
                result[key] = kept
            elif self._changed(attribute, now, was):
                result[key] = self._encoded(attribute)
        # What garbage collection does not track holds no list or dict that would have to be copied: most small objects.
        if not is_tracked(raw):
            return result
        for key, value in raw.items():
            if (value.__class__ is dict or value.__class__ is list) and result[key] is value:
                result[key] = _copy(value)
        return result

    def _changed(self, attribute: str, now: Any, was: Any) -> bool:
        """Whether reading ``was`` gives something else than the attribute is now."""
        if attribute in self.READERS:
            fresh = None if was is None else self.READERS[attribute](was)
        elif isinstance(now, (Model, list, dict)):
            # Perhaps reading dropped nulls, or took an empty list for an object: only reading again can tell.
            fresh = getattr(type(self).from_dict(self._raw), attribute)
        else:
            fresh = was
        return not _same(now, fresh)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields of the JSON object that the spec does not know."""
        known = set(self.FIELDS.values())
        raw: dict[str, Any] = getattr(self, "_raw", {})
        return {key: value for key, value in raw.items() if key not in known}

    def __getstate__(self) -> dict[str, Any]:
        values = {name: getattr(self, name) for name in (*self.FIELDS, "_raw") if hasattr(self, name)}
        # Parsers take deeper JSON than pickle and deepcopy do.
        return {name: Flat(value) if is_deep(value) else value for name, value in values.items()}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value.document() if value.__class__ is Flat else value)


_raw_of = attrgetter("_raw")


def _kept(now: Any, was: Any) -> Any:
    """The JSON of a model, or of a list or map of models, if they were read from ``was``; else None.

    The models may have changed inside.
    """
    kind = now.__class__
    try:
        if kind is not was.__class__:
            return now.to_dict() if isinstance(now, Model) and _raw_of(now) is was else None
        if kind is list and [*map(_raw_of, now)] == was:
            return [one.to_dict() for one in now]
        if kind is dict and dict(zip(now, map(_raw_of, now.values()), strict=True)) == was:
            return {key: one.to_dict() for key, one in now.items()}
    except AttributeError:  # one of them was made by hand, or is no model
        pass
    return None


def _copy(document: Any) -> Any:
    # Without recursion, because parsers take deeper JSON than Python's stack does.
    copied = document.copy()
    waiting: list[Any] = [copied]
    while waiting:
        place = waiting.pop()
        for key, value in place.items() if place.__class__ is dict else enumerate(place):
            if value.__class__ is dict or value.__class__ is list:
                place[key] = value.copy()
                waiting.append(place[key])
    return copied


def _same(now: Any, was: Any) -> bool:
    return now is was or (now.__class__ is was.__class__ and now == was)


@define(eq=False, repr=False, kw_only=True)
class Body(Record):
    """Base of models that are sent: an attribute that is UNSET is left out, None is sent as null.

    Attributes:
        READ_ONLY: attributes that callers do not give: the vendor sets them, or a client repeats them from the path.
        NEEDED_ON_CREATE: attributes without which nothing can be created, although something can be changed.
    """

    ABSENT: ClassVar[object] = UNSET
    READ_ONLY: ClassVar[tuple[str, ...]] = ()
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON.

        Raises:
            ValueError: a datetime has no time zone; the message names the field.
            TypeError: a value that JSON cannot hold.
        """
        return self._present()


def encode(value: Any) -> Any:
    """Models, bodies, datetimes, dates, lists and maps as what JSON can hold; the result shares nothing with them.

    Raises:
        ValueError: a datetime has no time zone; the message names the field.
        TypeError: a value that JSON cannot hold.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (Model, Body)):
        return value.to_dict()
    if isinstance(value, datetime.datetime):
        return moment_text(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _encoded_container(value)


def _encoded_container(value: Any) -> Any:
    if _is_map(value):
        return {_key(key): encode(inner) for key, inner in value.items()}
    if _is_sequence(value):
        return [encode(inner) for inner in value]
    raise TypeError(f"{type(value).__name__} cannot be sent as JSON")


def _is_map(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, (list, tuple))


def _key(key: Any) -> str:
    if isinstance(key, str):
        return key
    raise TypeError(f"JSON keys must be str, not {type(key).__name__}")


def dumps(value: Any) -> bytes:
    """Compact UTF-8 JSON of what :func:`encode` accepts; NaN and Infinity are refused with ValueError."""
    return json.dumps(encode(value), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
