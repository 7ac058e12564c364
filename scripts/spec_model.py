"""A spec, read once: its operations with every reference resolved, its schemas, and which are read and which sent.

Only specs without findings of check_specs.py are read, so nothing is checked here.
"""

from __future__ import annotations

from attrs import frozen

from spec_document import Json, contents, operations, parameters, read_and_sent, resolve, whole_bodies


@frozen(kw_only=True)
class Parameter:
    """A parameter of an operation.

    Attributes:
        name: in the request.
        location: ``path``, ``query`` or ``header``.
        required: whether it must be given.
        schema: its type, references resolved.
        node: how it stands in the spec.
    """

    name: str
    location: str
    required: bool
    schema: Json
    node: Json

    @property
    def python_name(self) -> str | None:
        """The name that the spec gives it in Python, if it does."""
        explicit: str | None = self.node.get("x-python-name")
        return explicit

    @property
    def constant(self) -> str | None:
        """What is always sent, if it is a header that must have one certain value."""
        values = self.schema.get("enum", ())
        return values[0] if self.location == "header" and self.required and len(values) == 1 else None


@frozen(kw_only=True)
class RequestBody:
    """What an operation sends.

    Attributes:
        schemas: by content type, in the spec's order.
        required: whether there must be one.
    """

    schemas: dict[str, Json]
    required: bool


@frozen(kw_only=True)
class Success:
    """How an operation answers with one of its 2xx statuses; without content, content type and schema are empty."""

    status: int
    content_type: str
    schema: Json


@frozen(kw_only=True)
class Operation:
    """An operation.

    Attributes:
        name: its operationId.
        method: in capitals.
        path: with names in braces.
        tag: its group.
        parameters: those of its path, too.
        body: what it sends, if anything.
        successes: by status.
        reads: whether it changes nothing, although its method may say otherwise.
        node: how it stands in the spec.
    """

    name: str
    method: str
    path: str
    tag: str
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    successes: tuple[Success, ...]
    reads: bool
    node: Json


@frozen(kw_only=True)
class Spec:
    """A spec.

    Attributes:
        document: all of it.
        title: of the API.
        servers: base addresses, the usual one first.
        schemas: the named ones.
        operations: in the spec's order.
        read: the names of the schemas that answers hold.
        sent: the names of the schemas that bodies hold; some may be read, too.
        bodies: the names of the objects that are all of a body, in the spec's order.
    """

    document: dict[str, Json]
    title: str
    servers: tuple[str, ...]
    schemas: dict[str, Json]
    operations: tuple[Operation, ...]
    read: frozenset[str]
    sent: frozenset[str]
    bodies: tuple[str, ...]

    def only_sent(self, name: str) -> bool:
        """Whether no answer holds this schema, so that absent and null are told apart in it."""
        return name in self.sent and name not in self.read

    def resolve(self, node: Json) -> Json:
        """The thing itself, if the node is a reference to it."""
        return resolve(self.document, node)


def parse(document: dict[str, Json]) -> Spec:
    """Read a document as ``spec_document.load`` gives it."""
    was_read, sent = read_and_sent(document)
    return Spec(
        document=document,
        title=document["info"]["title"],
        servers=tuple(server["url"] for server in document.get("servers", ())),
        schemas=document.get("components", {}).get("schemas", {}),
        operations=tuple(_operation(document, *one) for one in operations(document)),
        read=frozenset(was_read),
        sent=frozenset(sent),
        bodies=tuple(whole_bodies(document)),
    )


def _operation(document: dict[str, Json], path: str, method: str, node: dict[str, Json]) -> Operation:
    return Operation(
        name=node["operationId"],
        method=method.upper(),
        path=path,
        tag=node["tags"][0],
        parameters=tuple(_parameter(document, one) for one in parameters(document, path, node)),
        body=_body(document, resolve(document, node.get("requestBody"))),
        successes=tuple(
            _success(document, int(status), response)
            for status, response in sorted(node["responses"].items())
            if status.startswith("2")
        ),
        reads=bool(node.get("x-reads")),
        node=node,
    )


def _parameter(document: dict[str, Json], node: dict[str, Json]) -> Parameter:
    return Parameter(
        name=node["name"],
        location=node["in"],
        required=bool(node.get("required")),
        schema=resolve(document, node["schema"]),
        node=node,
    )


def _body(document: dict[str, Json], node: Json) -> RequestBody | None:
    return node and RequestBody(schemas=contents(document, node), required=bool(node.get("required")))


def _success(document: dict[str, Json], status: int, response: Json) -> Success:
    nothing: tuple[str, Json] = ("", {})
    content_type, schema = next(iter(contents(document, response).items()), nothing)
    return Success(status=status, content_type=content_type, schema=schema)
