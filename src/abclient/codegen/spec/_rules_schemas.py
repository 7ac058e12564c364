"""Rules about schemas: names, types, enums and our own extensions."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword
from typing import Any

from ..plan._fields import fields_names
from ..plan._types import WIRE_CODECS, class_name, python_name
from ._document import (
    Json,
    contents,
    is_map,
    is_model,
    read_and_sent,
    reference,
    resolve,
    schemas_within,
    whole_bodies,
)
from ._file import Quoted
from ._names import IMPORTED, LONGEST_MODULE, MISREAD, RESERVED
from ._rules import (
    Place,
    Trouble,
    all_nodes,
    all_operations,
    all_properties,
    all_responses,
    all_schemas,
    components,
    inside,
    own_parameters,
    rule,
)

EXTENSIONS = {
    "x-default",
    "x-default-error",
    "x-items",
    "x-python-name",
    "x-reads",
    "x-required-on-create",
    "x-source",
    "x-source-note",
    "x-sources",
    "x-wire",
}
SOURCES = {"inferred", "vendor-client", "vendor-site"}
FORMATS = {"binary", "date", "date-time", "double", "float", "int32", "int64", "password", "uri"}
_WIRE_TYPES = {
    "epoch-seconds": {"integer", "number"},
    "epoch-milliseconds": {"integer", "number"},
    "numeric-string": {"string", "number"},
    "json-string": {"string"},
    "base64": {"string"},
}
_SINGLE = {"string", "integer", "number", "boolean"}


@rule("class-name")
def class_names(document: dict[str, Json]) -> Iterator[Trouble]:
    """Schemas have PascalCase names, different ones also in snake_case, and hide nothing that modules import."""
    first: dict[str, str] = {}
    for place, _ in components(document, "schemas"):
        name = str(place[-1])
        module = python_name(name)
        if class_name(name) != name:
            yield place, f"{name} would be the class {class_name(name)}; call it that"
        elif name in IMPORTED:
            yield place, f"{name} is a name that generated modules use themselves"
        elif len(module) > LONGEST_MODULE:
            yield place, f"{name[:40]}... is too long to be the name of a file; {LONGEST_MODULE} characters are not"
        elif module in first:
            yield place, f"{name} and {first[module]} would both be in the module {module}"
        first.setdefault(module, name)


@rule("body-fields")
def body_fields(document: dict[str, Json]) -> Iterator[Trouble]:
    """The TypedDicts of bodies have names of their own, and hold all that a body needs."""
    schemas = document.get("components", {}).get("schemas", {})
    modules = {python_name(name): name for name in schemas}
    for body in whole_bodies(document):
        place: Place = ("components", "schemas", body)
        both = any("x-required-on-create" in inner for inner in schemas[body]["properties"].values())
        for name in fields_names(body, both=both):
            module = python_name(name)
            if module in modules:
                yield place, f"{name}, which is made of it, and {modules[module]} would both be in the module {module}"
            modules.setdefault(module, name)
        for key, inner in schemas[body]["properties"].items():
            needed = key in schemas[body].get("required", ()) or "x-required-on-create" in inner
            if inner.get("readOnly") and needed:
                yield (*place, "properties", key), f"{key} is needed, and readOnly, so it could never be given"


@rule("named-object")
def named_object(document: dict[str, Json]) -> Iterator[Trouble]:
    """An object with properties is a schema of its own in components."""
    for place, schema in all_schemas(document):
        if schema.get("properties") and not (len(place) == 3 and place[1] == "schemas"):
            yield place, "an object with properties needs a name in components"


@rule("union")
def union(document: dict[str, Json]) -> Iterator[Trouble]:
    """A oneOf tells by kind or by discriminator what has come; no anyOf, no allOf but with one $ref."""
    for place, schema in all_schemas(document):
        one_reference = len(schema.get("allOf", [])) == 1 and "$ref" in schema["allOf"][0]
        if "anyOf" in schema or ("allOf" in schema and not one_reference):
            yield place, "merge the alternatives into one schema, or declare it as {} and describe them"
        elif "oneOf" in schema:
            yield from ((place, problem) for problem in _union_problems(document, schema, place))
    for place, status, response in all_responses(document):
        for schema in contents(document, response).values() if status.startswith("2") else ():
            if not _is_tagged(document, schema) and _holds_union(document, schema):
                yield place, "an answer is of one type; merge the alternatives into one schema, or add a discriminator"


def _is_tagged(document: dict[str, Json], schema: Json) -> bool:
    """Whether a schema is objects that say of which kind they are, or a list of these."""
    target = resolve(document, schema)
    return "discriminator" in (resolve(document, target["items"]) if target.get("items") else target)


def _union_problems(document: dict[str, Json], schema: Json, place: Place) -> Iterator[str]:
    targets = [resolve(document, one) for one in schema["oneOf"]]
    objects = [reference(one) for one, target in zip(schema["oneOf"], targets, strict=True) if is_model(target)]
    singles = [one for one in targets if one.get("type") in _SINGLE and not _converted(one)]
    mapping = schema.get("discriminator", {}).get("mapping", {})
    named = [str(ref).removeprefix("#/components/schemas/") for ref in mapping.values()]
    if any(one.get("nullable") for one in targets if not is_model(one)):
        yield "nullable: true belongs beside oneOf, not into it"
    elif len(objects) + len(singles) < len(targets):
        yield "only named objects and single values can be told apart; declare it as {} and describe the alternatives"
    elif objects and not (len(place) == 3 and place[1] == "schemas"):
        yield "a oneOf with objects needs a name in components"
    elif "discriminator" in schema and (singles or {*objects} != {*named}):
        yield "a discriminator needs a mapping of all alternatives, which are named objects, and of no others"
    elif "discriminator" not in schema and len(objects) > 1:
        yield "several objects need a discriminator with a mapping; or merge them into one schema"


def _converted(schema: Json) -> bool:
    return "x-wire" in schema or schema.get("format") in {"date", "date-time"}


def _holds_union(document: dict[str, Json], schema: Json, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a schema is, outside of objects with properties, a union with an object among its alternatives."""
    name = reference(schema)
    target = resolve(document, schema)
    if name in seen or is_model(target):
        return False
    if "oneOf" in target:
        return any(is_model(resolve(document, one)) for one in target["oneOf"])
    return any(_holds_union(document, inner, (seen | {name}) if name else seen) for inner in schemas_within(target))


