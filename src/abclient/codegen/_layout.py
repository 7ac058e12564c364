"""JSON laid out so that a change of it is a diff one can read: a line for whatever fits into one."""

from __future__ import annotations

import json

from .spec._document import Json, is_list, is_map

_WIDTH = 120
"""Characters of a line, unless a single value has more."""


def laid_out(document: Json) -> str:
    """A document as JSON, in its own order; always the same text for the same document."""
    return _laid_out(document, "", 0) + "\n"


def _laid_out(node: Json, margin: str, taken: int) -> str:
    """A node whose first line begins after ``taken`` characters, and whose last ends in the margin."""
    line = json.dumps(node, ensure_ascii=False)
    if taken + len(line) < _WIDTH or not (is_map(node) or is_list(node)):
        return line
    inner = margin + " "
    if is_map(node):
        keys = [f"{inner}{json.dumps(str(key), ensure_ascii=False)}: " for key in node]
        parts = [key + _laid_out(one, inner, len(key)) for key, one in zip(keys, node.values(), strict=True)]
        return "{\n" + ",\n".join(parts) + f"\n{margin}}}"
    parts = [inner + _laid_out(one, inner, len(inner)) for one in node]
    return "[\n" + ",\n".join(parts) + f"\n{margin}]"
