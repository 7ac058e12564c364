"""Files of specs, in YAML 1.2 or JSON: read, with one clear error where that fails, and where in them something is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ._document import Json, UnreadableError, is_list, is_map
from ._sizes import MOST_PARTS, too_large

_yaml: Any = import_module("yaml")  # comes without types

LARGEST = 64 * 2**20
"""Bytes that a file may have; the largest that are published, of cloud providers, have 20 MB."""

_MOST_NODES = 10_000_000
"""Mappings, lists and values that a file may stand for when its aliases are written out."""


_DEEPEST = 200
"""Levels of lists and mappings in one another; published documents have 30."""


class Quoted(str):
    """A value of an enum that is in quotes, so that no reader takes it for anything but text."""

    __slots__ = ()


def read(path: Path, *, content: bytes | None = None, name: str = "") -> dict[str, Json]:
    """Read a spec.

    Args:
        path: YAML, or JSON if its name ends in ``.json``.
        content: the file's, if it was fetched from elsewhere.
        name: what messages call it; by default the path.

    Raises:
        UnreadableError: there is no such file, it is too large, neither YAML nor JSON, or not a mapping; or one of
            its schemas is composed of more than can be looked at.
    """
    called = name or str(path)
    text = read_text(path) if content is None else _decoded(called, content)
    document = _from_json(called, text) if path.suffix == ".json" else _from_yaml(called, text)
    if not is_map(document):
        raise UnreadableError(f"{called}: is not an OpenAPI document, but a {type(document).__name__}")
    if (place := too_large(document)) is not None:
        line = f":{lines_of(path, [place])[0]}" if content is None else ""
        raise UnreadableError(f"{called}{line}: {place[-1]} is composed of more than {MOST_PARTS:,} schemas")
    return document


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        UnreadableError: it cannot be read, is too large, or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            return _decoded(str(path), file.read(LARGEST + 1))
    except OSError as exc:
        raise UnreadableError(f"{path}: cannot be read: {exc.strerror}") from exc


def _decoded(name: str, content: bytes) -> str:
    if len(content) > LARGEST:
        raise UnreadableError(f"{name}: has more than {LARGEST // 2**20} MB, which is the most that is read")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableError(f"{name}: is not UTF-8 (byte {exc.start})") from exc


def _from_json(name: str, text: str) -> Json:
    try:
        return json.loads(text, object_pairs_hook=_json_object)
    except json.JSONDecodeError as exc:
        raise UnreadableError(f"{name}:{exc.lineno}: is not JSON: {exc.msg}") from exc
    except (ValueError, RecursionError) as exc:
        raise UnreadableError(f"{name}: is not JSON: {_said(exc)}") from exc


def _json_object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'found duplicate key "{next(name for name in names if names.count(name) > 1)}"')
    if is_list(made.get("enum")):
        made["enum"] = [Quoted(value) if isinstance(value, str) else value for value in made["enum"]]
    return made


def _from_yaml(name: str, text: str) -> Json:
    try:
        _check_depth(name, text)
        document = _yaml.load(text, Loader=_Loader)  # a safe loader's subclass
        if "*" in text and "&" in text:
            _check_aliases(name, document)
    except _yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        where = f":{mark.line + 1}" if mark else ""
        problem = str(getattr(exc, "problem", None) or exc).replace("\n", " ")
        raise UnreadableError(f"{name}{where}: is not YAML: {problem}") from exc
    except (ValueError, RecursionError) as exc:
        raise UnreadableError(f"{name}: is not YAML: {_said(exc)}") from exc
    return document


def _check_depth(name: str, text: str) -> None:
    """Refuse what would end the process: the C library takes a level of its stack for each level of the file."""
    depth = 0
    for event in _yaml.parse(text, Loader=_Loader):
        if isinstance(event, _yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise UnreadableError(f"{name}:{event.start_mark.line + 1}: is nested more than {_DEEPEST} levels deep")
        elif isinstance(event, _yaml.CollectionEndEvent):
            depth -= 1


def _said(exc: Exception) -> str:
    return "nested too deeply" if isinstance(exc, RecursionError) else str(exc)


def _check_aliases(name: str, document: Json) -> None:
    """Refuse a file that contains itself, or is small only because of its aliases."""
    sizes: dict[int, int] = {}

    def size(node: Json) -> int:
        if not (is_map(node) or is_list(node)):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = _MOST_NODES + 1  # what is met again on the way down contains itself
            sizes[id(node)] = 1 + sum(map(size, node.values() if is_map(node) else node))
        return sizes[id(node)]

    if size(document) > _MOST_NODES:
        raise UnreadableError(f"{name}: its aliases contain themselves, or stand for more than can be read")


def lines_of(path: Path, places: Sequence[tuple[str | int, ...]]) -> list[int]:
    """The line, counted from 1, of the deepest node on the way to each of these places that the file has."""
    if not places:
        return []
    root = _yaml.compose(read_text(path), Loader=_Loader)
    return [_line(root, place) for place in places]


def _line(node: Any, place: tuple[str | int, ...]) -> int:
    line = 0
    for step in place:
        inner = next((found for found in _inside(node) if found[0] == str(step)), None)
        if inner is None:
            break
        _, line, node = inner
    return int(line) + 1


def _inside(node: Any) -> list[tuple[str, int, Any]]:
    """Name, line and node of all that is directly inside a node."""
    if isinstance(node, _yaml.MappingNode):
        return [(str(key.value), key.start_mark.line, value) for key, value in node.value]
    if isinstance(node, _yaml.SequenceNode):
        return [(str(index), value.start_mark.line, value) for index, value in enumerate(node.value)]
    return []


def _map(loader: Any, node: Any) -> dict[Any, Json]:
    own = {id(key) for key, _ in node.value}
    loader.flatten_mapping(node)  # merges (<<); what is merged may be named again
    made: dict[Any, Json] = {}
    named: set[Any] = set()
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, (dict, list)):
            raise _yaml.constructor.ConstructorError(None, None, "found a key that is not a text", key_node.start_mark)
        if id(key_node) in own:
            if key in named:
                problem = f'found duplicate key "{key}"'
                raise _yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            named.add(key)
        made[key] = loader.construct_object(value_node, deep=True)
        if key == "enum" and isinstance(value_node, _yaml.SequenceNode):
            made[key] = [_enum_value(one, given) for one, given in zip(value_node.value, made[key], strict=True)]
    return made


def _enum_value(node: Any, value: Json) -> Json:
    return Quoted(value) if isinstance(value, str) and node.style in ("'", '"') else value


def _integer(loader: Any, node: Any) -> int:
    text = loader.construct_scalar(node)
    base = {"0o": 8, "0x": 16}.get(text[:2], 10)
    return int(text[2:] if base != 10 else text, base)


def _loader() -> Any:
    """A loader of YAML 1.2: there, ``no`` is a text, ``010`` is ten, and a date is what is written."""
    best = getattr(_yaml, "CSafeLoader", _yaml.SafeLoader)
    loader: Any = type("Loader", (best,), {"yaml_implicit_resolvers": {}})
    for name, pattern, first in (
        ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
        ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
        (
            "float",
            r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
            "-+.0123456789",
        ),
        ("merge", "<<", "<"),
    ):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"(?:{pattern})$"), list(first))
    loader.add_constructor("tag:yaml.org,2002:int", _integer)
    loader.add_constructor("tag:yaml.org,2002:map", _map)
    return loader


_Loader = _loader()
