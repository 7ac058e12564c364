"""The rooms of the house: who imports whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from abclient.vendor import BUILT_IN

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "abclient"
GENERATED = ROOT / "generated" / "abclient_api"

_HOUSE = """
_documentation:
errors: _documentation
_version:
_verdicts:
_html: abclient_api._html
_listing: _html
_outcome: _html _listing errors
_lazy:
_console:
_redact:
_awaitable:
_blocking:
_bulk_mode:
_copies:
codegen:
_distribution:
_rate_limit_headers:
_files:
_json:
_keywords:
_links:
_merge: abclient_api._runtime
_aio: errors
options: errors
vendor: errors
results: _distribution _html _listing
sandbox: _console _distribution
_error_body: _rate_limit_headers _redact abclient_api._runtime errors
_pagination: _links abclient_api._runtime errors
_policy: _rate_limit_headers errors options
events: errors options
_watch: events
otel: _distribution _version errors events
transports: _aio errors options
analysis: _distribution _redact results
health: analysis results
_decoding: _error_body _policy _redact abclient_api._runtime errors
_ratelimit: _policy _rate_limit_headers errors
bulk: _aio _awaitable _bulk_mode _console _listing _outcome _policy _watch errors options
plot: _console _distribution _files _verdicts analysis health results vendor
report: _files _verdicts _version analysis health results vendor
_account: _aio _ratelimit events transports
rate_limit_stores: _distribution _files _policy _rate_limit_headers _ratelimit errors
_open_limiter: _ratelimit options rate_limit_stores vendor
_items: bulk results
_attempts: _account _error_body _redact _watch abclient_api._runtime errors events transports
_session: _account _aio _attempts _bulk_mode _decoding _error_body _json _policy _rate_limit_headers _ratelimit _redact
    _version _watch abclient_api._runtime errors events options transports
client: _account _aio _bulk_mode _copies _error_body _keywords _open_limiter _ratelimit _redact _session
    abclient_api._runtime errors events options rate_limit_stores transports vendor
paging: _aio _awaitable _decoding _error_body _html _merge _pagination _session _watch abclient_api._runtime errors
polling: _decoding _policy _rate_limit_headers _session abclient_api._runtime errors
resource: _keywords _merge _session abclient_api._runtime bulk errors paging
source: _aio _console _items bulk errors results vendor
_pull: _aio _blocking _console _items _listing client errors options results source vendor
export: _console _distribution _files _items _json _lazy _redact _version bulk errors results source
vendors: _aio _awaitable _bulk_mode _files _keywords _lazy _links _merge _rate_limit_headers _session abclient_api
    analysis bulk client errors events options paging polling resource results source vendor
engines: _distribution _version errors
testing: _blocking _files _lazy _open_limiter _ratelimit abclient_api._wire bulk client codegen errors options results
    sandbox transports vendor
accounts: _console _distribution _files _items _pull client engines errors export options source vendor
spark: _distribution _items accounts errors results
load: _distribution _files _redact _version errors export results
mcp: _console _distribution _items _pull _redact _version accounts analysis client errors events export health options
    report results source transports vendor
cli: _aio _console _distribution _documentation _files _items _pull _version abclient_api._speedups accounts analysis
    codegen engines errors export health load mcp options plot report results sandbox source testing transports vendor
__init__: _blocking _lazy _pull _version bulk client errors events options paging rate_limit_stores resource vendors
__main__: _console cli
"""
ROOMS = {
    room: set(allowed.split())
    for room, _, allowed in (line.partition(":") for line in re.split(r"\n(?=\S)", _HOUSE.strip()))
}
"""What each module or package of ours may import, and does; it may import those above it only."""
HTTP_LIBRARIES = {"httpx", "httpcore", "httptools", "aiohttp", "requests", "urllib3"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 40


def files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*.py") if "__pycache__" not in path.parts)


def room_of(path: Path) -> str:
    return path.relative_to(SOURCES).parts[0].removesuffix(".py")


@cache
def parsed(path: Path) -> list[ast.AST]:
    """All nodes of a file."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path, package: str) -> Iterator[str]:
    """Absolute names of what a file imports."""
    for node in parsed(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def package_of(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root.parent).parent.parts)


def trespasses(path: Path) -> Iterator[str]:
    """What a file imports though it may not."""
    room = room_of(path)
    allowed = ROOMS[room]
    names = {path.stem for path in SOURCES.iterdir()}
    for name in imports(path, package_of(path, SOURCES)):
        parts = name.split(".")
        ours = parts[0] == "abclient" and len(parts) > 1 and parts[1] in names
        generated = parts[0] == "abclient_api"
        http = parts[0] in HTTP_LIBRARIES and room not in {"transports", "sandbox"}
        for_annotations = room == "client" and parts == ["httpx"]
        if (
            (ours and parts[1] not in allowed | {room})
            or (generated and not {"abclient_api", ".".join(parts[:2])} & allowed)
            or (http and not for_annotations)
        ):
            yield f"{path.relative_to(SOURCES)} may not import {name}"


def test_rooms_import_only_what_they_may() -> None:
    """Data flows one way: each module imports those below it in the house, and nothing else of ours."""
    found = [trespass for path in files(SOURCES) for trespass in trespasses(path)]
    assert not found, "\n".join(found)


