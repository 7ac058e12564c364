"""A spec, read once: its operations, its schemas, and which of these are read and which sent.

Only specs without findings of `abclient.codegen` are read, so nothing is checked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from .._layout import laid_out
from ._document import (
    Json,
    contents,
    credential_headers,
    credentials,
    operations,
    parameters,
    read_and_sent,
    reference,
    resolve,
    whole_bodies,
)
from ._file import read

_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)


@frozen(kw_only=True)
class Described:
    """What is said of a property or a parameter beside its type.

    Attributes:
        description: its own; what it refers to may have another one.
        default: what the vendor assumes, as code; empty if that is not known.
        read_only: whether callers do not give it.
        needed_on_create: whether nothing can be created without it, although it may be left out elsewhere.
        deprecated: whether the vendor advises against it.
        python_name: the name that the spec gives it in Python, if it does.
    """

    description: str
    default: str
    read_only: bool
    needed_on_create: bool
    deprecated: bool
    python_name: str | None


@frozen(kw_only=True)
class Schema(Described):
    """The type of something.

    Attributes:
        reference: the named schema that it is, if it is one; then only what is said of it beside its type is its own.
        type: as the spec has it; empty for any JSON.
        format: as the spec has it; empty if there is none.
        nullable: whether the spec says that it may be null.
        enum: the values that it may have; empty for any.
        properties: by their names in JSON; without any it becomes no class.
        required: the names of those that there must be.
        items: the type of a list's items.
        values: the type of a map's values, if that is not any JSON.
        alternatives: the types that it may be of.
        tag: the property that tells which alternative it is; empty if their types do.
        kinds: the named schema for each value of that, as text.
        minimum: of a number, if there is one.
        maximum: of a number, if there is one.
        limits: these and all others, such as ``maxLength`` and ``pattern``, by name.
        wire: how it stands in JSON, where Python has another type.
        items_key: the property that holds a page's items, if it is a page.
    """

    reference: str | None
    type: str
    format: str
    nullable: bool
    enum: tuple[str | int, ...]
    properties: Mapping[str, Schema]
    required: frozenset[str]
    items: Schema | None
    values: Schema | None
    alternatives: tuple[Schema, ...]
    tag: str
    kinds: Mapping[str, str]
    minimum: float | None
    maximum: float | None
    limits: Mapping[str, float | str | bool]
    wire: str
    items_key: str | None

    @property
    def is_model(self) -> bool:
        """Whether it becomes a class; others are maps, free-form objects, arrays or scalars."""
        return bool(self.properties)


@frozen(kw_only=True)
class Parameter(Described):
    """A parameter of an operation.

    Attributes:
        name: in the request.
        location: ``path``, ``query`` or ``header``.
        required: whether it must be given.
        exploded: whether each item of a list is sent with the name.
        schema: its type, no reference.
    """

    name: str
    location: str
    required: bool
    exploded: bool
    schema: Schema

    @property
    def constant(self) -> str | None:
        """What is always sent, if it is a header that must have one certain value."""
        values = self.schema.enum
        return str(values[0]) if self.location == "header" and self.required and len(values) == 1 else None


@frozen(kw_only=True)
class RequestBody:
    """What an operation sends.

    Attributes:
        schemas: by content type, in the spec's order.
        required: whether there must be one.
        indexed: whether the values of lists in a form have their index in their names.
    """

    schemas: Mapping[str, Schema]
    required: bool
    indexed: bool = False


@frozen(kw_only=True)
class Success:
    """How an operation answers with one of its 2xx statuses; without content, content type and schema are missing."""

    status: int
    content_type: str
    schema: Schema | None


@frozen(kw_only=True)
class Operation:
    """An operation.

    Attributes:
        name: its operationId.
        method: in capitals.
        path: with names in braces.
        tag: its group.
        summary: in one line; its name if it has none.
        description: at length.
        deprecated: whether the vendor advises against it.
        parameters: those of its path, too.
        body: what it sends, if anything.
        successes: by status.
        statuses: all that are documented, as text.
        reads: whether it changes nothing, although its method may say otherwise.
        security: the credentials that it asks for, in words: alternatives.
    """

    name: str
    method: str
    path: str
    tag: str
    summary: str
    description: str
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    successes: tuple[Success, ...]
    statuses: frozenset[str]
    reads: bool
    security: tuple[str, ...]


@frozen(kw_only=True)
class Spec:
    """A spec.

    Attributes:
        title: of the API.
        servers: base addresses, the usual one first.
        headers: of each security scheme that is a header, its name, and what stands before the credential there.
        security: the credentials that operations ask for unless they say otherwise, in words: alternatives.
        schemas: the named ones.
        operations: in the spec's order.
        read: the names of the schemas that answers hold.
        sent: the names of the schemas that bodies hold; some may be read, too.
        bodies: the names of the objects that are all of a body, in the spec's order.
        text: all of it as JSON, laid out in lines.
    """

    title: str
    servers: tuple[str, ...]
    headers: Mapping[str, tuple[str, str]]
    security: tuple[str, ...]
    schemas: Mapping[str, Schema]
    operations: tuple[Operation, ...]
    read: frozenset[str]
    sent: frozenset[str]
    bodies: tuple[str, ...]
    text: str

    def only_sent(self, name: str) -> bool:
        """Whether no answer holds this schema, so that absent and null are told apart in it."""
        return name in self.sent and name not in self.read

    def target(self, schema: Schema) -> Schema:
        """The schema itself, or the one that it refers to."""
        while schema.reference is not None:
            schema = self.schemas[schema.reference]
        return schema

    def classes_of(self, union: Schema) -> dict[str | int, str]:
        """The named schema for each value of a union's tag, which is a whole number where its kinds say so."""
        whole = {name for name in union.kinds.values() if self._is_whole(name, union.tag)}
        return {
            int(value) if name in whole and value.removeprefix("-").isdecimal() else value: name
            for value, name in union.kinds.items()
        }

    def _is_whole(self, name: str, tag: str) -> bool:
        found = self.target(self.schemas[name]).properties.get(tag)
        return found is not None and self.target(found).type == "integer"

    def description(self, schema: Schema) -> str:
        """The schema's own description, or of what it refers to."""
        return schema.description or self.target(schema).description


