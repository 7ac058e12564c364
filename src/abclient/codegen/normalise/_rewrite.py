"""Published OpenAPI documents, rewritten in the dialect that packages are generated from.

OpenAPI 3.0 and 3.1, and Swagger 2.0, in YAML or JSON. What was changed, guessed and left out is reported, and what a
person has to decide.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from .._layout import laid_out
from ..spec._document import Json, SpecError, is_list, is_map
from ..spec._file import lines_of, read
from ..spec._names import MISREAD
from ._names import class_names
from ._operations import Operations, Selection, address, guess_ids, guess_pages
from ._refs import Node, References
from ._report import CHANGED, DECIDE, LEFT_OUT, Report
from ._schemas import Schemas
from ._swagger import from_swagger

_yaml: Any = import_module("yaml")  # comes without types

_SCHEMAS = "#/components/schemas/"
_SCHEMES = {"apiKey", "http", "oauth2", "openIdConnect"}


@frozen
class Normalised:
    """A document in the dialect, and what was done for it."""

    document: dict[str, Json]
    report: Report


def normalise(
    path: Path, *, selection: Selection | None = None, descriptions: bool = True, allow_remote: bool = False
) -> Normalised:
    """Rewrite a published document.

    Args:
        path: YAML, or JSON if its name ends in ``.json``.
        selection: which operations are wanted; by default all.
        descriptions: whether descriptions are kept.
        allow_remote: whether references may lead to the network, or out of the document's directory.

    Raises:
        SpecError: it is not an OpenAPI document, or a reference cannot be followed; names file, line and rule.
    """
    root = read(path)
    report = Report()
    if str(root.get("swagger", "")).startswith("2."):
        root = _from_swagger(path, root)
        report.note(CHANGED, "Swagger 2.0 rewritten as OpenAPI 3.0", "")
    elif not str(root.get("openapi", "")).startswith("3."):
        told = root.get("openapi", root.get("swagger"))
        raise SpecError(
            f"{path}:1: openapi-version: {'is ' + str(told) if told else 'is not OpenAPI'}; 2.0 and 3.x are read"
        )
    if not is_map(root.get("paths")):
        raise SpecError(f"{path}:1: openapi: has no paths")
    references = References(path, root, allow_remote=allow_remote)
    return _rewritten(references, selection or Selection(), report, descriptions)


def _from_swagger(path: Path, root: dict[str, Json]) -> dict[str, Json]:
    """The document in OpenAPI 3.0; the rule that it breaks, if something in it is of another kind than Swagger has."""
    try:
        return from_swagger(root)
    except (AttributeError, KeyError, TypeError) as exc:
        from ..spec._rules_document import fault_of_swagger  # takes half a second

        if (fault := fault_of_swagger(root)) is None:
            raise
        place, what = fault
        raise SpecError(f"{path}:{lines_of(path, [place])[0]}: openapi: {what}") from exc


def _rewritten(references: References, selection: Selection, report: Report, descriptions: bool) -> Normalised:
    start = Node(references.start.root, references.start)
    schemas = Schemas(references, report, descriptions=descriptions)
    operations = Operations(references, schemas, report)
    base = _base(start.value)
    paths = operations.convert(start, selection, base)
    if not paths:
        raise SpecError(f"{references.start.name}:1: openapi: none of its operations is selected, or can be generated")
    schemas.finish()
    webhooks: Json = start.value.get("webhooks")
    for name in webhooks if is_map(webhooks) else ():
        report.note(LEFT_OUT, "webhooks", str(name))
    kept = _reachable(paths, schemas.found)
    wishes = {key: wish for key, wish in schemas.wishes.items() if key in kept}
    guess_pages(paths, kept, report)
    guess_ids(kept, wishes, report)
    names = class_names(wishes, operations.bodies)
    found: Any = start.value.get("info")
    info: dict[str, Json] = found if is_map(found) else {}
    made: dict[str, Json] = {
        "openapi": "3.0.3",
        "info": {"title": str(info.get("title") or "API"), "version": str(info.get("version") or "1")},
        **_servers(base, report),
        **_security(start, references),
        "paths": _renamed(paths, names),
    }
    _ask(made["paths"], made["schemes"])
    named = {names[key]: _renamed(kept[key], names) for key in sorted(kept, key=lambda key: names[key])}
    components = {"schemas": named, **({"securitySchemes": schemes} if (schemes := made.pop("schemes", {})) else {})}
    return Normalised({**made, "components": components}, report)


def _reachable(paths: dict[str, Json], schemas: dict[str, dict[str, Json]]) -> dict[str, dict[str, Json]]:
    """The schemas that operations need, in the order in which they were found."""
    needed: set[str] = set()
    waiting: list[Json] = [paths]
    while waiting:
        node = waiting.pop()
        if is_map(node):
            key = node.get("$ref")
            if isinstance(key, str) and key not in needed:
                needed.add(key)
                waiting.append(schemas[key])
            waiting.extend(node.values())
        elif is_list(node):
            waiting.extend(node)
    return {key: schema for key, schema in schemas.items() if key in needed}


def _base(root: dict[str, Json]) -> str:
    """The address of all operations: that of the document, or the one that most of its paths have."""
    if is_list(root.get("servers")) and root["servers"]:
        return address(root["servers"])
    several = [address(item["servers"]) for item in root["paths"].values() if is_map(item) and item.get("servers")]
    return max(several, key=several.count, default="")


def _servers(base: str, report: Report) -> dict[str, Json]:
    if base.startswith("https://"):
        return {"servers": [{"url": base}]}
    report.note(DECIDE, "the address, servers: it must be https://", base or "none is documented")
    return {}


def _security(start: Node, references: References) -> dict[str, Json]:
    components = start.value.get("components")
    given = components.get("securitySchemes") if is_map(components) else None
    schemes = {
        str(name): node.value
        for name, one in (given.items() if is_map(given) else ())
        if is_map((node := references.resolved(start.inside(one))).value) and str(node.value.get("type")) in _SCHEMES
    }
    asked = start.value.get("security")
    needed = _asked(asked, schemes) if is_list(asked) else []
    return {**({"security": needed} if needed else {}), "schemes": schemes}


def _asked(given: list[Json], schemes: dict[str, Json]) -> list[Json]:
    """What is asked for, without what needs schemes that are not known here."""
    return [one for one in given if is_map(one) and one.keys() <= schemes.keys()]


def _ask(paths: dict[str, Json], schemes: dict[str, Json]) -> None:
    """Leave out what operations ask for with schemes that are not known here."""
    for operation in (operation for item in paths.values() for operation in item.values()):
        given: list[Json] | None = operation.pop("security", None)
        known = _asked(given or [], schemes)
        if known or given == []:
            operation["security"] = known


def _renamed(node: Json, names: dict[str, str]) -> Any:
    if is_map(node):
        if isinstance(node.get("$ref"), str):
            return {"$ref": f"{_SCHEMAS}{names[node['$ref']]}"}
        if isinstance(node.get("propertyName"), str):  # of a discriminator: a property of that name would be a mapping
            mapping = {value: f"{_SCHEMAS}{names[key]}" for value, key in node["mapping"].items()}
            return {"propertyName": node["propertyName"], "mapping": mapping}
        return {key: _renamed(inner, names) for key, inner in node.items()}
    return [_renamed(inner, names) for inner in node] if is_list(node) else node


def text_of(document: dict[str, Json], *, as_json: bool) -> str:
    """A document as YAML, or as JSON laid out in lines; always the same text for the same document."""
    if as_json:
        return laid_out(document)
    text: str = _yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return text


def _text(dumper: Any, value: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"' if MISREAD.fullmatch(value) else None)


def _never_shared(*_: object) -> bool:
    return True


def _dumper() -> Any:
    """A dumper that repeats instead of referring, and quotes what readers of YAML 1.1 take for something else."""
    best = getattr(_yaml, "CSafeDumper", _yaml.SafeDumper)
    dumper: Any = type("Dumper", (best,), {"ignore_aliases": _never_shared})
    dumper.add_multi_representer(str, _text)
    dumper.add_representer(str, _text)
    return dumper


_Dumper = _dumper()

__all__ = ["LEFT_OUT", "Normalised", "Selection", "normalise", "text_of"]
