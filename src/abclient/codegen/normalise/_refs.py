"""Published documents with all that they refer to: in the same file, in others beside it, and elsewhere if allowed."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from attrs import frozen

from ..spec._document import Json, SpecError, is_list, is_map
from ..spec._file import LARGEST, read, read_text

_TIMEOUT_SECONDS = 30.0


@frozen(eq=False)
class Document:
    """A document, and where it is from: a file's path, or a URL."""

    name: str
    root: dict[str, Json]


@frozen(eq=False)
class Node:
    """A part of a document.

    Attributes:
        value: the part.
        document: where it stands, against which its own references count.
        key: what identifies it if it was referred to; else empty.
    """

    value: Json
    document: Document
    key: str = ""

    def inside(self, value: Json) -> Node:
        """A part of the same document."""
        return Node(value, self.document)

    @property
    def name(self) -> str:
        """What it is called, if it was referred to: the last word of the reference, or of the file."""
        file, _, pointer = self.key.partition("#")
        return unescaped(pointer.rpartition("/")[2]) if pointer.strip("/") else Path(urlsplit(file).path).stem


class References:
    """Follows references from one document to others.

    Args:
        path: of the first document.
        root: what was read from it.
        allow_remote: whether others may come from the network, or from outside of its directory.
    """

    def __init__(self, path: Path, root: dict[str, Json], *, allow_remote: bool = False) -> None:
        self.start = Document(str(path), root)
        self._home = path.resolve().parent
        self._allow_remote = allow_remote
        self._documents = {self.start.name: self.start}

    def resolved(self, node: Node) -> Node:
        """The node itself, or what it refers to in the end.

        Raises:
            SpecError: a reference leads nowhere, in a circle, or where it may not; names file, line and rule.
        """
        seen: list[str] = []
        while is_map(node.value) and isinstance(node.value.get("$ref"), str):
            ref = node.value["$ref"]
            target = self._target(node.document, ref)
            if target.key in seen:
                circle = " → ".join([*seen, target.key])
                raise refused(node.document, ref, f"a circle of references: {circle}")
            seen.append(target.key)
            node = target
        return node

    def _target(self, document: Document, ref: str) -> Node:
        place, _, pointer = ref.partition("#")
        there = self._document(document, unquote(place), ref) if place else document
        found: Any = there.root
        for step in filter(None, pointer.split("/")):
            name = unescaped(step)
            if is_map(found) and name in found:
                found = found[name]
            elif is_list(found) and name.isdigit() and int(name) < len(found):
                found = found[int(name)]
            else:
                raise refused(document, ref, f"{ref} does not exist")
        return Node(found, there, f"{there.name}#{pointer}")

    def _document(self, document: Document, place: str, ref: str) -> Document:
        url = urljoin(document.name, place) if "://" in document.name else place
        if "://" in url:
            name = url
        else:
            path = (Path(document.name).parent / place).resolve()
            if not path.is_relative_to(self._home) and not self._allow_remote:
                raise refused(document, ref, f"{ref} is outside of the document's directory; --allow-remote follows it")
            name = str(path)
        if name not in self._documents:
            if "://" in name and not self._allow_remote:
                raise refused(document, ref, f"{ref} is on the network; --allow-remote fetches it")
            self._documents[name] = Document(name, _fetched(name) if "://" in name else read(Path(name)))
        return self._documents[name]


def unescaped(step: str) -> str:
    """A step of a JSON pointer in a URL, as it is meant."""
    return unquote(step).replace("~1", "/").replace("~0", "~")


def refused(document: Document, ref: str, why: str) -> SpecError:
    """An error at the line where a reference stands."""
    line = ""
    if "://" not in document.name:
        lines = read_text(Path(document.name)).splitlines()
        found = (number for number, text in enumerate(lines, 1) if ref in text or json.dumps(ref)[1:-1] in text)
        line = f":{next(found, 1)}"
    return SpecError(f"{document.name}{line}: local-reference: {why}")


def _fetched(url: str) -> dict[str, Json]:
    if urlsplit(url).scheme != "https":
        raise SpecError(f"{url}: only https:// is fetched")
    try:
        with urllib.request.urlopen(url, timeout=_TIMEOUT_SECONDS) as response:  # noqa: S310  # https, checked above
            led_to = str(response.url)
            if urlsplit(led_to).scheme != "https":
                raise SpecError(f"{url}: leads to {led_to}; only https:// is fetched")
            content = response.read(LARGEST + 1)
    except (OSError, ValueError) as exc:
        raise SpecError(f"{url}: cannot be fetched: {exc}") from exc
    return read(Path(url.rpartition("/")[2]), content=content, name=url)