def test_no_permission_is_unused() -> None:
    """What a module may import, it does, so that the table says how the house is built."""
    used: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path in files(SOURCES):
        for name in imports(path, package_of(path, SOURCES)):
            top, _, rest = name.partition(".")
            used[room_of(path)] |= (
                {rest.partition(".")[0]} if top == "abclient" else {top, ".".join(name.split(".")[:2])}
            )
    assert {room: sorted(allowed - used[room]) for room, allowed in ROOMS.items() if allowed - used[room]} == {}


def test_no_arrow_points_up() -> None:
    """Each module imports only those that the table has before it, so that there are no circles."""
    order = list(ROOMS)
    for room, allowed in ROOMS.items():
        assert allowed & set(order) <= set(order[: order.index(room)]), room


def test_pages_show_the_code_as_it_is() -> None:
    """The diagram of imports in docs/architecture.md, which has no circle, and the vendors in docs/command.md."""
    for script in ("fill_pages.py", "man_page.py"):
        subprocess.run([sys.executable, str(ROOT / "scripts" / script), "--check"], check=True)


@pytest.mark.parametrize("name", BUILT_IN)
def test_vendors_have_one_shape(name: str) -> None:
    """Who knows one vendor's package finds the way in each."""
    assert {"vendor.py", "client.py", "rows.py", "source.py"} <= {
        path.name for path in (SOURCES / "vendors" / name).iterdir()
    }


def test_nothing_but_their_own_packages_names_a_vendor() -> None:
    """Outside of them, and of the one tuple, code has vendors from the registry; documentation may name them."""
    naming = re.compile(rf"\b(?:{'|'.join(BUILT_IN)})\b")
    for path in files(SOURCES):
        if room_of(path) in {"vendors", "sandbox"}:
            continue
        nodes = parsed(path)
        documentation = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        words = [node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in documentation]
        found = [word for word in words if isinstance(word, str) and naming.search(word)]
        assert found == (list(BUILT_IN) if path.name == "vendor.py" else []), path


def owner(name: str) -> str:
    """Whose a package, a generated package or a family file is: the longest name of a vendor that it begins with."""
    plain = name.removeprefix("_")
    return max((one for one in BUILT_IN if f"{plain}_".startswith(f"{one}_")), key=len, default="")


def test_a_vendor_imports_no_other() -> None:
    """Vendors are independent of one another, in the facade and in the generated code."""
    for path in files(SOURCES / "vendors"):
        own = owner(path.relative_to(SOURCES / "vendors").parts[0].removesuffix(".py"))
        if path.parent.name == "vendors" and path.name == "__init__.py":
            continue  # it only names what each package has
        for name in imports(path, package_of(path, SOURCES)):
            for prefix in ("abclient.vendors.", "abclient_api."):
                other = name.removeprefix(prefix).split(".")[0] if name.startswith(prefix) else ""
                # What several editions share is in files such as ``_optimizely``, which may import one of them.
                family = other.startswith("_")
                assert family or owner(other) in ("", own), f"{path} may not import {name}"


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


def excesses(path: Path) -> Iterator[str]:
    """What of a file is too long."""
    length = len(path.read_text(encoding="utf-8").splitlines())
    if length > LONGEST_FILE:
        yield f"{path.relative_to(ROOT)} has {length} lines"
    for node in parsed(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node, clean=False) or ""
            length = (node.end_lineno or 0) - node.lineno + 1 - len(documented.splitlines())
            if length > LONGEST_FUNCTION:
                yield f"{path.relative_to(ROOT)}: {node.name} has {length} lines"


def test_no_room_is_too_large() -> None:
    """A file past 400 lines, or a function past 40, is two things; ``rest`` is generated."""
    examples = [path for path in files(ROOT / "examples") if "rest" not in path.parts]
    found = [excess for path in [*files(SOURCES), *files(ROOT / "scripts"), *examples] for excess in excesses(path)]
    assert not found, "\n".join(found)


_PAGE = {".js", ".css", ".html", ".jinja"}
_OPENS = re.compile(r"^(?P<indent> *)(?:.*\bfunction\b.*|.*=> )\{$", re.MULTILINE)


@pytest.mark.parametrize(
    "path",
    sorted(path for top in ("src", "scripts") for path in (ROOT / top).rglob("*") if path.suffix in _PAGE),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_part_of_a_page_or_template_is_too_large(path: Path) -> None:
    """As for Python: no file past 400 lines, and no function of JavaScript past 40."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for start in _OPENS.finditer(text) if path.suffix == ".js" else ():
        end = re.compile(rf"^{start['indent']}\}}", re.MULTILINE).search(text, start.end())
        assert end, start[0]
        assert text.count("\n", start.start(), end.start()) + 1 <= LONGEST_FUNCTION, start[0]


@pytest.mark.parametrize("path", sorted((ROOT / "speedups" / "src").rglob("*.[ch]")), ids=lambda path: path.name)
def test_no_part_in_c_is_too_large(path: Path) -> None:
    """As for Python: no file past 400 lines, and no function past 40; a function's braces stand at the margin."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for body in re.finditer(r"^\{\n(?:.*\n)*?\}$", text, re.MULTILINE):
        assert body[0].count("\n") <= LONGEST_FUNCTION, text[: body.start()].splitlines()[-1]


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
