"""A pytest plugin under which httpx is httpx2, and httpcore is httpcore2, for everything that is imported after it."""

from __future__ import annotations

import sys
from importlib import import_module

for _name in ("httpcore2", "httpx2"):
    import_module(_name)
for _name, _module in list(sys.modules.items()):
    _library, _dot, _inner = _name.partition(".")
    if _library in ("httpx2", "httpcore2"):
        sys.modules[f"{_library.removesuffix('2')}{_dot}{_inner}"] = _module
