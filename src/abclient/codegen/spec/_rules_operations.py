"""Rules about operations, their parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..plan._types import FORM, URL_FORM, is_json, python_name
from ._document import (
    Json,
    contents,
    is_model,
    operations,
    parameters,
    read_and_sent,
    reference,
    resolve,
    schema_names,
    sent_as_form,
)
from ._names import LONGEST_MODULE, OWN_HEADERS
from ._rules import (
    Place,
    Trouble,
    all_nodes,
    all_operations,
    all_responses,
    all_schemas,
    components,
    own_parameters,
    rule,
)

_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?|undated")
_SCALARS = {"boolean", "integer", "number", "string"}


@rule("servers", ours=True)
def has_servers(document: dict[str, Json]) -> Iterator[Trouble]:
    """There is a server."""
    if not document.get("servers"):
        yield (), "has no servers"


@rule("server-url")
def server_url(document: dict[str, Json]) -> Iterator[Trouble]:
    """The servers are https URLs without a slash at the end."""
    for index, server in enumerate(document.get("servers", [])):
        if not server["url"].startswith("https://") or server["url"].endswith("/"):
            yield ("servers", index, "url"), f"{server['url']} must start with https:// and not end with a slash"


@rule("one-base")
def one_base(document: dict[str, Json]) -> Iterator[Trouble]:
    """All paths are below the servers at the top."""
    for place, node in all_nodes(document):
        if "servers" in node and place and place[0] == "paths" and len(place) in (2, 3):
            yield (*place, "servers"), "what has another base address needs a spec, and so a package, of its own"


@rule("operation-id")
def operation_id(document: dict[str, Json]) -> Iterator[Trouble]:
    """Every operation has an id, and no two are the same in snake_case."""
    first: dict[str, str] = {}
    for place, operation in all_operations(document):
        name = operation.get("operationId")
        if not name:
            yield place, "has no operationId"
            continue
        module = python_name(name)
        if not module.isidentifier():
            yield (*place, "operationId"), f"{name} is not a Python name"
        elif len(module) > LONGEST_MODULE:
            yield (*place, "operationId"), f"{name[:40]}... is too long to be the name of a file"
        elif module in first:
            yield (*place, "operationId"), f"{name} and {first[module]} are both {module} in Python"
        first.setdefault(module, name)


@rule("operation-source", ours=True)
def operation_source(document: dict[str, Json]) -> Iterator[Trouble]:
    """Where x-sources says which documents there are, it has editions and dates, and each operation its document."""
    given: Json = document.get("info", {}).get("x-sources")
    sources: dict[str, Json] = given or {}
    for name, source in sources.items():
        where: Place = ("info", "x-sources", name)
        missing = [key for key in ("document", "edition", "date") if key not in source]
        if missing:
            yield where, f"has no {' and no '.join(missing)}"
        elif not _DATE.fullmatch(str(source["date"])):
            yield (*where, "date"), f"{source['date']} is neither a day nor a month nor undated"
    for place, operation in all_operations(document) if sources else ():
        if "x-source" not in operation:
            yield place, f"has no x-source, one of {', '.join(sources)}, or inferred"


@rule("one-tag")
def one_tag(document: dict[str, Json]) -> Iterator[Trouble]:
    """Every operation has exactly one tag."""
    for place, operation in all_operations(document):
        tags = operation.get("tags", [])
        if len(tags) != 1:
            yield (*place, "tags"), f"has {len(tags)} tags, needs exactly one"
        elif len(python_name(str(tags[0]))) > LONGEST_MODULE:
            yield (*place, "tags"), f"{str(tags[0])[:40]}... is too long to be the name of a directory"


@rule("parameter-kind")
def parameter_kind(document: dict[str, Json]) -> Iterator[Trouble]:
    """Parameters are scalars, or in a query also arrays of scalars, written the plain way."""
    for place, parameter in own_parameters(document):
        for problem in _parameter_problems(document, parameter):
            yield place, f"parameter {parameter['name']} {problem}"


def _parameter_problems(document: dict[str, Json], parameter: dict[str, Json]) -> Iterator[str]:
    where = parameter["in"]
    schema = resolve(document, parameter.get("schema", {}))
    kind = schema.get("type")
    if where == "cookie":
        yield "is a cookie; the generated code sends none"
    if "content" in parameter:
        yield "has content instead of a schema; the generator drops it silently"
    elif kind not in {*_SCALARS, "array"}:
        yield f"is of type {kind}; only scalars and arrays can be sent"
    if "style" in parameter:
        yield "has a style; an array is sent as a=1&a=2, or with explode: false as a=1,2"
    if "explode" in parameter and (parameter["explode"] is not False or kind != "array" or where != "query"):
        yield "has an explode, which belongs to arrays in queries, and says false where it is needed"
    if kind == "array" and (inner := resolve(document, schema.get("items", {})).get("type")) not in _SCALARS:
        yield f"is an array of type {inner}; only scalars can be sent"
    if kind == "array" and where != "query":
        yield f"is an array in {where}; only queries may have them"
    if where == "path" and kind not in {"string", "integer"}:
        yield "is in the path and neither text nor integer"
    if where == "path" and schema.get("format") in {"date", "date-time"}:
        yield "is in the path and a date; declare it as text"
    if where == "header" and parameter["name"].lower() in OWN_HEADERS:
        yield "is a header that the client decides on"


@rule("parameter-name")
def parameter_name(document: dict[str, Json]) -> Iterator[Trouble]:
    """No two parameters of an operation have the same Python name."""
    for path, method, operation in operations(document):
        first: dict[str, str] = {}
        for parameter in parameters(document, path, operation):
            name = python_name(parameter["name"], parameter.get("x-python-name"))
            if name in first:
                place = ("paths", path, method)
                yield place, f"parameters {parameter['name']} and {first[name]} are both {name} in Python"
            first[name] = parameter["name"]


@rule("request-type")
def request_type(document: dict[str, Json]) -> Iterator[Trouble]:
    """A body has one content type, or several of JSON that different Python types tell apart; a form is an object."""
    forms = sent_as_form(document)
    for place, operation in all_operations(document):
        if "requestBody" in operation:
            kinds = contents(document, operation["requestBody"])
            yield from (((*place, "requestBody"), problem) for problem in _body_problems(document, kinds, forms))


def _body_problems(document: dict[str, Json], kinds: dict[str, Json], forms: set[str]) -> Iterator[str]:
    if not kinds:
        yield "has no content type"
    elif len(kinds) > 1 and not all(map(is_json, kinds)):
        yield f"{' and '.join(kinds)} cannot be told apart; only several kinds of JSON can"
    elif len(kinds) > 1 and len({_shape(document, schema) for schema in kinds.values()}) < len(kinds):
        yield "the content types are chosen by what is given: each needs an object or an array of its own"
    for content_type, schema in kinds.items():
        if content_type == FORM and reference(schema) not in forms:
            yield "a form is an object with properties in components, which is nothing else"
        elif content_type == URL_FORM and not (reference(schema) and is_model(resolve(document, schema))):
            yield "a form is an object with properties in components"


def _shape(document: dict[str, Json], schema: Json) -> str:
    """The Python class of a body's values, as far as it can be told from others."""
    target = resolve(document, schema)
    return str(reference(schema) if is_model(target) else target.get("type"))