@rule("no-endless-type")
def no_endless_type(document: dict[str, Json]) -> Iterator[Trouble]:
    """A schema that is not an object with properties does not contain itself."""
    for place, schema in components(document, "schemas"):
        if not is_model(schema) and _reaches(document, schema, str(place[-1]), set()):
            yield place, "contains itself without an object in between; declare it as {} and describe it"


def _reaches(document: dict[str, Json], schema: Json, name: str, seen: set[str]) -> bool:
    target = reference(schema)
    if target == name:
        return True
    if target is not None:
        inner = resolve(document, schema)
        if is_model(inner) or target in seen:
            return False
        seen.add(target)
        return _reaches(document, inner, name, seen)
    return any(_reaches(document, inner, name, seen) for inner in schemas_within(schema))


@rule("no-default")
def no_default(document: dict[str, Json]) -> Iterator[Trouble]:
    """No schema has a default; what the vendor assumes is an x-default."""
    for place, schema in all_schemas(document):
        if "default" in schema:
            yield (*place, "default"), "would be sent; write x-default beside the description"


@rule("open-object")
def open_object(document: dict[str, Json]) -> Iterator[Trouble]:
    """No object forbids fields that the spec does not know."""
    for place, schema in all_schemas(document):
        if schema.get("additionalProperties") is False:
            yield (*place, "additionalProperties"), "vendors add fields; leave it out"


@rule("enum-value")
def enum_value(document: dict[str, Json]) -> Iterator[Trouble]:
    """The values of an enum are all text or all integers, as its type says."""
    for place, schema in all_schemas(document):
        if "enum" not in schema:
            continue
        kind = {"string": str, "integer": int}.get(schema.get("type", ""))
        if kind is None:
            yield place, "an enum needs type: string or type: integer"
            continue
        if None in schema["enum"]:
            yield (*place, "enum"), "null is not a value; write nullable: true"
        elif any(not isinstance(value, kind) or isinstance(value, bool) for value in schema["enum"]):
            yield (*place, "enum"), f"not every value is of type {schema['type']}"


@rule("quoted-enum")
def quoted_enum(document: dict[str, Json]) -> Iterator[Trouble]:
    """Values that some YAML readers take for a boolean or a date are quoted."""
    for place, schema in all_schemas(document):
        for value in schema.get("enum", []):
            text = str(value)
            if isinstance(value, str) and not isinstance(value, Quoted) and MISREAD.fullmatch(text):
                yield (*place, "enum"), f'write "{text}" in quotes'


@rule("known-format")
def known_format(document: dict[str, Json]) -> Iterator[Trouble]:
    """A format is one that has a meaning here."""
    for place, schema in all_schemas(document):
        if "format" in schema and schema["format"] not in FORMATS:
            yield (*place, "format"), f"{schema['format']} means nothing here"


@rule("property-name")
def property_name(document: dict[str, Json]) -> Iterator[Trouble]:
    """Properties have Python names, no two of a schema the same; ``_id`` beside ``id`` is the usual case."""
    first: dict[tuple[object, str], str] = {}
    for place, key, inner in all_properties(document):
        name = python_name(key, inner.get("x-python-name"))
        if not name.isidentifier():
            yield place, f"{key} has no Python name; give it an x-python-name"
        elif (place[2], name) in first:
            yield place, f"{key} and {first[place[2], name]} are both {name} in Python"
        first[place[2], name] = key


