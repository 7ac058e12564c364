"""The rooms of the house: who imports whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "abclient"
GENERATED = ROOT / "generated" / "abclient_api"

CORE = {"errors", "options", "events", "_version"}
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "options": {"errors"},
    "events": {"errors", "options"},
    "_version": set(),
    "_lazy": set(),
    "_distribution": set(),
    "_console": set(),
    "_json": set(),
    "_aio": {"errors"},
    "_rate_limit_headers": set(),
    "_policy": {"errors", "options", "_rate_limit_headers"},
    "_redact": set(),
    "_error_body": {"errors", "_rate_limit_headers", "_redact", "abclient_api._runtime"},
    "_links": set(),
    "_awaitable": set(),
    "_pagination": {"errors", "_links", "abclient_api._runtime"},
    "_bulk_mode": set(),
    "_ratelimit": {"errors", "options", "_policy", "_rate_limit_headers"},
    "_files": set(),
    "transports": {"_aio", "_distribution", "errors", "options", "transports"},
    "_account": {*CORE, "_aio", "_ratelimit", "transports"},
    "_attempts": {*CORE, "_account", "_error_body", "_redact", "abclient_api._runtime"},
    "_decoding": {*CORE, "_error_body", "_policy", "_redact", "abclient_api._runtime"},
    "_session": {
        *(*CORE, "_account", "_bulk_mode", "_decoding", "_error_body", "_json", "_policy", "_ratelimit", "_attempts"),
        *("_rate_limit_headers", "_redact", "transports", "abclient_api._runtime"),
    },
    "paging": {
        *(*CORE, "_policy", "_pagination", "_awaitable", "_decoding", "_error_body", "_aio", "_merge", "_session"),
        "abclient_api._runtime",
    },
    "_merge": {"abclient_api._runtime"},
    "resource": {*CORE, "_keywords", "_merge", "bulk", "_session", "paging", "abclient_api._runtime"},
    "bulk": {"errors", "options", "_bulk_mode", "_awaitable", "_aio", "_policy"},
    "polling": {*CORE, "_decoding", "_policy", "_rate_limit_headers", "_session", "abclient_api._runtime"},
    "_copies": set(),
    "_keywords": set(),
    "client": {
        *(*CORE, "_account", "_bulk_mode", "_copies", "_error_body", "_keywords", "_ratelimit", "_redact", "_session"),
        *("transports", "abclient_api._runtime"),
    },
    "vendors": {
        *CORE,
        "_lazy",
        "_aio",
        "_keywords",
        "_links",
        "_awaitable",
        "_merge",
        "_files",
        "_session",
        "_policy",
        "_rate_limit_headers",
        "paging",
        "resource",
        "bulk",
        "polling",
        "client",
        "abclient_api",
    },
    "results": {*CORE, "_distribution", "abclient_api"},
    "health": {*CORE, "_distribution", "results"},
    "export": {*CORE, "_files", "results", "bulk"},
    "report": {*CORE, "_distribution", "_files", "results", "health"},
    "__init__": {*CORE, "_lazy", "bulk", "client", "paging", "resource", "vendors"},
    "__main__": {"_console", "cli"},
    "cli": {
        *(*CORE, "_aio", "bulk", "paging", "client", "resource", "vendors", "results", "export", "health"),
        *("_console", "_distribution", "report", "sandbox", "testing", "transports"),
    },
    "testing": set(),
    "sandbox": {"_console", "_distribution", "_version", "sandbox"},
}
HTTP_LIBRARIES = {"httpx", "httpcore", "aiohttp", "requests", "urllib3"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 45


def files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*.py") if "__pycache__" not in path.parts)


def room_of(path: Path) -> str:
    return path.relative_to(SOURCES).parts[0].removesuffix(".py")


def imports(path: Path, package: str, *, lazy_too: bool = True) -> Iterator[str]:
    """Absolute names of what a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def package_of(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root.parent).parent.parts)