@rule("binary")
def binary(document: dict[str, Json]) -> Iterator[Trouble]:
    """Format binary stands in the properties of a form, or is all that a content type other than JSON holds."""
    forms = sent_as_form(document)
    for place, schema in all_schemas(document):
        if schema.get("format") != "binary":
            continue
        if place[:2] == ("components", "schemas"):
            if "properties" not in place or place[2] not in forms:
                yield (
                    (*place, "format"),
                    "only properties of multipart forms are files; bytes in JSON are x-wire: base64",
                )
        elif place[-1] != "schema" or is_json(str(place[-2])):
            yield (*place, "format"), "JSON holds no bytes but as x-wire: base64"


@rule("required-body")
def required_body(document: dict[str, Json]) -> Iterator[Trouble]:
    """A request body says whether it is required; one that is not is JSON, and not nullable."""
    for place, operation in all_operations(document):
        if "requestBody" not in operation:
            continue
        body = resolve(document, operation["requestBody"])
        if "required" not in body:
            yield (*place, "requestBody"), "must say required: true, or required: false for one that may be left out"
        elif not body["required"]:
            for content_type, schema in contents(document, body).items():
                if not is_json(content_type):
                    yield (*place, "requestBody"), f"{content_type} cannot be left out"
                elif schema.get("nullable") or resolve(document, schema).get("nullable"):
                    yield (*place, "requestBody"), "a body that may be left out cannot be null: both would be None"