@rule("reserved-name")
def reserved_name(document: dict[str, Json]) -> Iterator[Trouble]:
    """No property is called as a method of models or resources."""
    for place, key, inner in all_properties(document):
        name = python_name(key, inner.get("x-python-name"))
        if name in RESERVED:
            yield place, f"{name} is a method or attribute of every resource; give it an x-python-name"


@rule("python-name")
def explicit_name(document: dict[str, Json]) -> Iterator[Trouble]:
    """An x-python-name is a lower-case Python name."""
    named = [*((place, inner) for place, _, inner in all_properties(document)), *own_parameters(document)]
    for place, node in named:
        name = node.get("x-python-name")
        if name is not None and not (str(name).isidentifier() and str(name).islower() and not iskeyword(str(name))):
            yield (*place, "x-python-name"), f"{name} is not a lower-case Python name"


@rule("known-extension")
def known_extension(document: dict[str, Json]) -> Iterator[Trouble]:
    """Every x- key is one that something here understands."""
    for place, node in all_nodes(document):
        if "properties" in place[-1:]:
            continue
        for key in node:
            if str(key).startswith("x-") and key not in EXTENSIONS:
                yield (*place, key), f"nothing understands {key}"


@rule("wire")
def wire(document: dict[str, Json]) -> Iterator[Trouble]:
    """An x-wire is a known one, on a property or, of those of times, on a parameter's schema, and fits its type."""
    on_properties = {place for place, _, _ in all_properties(document)}
    on_parameters = {(*place, "schema") for place, _ in own_parameters(document)}
    for place, node in all_nodes(document):
        codec = node.get("x-wire")
        if codec is None or place[-1:] == ("properties",):
            continue
        if codec not in WIRE_CODECS:
            yield (*place, "x-wire"), f"{codec} is none of {', '.join(WIRE_CODECS)}"
        elif place not in on_properties and not (place in on_parameters and codec.startswith("epoch")):
            yield (*place, "x-wire"), "only properties of schemas, and times in parameters, can have one"
        elif node.get("type") not in _WIRE_TYPES[codec]:
            yield (*place, "x-wire"), f"{codec} needs type {' or '.join(sorted(_WIRE_TYPES[codec]))}"


@rule("items-key")
def items_key(document: dict[str, Json]) -> Iterator[Trouble]:
    """An x-items names an array of named objects in the same object."""
    for place, schema in components(document, "schemas"):
        if "x-items" in schema:
            target = schema.get("properties", {}).get(schema["x-items"], {})
            if target.get("type") != "array" or not is_model(resolve(document, target.get("items", {}))):
                yield (*place, "x-items"), f"{schema['x-items']} is not an array of a named schema here"


@rule("read-required")
def read_required(document: dict[str, Json]) -> Iterator[Trouble]:
    """In a schema that is read, only text and integers are required: they identify, and their null loses no answer."""
    was_read, _ = read_and_sent(document)
    read = ((place, schema) for place, schema in components(document, "schemas") if place[-1] in was_read)
    for place, schema in read:
        for name in schema.get("required", ()):
            inner = resolve(document, schema.get("properties", {}).get(name, {}))
            if inner.get("type") not in {"string", "integer"}:
                yield (*place, "required"), f"{name} is neither text nor integer; a null there would lose the answer"


@rule("description", ours=True)
def description(document: dict[str, Json]) -> Iterator[Trouble]:
    """Operations, parameters, schemas and properties are described; a bare $ref takes its target's description."""
    properties = ((place, inner) for place, _, inner in all_properties(document) if "$ref" not in inner)
    described = [
        *all_operations(document),
        *own_parameters(document),
        *components(document, "schemas"),
        *properties,
    ]
    for place, node in described:
        if not str(node.get("description", "")).strip():
            yield place, "has no description"


@rule("source-note", ours=True)
def source_note(document: dict[str, Json]) -> Iterator[Trouble]:
    """What does not come from the document the spec names says where it is from; what is inferred says why."""
    for place, node in all_nodes(document):
        source = node.get("x-source")
        if source is None or place[-1:] == ("properties",):
            continue
        known = {*SOURCES, *document.get("info", {}).get("x-sources", {})}
        if source not in known:
            yield (*place, "x-source"), f"{source} is none of {', '.join(sorted(known))}"
        elif source == "inferred" and not _noted(document, place):
            yield (*place, "x-source"), "needs an x-source-note that says why, here or around it"


def _noted(document: dict[str, Json], place: Place) -> bool:
    node: Any = document
    notes: list[Any] = []
    for step in place:
        node = inside(node, step)
        notes.append(is_map(node) and node.get("x-source-note"))
    return any(notes)
