"""Schemas as Python types, and as the expressions that decode them."""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword

from attrs import evolve, frozen
from openapi_python_client import strings

from ..spec._document import SpecError
from ..spec._model import Schema, Spec

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

VALUE = "<value>"

FORM = "multipart/form-data"

URL_FORM = "application/x-www-form-urlencoded"

WIRE_CODECS = {
    "epoch-seconds": ("datetime.datetime", "epoch_seconds"),
    "epoch-milliseconds": ("datetime.datetime", "epoch_milliseconds"),
    "numeric-string": ("float", "numeric_string"),
    "json-string": ("Any", "json_string"),
    "base64": ("bytes", "base64"),
}
"""``x-wire`` to Python type and the name of its pair of functions in ``_wire.py``."""

# Names that generated class bodies use, mostly in annotations. A field called so would hide them there.
_TAKEN = {"bool", "bytes", "classmethod", "datetime", "dict", "float", "int", "list", "self", "str"}


@frozen(kw_only=True)
class PyType:
    """A schema as Python.

    Attributes:
        annotation: the type, without None.
        given: what callers may give for it, if that is more; alternatives, without None.
        decode: an expression with ``VALUE`` for the JSON value (never None); just that if there is nothing to do.
        models: the models that it names, and that reading needs from the start.
        lazy: the models that it names, and that reading imports when the first one comes.
        unions: what reads the unions in it: names, and the expressions that make them.
        reader: the function that decode calls, where it is a single one for a single value; else empty.
        nested: the same in words, for what has more than a single value in it: ``list of read_thing``; else empty.
        lossy: whether decoding may give None for a value that cannot be understood.
        nullable: whether the spec says that it may be null.
    """

    annotation: str
    given: tuple[str, ...] = ()
    decode: str = VALUE
    models: frozenset[str] = frozenset()
    lazy: frozenset[str] = frozenset()
    unions: frozenset[tuple[str, str]] = frozenset()
    reader: str = ""
    nested: str = ""
    lossy: bool = False
    nullable: bool = False

    def decoding(self, value: str) -> str:
        """The expression that decodes ``value``."""
        return self.decode.replace(VALUE, value)

    @property
    def accepted(self) -> tuple[str, ...]:
        """What callers may give for it: alternatives, without None."""
        return self.given or (self.annotation,)

    @property
    def free(self) -> bool:
        """Whether it is any JSON, null included."""
        return self.annotation == "Any"


def python_name(name: str, explicit: str | None = None) -> str:
    """The Python name of a property, a parameter or an operation."""
    if explicit:
        return explicit
    snake = strings.snake_case(strings.sanitize(name))
    return f"{snake}_" if iskeyword(snake) or snake in _TAKEN else snake


def class_name(name: str) -> str:
    """The class that the generator makes of a component schema."""
    return str(strings.ClassName(name, ""))


def from_dict(name: str) -> str:
    """What reads a model: its public class method."""
    return f"{name}.from_dict"


def bound(name: str) -> str:
    """What reads a model in the modules of other models: the same, bound once for all."""
    return f"read_{python_name(name)}"


def is_json(content_type: str) -> bool:
    """Whether a content type means JSON."""
    media_type = content_type.partition(";")[0].strip().lower()
    return media_type.endswith(("/json", "+json"))