@rule("reads")
def reads(document: dict[str, Json]) -> Iterator[Trouble]:
    """An x-reads is true, on an operation whose method does not say so itself."""
    for place, node in all_nodes(document):
        if "x-reads" not in node or "properties" in place[-1:]:
            continue
        if place[:1] != ("paths",) or len(place) != 3 or place[-1] not in {"post", "patch"}:
            yield (*place, "x-reads"), "says of a POST or PATCH that it only reads; elsewhere it means nothing"
        elif node["x-reads"] is not True:
            yield (*place, "x-reads"), "is true, or left out"


@rule("one-response-type")
def one_response_type(document: dict[str, Json]) -> Iterator[Trouble]:
    """A response has at most one content type."""
    for place, _, response in all_responses(document):
        kinds = response.get("content", {})
        if len(kinds) > 1:
            yield place, f"has {len(kinds)} content types; only the first would be read"


@rule("response-status")
def response_status(document: dict[str, Json]) -> Iterator[Trouble]:
    """Responses are 2xx, at least one, or errors from 400 on; no default, no range; 204 has no content."""
    for place, operation in all_operations(document):
        if not any(str(status).startswith("2") for status in operation["responses"]):
            yield (*place, "responses"), "has no success status"
    for place, status, response in all_responses(document):
        if status == "default":
            yield place, "default would hide undocumented statuses; write x-default-error: true on the operation"
        elif not status.isdigit() or not (200 <= int(status) < 300 or int(status) >= 400):
            yield place, f"{status} is neither a success nor an error"
        elif status == "204" and response.get("content"):
            yield place, "204 must have no content"


@rule("error-schema")
def error_schema(document: dict[str, Json]) -> Iterator[Trouble]:
    """An error's body is a named schema that no success answers with."""
    succeeding: set[str] = set()
    for _, status, response in all_responses(document):
        if status.startswith("2"):
            for schema in contents(document, response).values():
                schema_names(document, schema, succeeding)
    for place, status, response in all_responses(document):
        if not status.isdigit() or int(status) < 400:
            continue
        for schema in contents(document, response).values():
            name = reference(schema)
            if name is None:
                yield place, "the error's body must refer to a schema in components"
            elif name in succeeding:
                yield place, f"{name} is also part of a success, so an error could not be told from it"


@rule("read-sent-null")
def read_sent_null(document: dict[str, Json]) -> Iterator[Trouble]:
    """A schema that is both read and sent has no nullable property: its None is not sent, so null could not be."""
    was_read, sent = read_and_sent(document)
    for place, schema in components(document, "schemas"):
        if place[-1] not in was_read & sent:
            continue
        for name, inner in schema.get("properties", {}).items():
            if inner.get("nullable"):
                yield (*place, "properties", name), f"{place[-1]} is both read and sent; give the body its own schema"
