"""Names and values that mean something else: to Python, generated code, the client, and other readers of YAML."""

from __future__ import annotations

import re

RESERVED = {
    "additional_properties",
    "bind",
    "changes",
    "delete",
    "from_dict",
    "raw",
    "refresh",
    "save",
    "to_dict",
}
"""Methods and attributes of every resource."""

IMPORTED = {
    "Any",
    "Body",
    "Callable",
    "ClassVar",
    "File",
    "Literal",
    "Mapping",
    "Model",
    "Never",
    "Request",
    "Required",
    "Response",
    "Self",
    "Sequence",
    "TypedDict",
    "Unset",
}
"""What generated modules import."""

LONGEST_MODULE = 180
"""Characters of a module's name. Those of the TypedDicts of bodies have 14 more, and those of what Python compiles 32;
file systems take 255."""

OWN_HEADERS = {"accept", "authorization", "content-length", "content-type", "cookie", "host"}
"""Headers that the client decides on."""

MISREAD = re.compile(r"y|n|yes|no|on|off|true|false|null|~|\d{4}-\d\d?-\d\d?.*", re.IGNORECASE)
"""What readers of YAML 1.1 take for a boolean or a date."""