@frozen
class Types:
    """Makes types of the schemas of one spec.

    Attributes:
        spec: the spec.
        sending: whether the types are for what is sent (closed enums) or for what is read (open ones, decoded).
        reader: a model's name to what reads it.
        within: the named schemas without a class that are being made.
    """

    spec: Spec
    sending: bool
    reader: Callable[[str], str] = from_dict
    within: frozenset[str] = frozenset()

    def of(self, schema: Schema, depth: int = 0) -> PyType:
        """The type of a schema; ``depth`` keeps the names of nested loop variables apart."""
        if schema.reference is not None:
            return self._referred(schema.reference, schema.nullable, depth)
        if schema.wire:
            return self._wired(schema)
        made = self._plain(schema, depth)
        return evolve(made, nullable=schema.nullable and not made.free)

    def _referred(self, name: str, nullable: bool, depth: int) -> PyType:
        target = self.spec.schemas[name]
        if not target.is_model:
            if name in self.within:
                raise SpecError(f"{name} contains itself without an object in between")
            inside = evolve(self, within=self.within | {name})
            made = inside.union(target, name) if target.alternatives else inside.of(target, depth)
            return evolve(made, nullable=(nullable or made.nullable) and not made.free)
        made_name = class_name(name)
        return PyType(
            annotation=made_name,
            given=(made_name, *(["Model"] if self.spec.only_sent(name) else []), "Mapping[str, Any]"),
            decode=f"{self.reader(made_name)}({VALUE})",
            nested=self.reader(made_name),
            models=frozenset({made_name}),
            nullable=nullable or target.nullable,
        )

    def _wired(self, schema: Schema) -> PyType:
        annotation, codec = WIRE_CODECS[schema.wire]
        return PyType(
            annotation=annotation,
            decode=f"from_{codec}({VALUE})",
            reader=f"from_{codec}",
            lossy=annotation != "Any",
            nullable=schema.nullable and annotation != "Any",
        )

    def union(self, schema: Schema, name: str) -> PyType:
        """The type of a ``oneOf``, a component of this name if it has objects among its alternatives."""
        several = [self.of(one) for one in schema.alternatives]
        annotations = dict.fromkeys(one.annotation for one in several)
        lazy = frozenset[str]().union(*(one.models for one in several))
        made = PyType(
            annotation=" | ".join(annotations),
            given=tuple(dict.fromkeys(given for one in several for given in one.accepted)),
            lazy=lazy,
            nullable=schema.nullable,
        )
        if not lazy:
            return made
        maker = f"expandable(models, {min(lazy)!r})"
        if schema.tag:
            kinds = {value: class_name(one) for value, one in self.spec.classes_of(schema).items()}
            maker = f"tagged(models, {schema.tag!r}, {kinds!r})"
            annotations |= {} if self.sending else {"dict[str, Any]": None}
        read = bound(class_name(name))
        return evolve(
            made,
            annotation=" | ".join(annotations),
            decode=f"{read}({VALUE})",
            nested=read,
            unions=frozenset({(read, maker)}),
        )

    def _plain(self, schema: Schema, depth: int) -> PyType:
        if schema.alternatives:
            return self.union(schema, "")
        if schema.enum:
            return self._enum(schema)
        if schema.items is not None:
            return self._array(self.of(schema.items, depth + 1), depth)
        match schema.type, schema.format:
            case "object", _:
                return self._map(schema.values, depth)
            case "string", "binary":
                return PyType(annotation="File")
            case "string", "date-time":
                return _moment("datetime.datetime", "to_datetime")
            case "string", "date":
                return _moment("datetime.date", "to_date")
            case _:
                return PyType(annotation=_SCALARS.get(schema.type, "Any"))

    def _enum(self, schema: Schema) -> PyType:
        values = ", ".join(repr(value) for value in schema.enum)
        kind = _SCALARS[schema.type]
        return PyType(annotation=f"Literal[{values}]" if self.sending else f"Literal[{values}] | {kind}")

    def _array(self, inner: PyType, depth: int) -> PyType:
        x, d = f"x{depth}", f"d{depth}"
        each = inner.decoding(x)
        if inner.free:
            decode = f"items({VALUE})"
        elif each == x:
            decode = f"without_nulls(items({VALUE}))"
        elif inner.lossy:
            decode = f"[{d} for {x} in items({VALUE}) if {x} is not None and ({d} := {each}) is not None]"
        else:
            decode = f"[{each} for {x} in items({VALUE}) if {x} is not None]"
        return _container("list", "list[{}]", "Sequence[{}]", decode, inner)

    def _map(self, values: Schema | None, depth: int) -> PyType:
        inner = PyType(annotation="Any") if values is None else self.of(values, depth + 1)
        k, x, d = f"k{depth}", f"x{depth}", f"d{depth}"
        each = inner.decoding(x)
        pairs = f"for {k}, {x} in entries({VALUE}).items() if {x} is not None"
        if inner.free:
            decode = f"entries({VALUE})"
        elif each == x:
            decode = f"without_nulls(entries({VALUE}))"
        elif inner.lossy:
            decode = f"{{{k}: {d} {pairs} and ({d} := {each}) is not None}}"
        else:
            decode = f"{{{k}: {each} {pairs}}}"
        return _container("map", "dict[str, {}]", "Mapping[str, {}]", decode, inner)


def _container(kind: str, annotation: str, given: str, decode: str, inner: PyType) -> PyType:
    each = "any" if inner.free else inner.nested or inner.reader or "scalar"
    return PyType(
        nested=f"{kind} of {each}",
        annotation=annotation.format(inner.annotation),
        given=(given.format(" | ".join(inner.accepted)),),
        decode=decode,
        models=inner.models,
        lazy=inner.lazy,
        unions=inner.unions,
    )


def _moment(annotation: str, function: str) -> PyType:
    return PyType(annotation=annotation, decode=f"{function}({VALUE})", reader=function, lossy=True)