def load(path: Path) -> Spec:
    """Read a spec.

    Raises:
        UnreadableError: the file cannot be read.
    """
    return spec_of(read(path))


def spec_of(document: dict[str, Json]) -> Spec:
    """A spec that was read before."""
    was_read, sent = read_and_sent(document)
    named: dict[str, Json] = document.get("components", {}).get("schemas", {})
    return Spec(
        title=document["info"]["title"],
        servers=tuple(server["url"] for server in document.get("servers", ())),
        headers=credential_headers(document),
        security=credentials(document, document),
        schemas={name: _schema(node) for name, node in named.items()},
        operations=tuple(_operation(document, *one) for one in operations(document)),
        read=frozenset(was_read),
        sent=frozenset(sent),
        bodies=tuple(whole_bodies(document)),
        text=laid_out(document),
    )


def _operation(document: dict[str, Json], path: str, method: str, node: dict[str, Json]) -> Operation:
    return Operation(
        name=node["operationId"],
        method=method.upper(),
        path=path,
        tag=node["tags"][0],
        summary=str(node.get("summary", node["operationId"])),
        description=str(node.get("description", "")),
        deprecated=bool(node.get("deprecated")),
        parameters=tuple(_parameter(document, one) for one in parameters(document, path, node)),
        body=_body(document, resolve(document, node.get("requestBody"))),
        successes=tuple(
            _success(document, int(status), response)
            for status, response in sorted(node["responses"].items())
            if status.startswith("2")
        ),
        statuses=frozenset(node["responses"]),
        reads=bool(node.get("x-reads")),
        security=credentials(document, node if "security" in node else document),
    )


def _parameter(document: dict[str, Json], node: dict[str, Json]) -> Parameter:
    return Parameter(
        name=node["name"],
        location=node["in"],
        required=bool(node.get("required")),
        exploded=node.get("explode") is not False,
        schema=_schema(resolve(document, node["schema"])),
        **_described(node),
    )


def _body(document: dict[str, Json], node: Json) -> RequestBody | None:
    if not node:
        return None
    schemas = {content_type: _schema(schema) for content_type, schema in contents(document, node).items()}
    indexed = any(_has_deep_list(document, media) for media in node["content"].values())
    return RequestBody(schemas=schemas, required=bool(node.get("required")), indexed=indexed)


def _has_deep_list(document: dict[str, Json], media: Json) -> bool:
    properties = resolve(document, media.get("schema", {})).get("properties", {})
    deep = [key for key, one in media.get("encoding", {}).items() if one.get("style") == "deepObject"]
    return any(resolve(document, properties.get(key, {})).get("type") == "array" for key in deep)


def _success(document: dict[str, Json], status: int, response: Json) -> Success:
    for content_type, schema in contents(document, response).items():
        return Success(status=status, content_type=content_type, schema=_schema(schema))
    return Success(status=status, content_type="", schema=None)


def _described(node: Json) -> dict[str, Json]:
    return {
        "description": str(node.get("description", "")),
        "default": repr(node["x-default"]) if "x-default" in node else "",
        "read_only": bool(node.get("readOnly")),
        "needed_on_create": bool(node.get("x-required-on-create")),
        "deprecated": bool(node.get("deprecated")),
        "python_name": node.get("x-python-name"),
    }


def _schema(node: Json) -> Schema:
    values = node.get("additionalProperties")
    discriminator = node.get("discriminator", {})
    return Schema(
        reference=reference(node),
        type=node.get("type", ""),
        format=node.get("format", ""),
        nullable=bool(node.get("nullable")),
        enum=tuple(node.get("enum", ())),
        properties={key: _schema(inner) for key, inner in node.get("properties", {}).items()},
        required=frozenset(node.get("required", ())),
        items=_schema(node["items"]) if "items" in node else None,
        values=_schema(values) if isinstance(values, dict) and values else None,
        alternatives=tuple(_schema(one) for one in node.get("oneOf", ())),
        tag=discriminator.get("propertyName", ""),
        kinds={value: ref.rsplit("/", 1)[-1] for value, ref in discriminator.get("mapping", {}).items()},
        minimum=node.get("minimum"),
        maximum=node.get("maximum"),
        limits={name: node[name] for name in _LIMITS if name in node},
        wire=node.get("x-wire", ""),
        items_key=node.get("x-items"),
        **_described(node),
    )