@pytest.mark.parametrize("path", files(SOURCES), ids=lambda path: str(path.relative_to(SOURCES)))
def test_rooms_import_only_what_they_may(path: Path) -> None:
    """Data flows one way: each room imports the rooms below it, and nothing else of ours."""
    room = room_of(path)
    allowed = ROOMS[room]
    names = {path.stem for path in SOURCES.iterdir()}
    for name in imports(path, package_of(path, SOURCES)):
        parts = name.split(".")
        if parts[0] == "abclient" and len(parts) > 1 and parts[1] in names:
            assert parts[1] in allowed | {room}, f"{room} may not import {name}"
        if parts[0] == "abclient_api":
            assert {"abclient_api", ".".join(parts[:2])} & allowed, f"{room} may not import {name}"
        if parts[0] in HTTP_LIBRARIES and room not in {"transports", "sandbox"}:
            checked_only = room == "client" and parts == ["httpx"]  # for annotations
            assert checked_only, f"{room} may not import {name}"


@pytest.mark.parametrize("path", files(SOURCES / "vendors"), ids=lambda path: str(path.relative_to(SOURCES)))
def test_a_vendor_imports_no_other(path: Path) -> None:
    """Vendors are independent of one another, in the facade and in the generated code."""
    own = path.relative_to(SOURCES / "vendors").parts[0].removesuffix(".py").removeprefix("_").split("_signing")[0]
    vendors = {package.name for package in GENERATED.iterdir() if package.is_dir()} - {"__pycache__"}
    for name in imports(path, package_of(path, SOURCES)):
        for prefix in ("abclient.vendors.", "abclient_api."):
            other = name.removeprefix(prefix).split(".")[0] if name.startswith(prefix) else own
            assert other == own or other not in vendors, f"{path.name} may not import {name}"


@pytest.mark.parametrize("package", sorted(path.name for path in GENERATED.iterdir() if (path / "models").is_dir()))
def test_generated_code_imports_nothing_of_ours(package: str) -> None:
    """It needs attrs, dateutil and the standard library, does no I/O, and knows no other vendor."""
    runtime = {path.stem for path in GENERATED.glob("_*.py")}
    for path in files(GENERATED / package):
        for name in imports(path, package_of(path, GENERATED)):
            top = name.split(".")[0]
            assert top != "abclient", f"{path}: {name}"
            assert top not in HTTP_LIBRARIES, f"{path}: {name}"
            if top == "abclient_api":
                inside = name.split(".")[1:2]
                assert not inside or inside[0] in {package, *runtime}, f"{path}: {name}"


@pytest.mark.parametrize(
    "path", [*files(SOURCES), *files(ROOT / "scripts")], ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_room_is_too_large(path: Path) -> None:
    """A file past 400 lines, or a function past 45, is two things."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node, clean=False) or ""
            length = (node.end_lineno or 0) - node.lineno + 1 - len(documented.splitlines())
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_the_code_under_test_is_the_one_meant() -> None:
    """When the wheel is tested, it is the wheel that is imported, not the sources."""
    import os

    import abclient
    import abclient_api

    wanted = os.environ.get("ABCLIENT_TESTED")
    for package in (abclient, abclient_api):
        assert package.__file__ is not None
        home = Path(package.__file__).resolve()
        assert home.is_relative_to(Path(wanted).resolve() if wanted else ROOT)


_LIMIT = re.compile(
    r"(?:asyncio\.timeout\(|communicate\(timeout=|\bwait\(timeout=|asyncio\.wait\(\w+, timeout=)([0-9.]+)\)"
)
_REACHED_SECONDS, _HANGS_SECONDS = 1.0, 60.0


@pytest.mark.parametrize("kind", ["contract", "faults"])
def test_no_limit_in_a_test_is_reached_because_a_machine_is_busy(kind: str) -> None:
    """On real sockets a limit is below a second, to be reached, or so far away that only what hangs reaches it."""
    found = {
        f"{path.name}: {limit[0]}"
        for path in (ROOT / "tests" / kind).glob("*.py")
        for limit in _LIMIT.finditer(path.read_text(encoding="utf-8"))
        if _REACHED_SECONDS <= float(limit[1]) < _HANGS_SECONDS
    }
    assert found == set()
