"""Names for what has none, or none that Python takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from keyword import iskeyword

from openapi_python_client import strings

from ..plan._fields import fields_names
from ..plan._types import class_name, python_name
from ..spec._names import IMPORTED, LONGEST_MODULE, RESERVED

_CUT = 80
"""Characters that are kept of a name that is too long for a module: fewer than that with all that is added."""

_ADDED = len("_input_99")
_SIGNS = {"+": "plus ", "-": "minus ", "$": "", "@": "at ", "*": "all ", "<": "less ", ">": "greater ", "=": "equal "}


def pascal(text: str) -> str:
    """A class's name."""
    words = re.sub(r"[^0-9A-Za-z]+", " ", text).strip()
    name = class_name(words or "Value")
    return name if name.isidentifier() else class_name(f"Value {words}")


def singular(name: str) -> str:
    """What an item of a list of this name is called."""
    for end, instead in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if name.endswith(end) and not name.endswith(("ss", "us", "is")) and len(name) > len(end) + 1:
            return name.removesuffix(end) + instead
    return f"{name}Item"


def property_name(key: str, taken: set[str]) -> str | None:
    """What a property must be called in Python, if not what follows from its name; adds it to those taken."""
    usual = python_name(key)
    name = python_name(re.sub(r"[\[\].]+", "_", key).strip("_") or key)
    if not _is_name(name):
        signs = "".join(_SIGNS.get(letter, letter) for letter in key)
        name = python_name(re.sub(r"[^0-9A-Za-z]+", "_", signs).strip("_") or "value")
        name = name if _is_name(name) else f"value_{name.strip('_')}"
    name = f"{name}_" if name in RESERVED else name
    name = _numbered(name, taken)
    taken.add(name)
    return None if name == usual else name


def _is_name(name: str) -> bool:
    return name.isidentifier() and not iskeyword(name) and name.isascii() and any(map(str.isalpha, name))


def _numbered(name: str, taken: Iterable[str]) -> str:
    number, numbered = 2, name
    while numbered in taken:
        numbered = f"{name.rstrip('_')}_{number}"
        number += 1
    return numbered


def operation_id(wish: str, taken: set[str]) -> str:
    """An id whose module has a name of its own; adds the module to those taken."""
    name = wish if python_name(wish).isidentifier() and python_name(wish).isascii() else pascal(wish)
    name = name if len(python_name(name)) <= LONGEST_MODULE - _ADDED else pascal(name[:_CUT])
    number, numbered = 2, name
    while python_name(numbered) in taken or not python_name(numbered).isidentifier():
        numbered = f"{name}{number}"
        number += 1
    taken.add(python_name(numbered))
    return numbered


def tag_name(tag: str) -> str:
    """A tag that a package can be called by."""
    words = " ".join(re.sub(r"[^0-9A-Za-z]+", " ", tag).split()) or "default"
    words = words if len(python_name(words)) <= LONGEST_MODULE else words[:_CUT].strip()
    module = str(strings.PythonIdentifier(words, ""))
    return words if module.isidentifier() else f"Group {words}"


def class_names(wishes: dict[str, str], bodies: Iterable[str]) -> dict[str, str]:
    """A name for each schema by its key: what it wishes to be called, told apart from all others.

    Args:
        wishes: by key; what is read comes first, and what is sent is called ``...Input`` beside it.
        bodies: the keys of whole bodies, of whose names the names of TypedDicts are made.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    read = {wishes[key] for key in wishes if key.startswith("read:")}
    whole = set(bodies)
    for key in sorted(wishes, key=lambda one: (not one.startswith("read:"), wishes[one], one)):
        wish = wishes[key]
        wish = wish if len(python_name(wish)) <= LONGEST_MODULE - _ADDED else class_name(wish[:_CUT])
        name = f"{wish}Input" if not key.startswith("read:") and wish in read else wish
        name = f"{name}Schema" if name in IMPORTED else name
        number, numbered = 2, name
        while taken & (modules := _modules(numbered, key in whole)) or class_name(numbered) != numbered:
            numbered = class_name(f"{name}{number}") if number < 100 else f"Value{len(taken)}"
            number += 1
        taken |= modules
        given[key] = numbered
    return given


def _modules(name: str, whole: bool) -> set[str]:
    """The modules that a schema takes: its own, and those of the TypedDicts of a body."""
    both = [fields_names(name, both=False)] if whole else []
    return {python_name(one) for one in [name, *(field for names in both for field in names)]}
