"""Packages that are generated elsewhere: any client sends them, and nothing that others wrote is lost."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.codegen import _directory, _package
from abclient.codegen._build import GenerationError
from abclient.codegen.spec._document import SpecError
from abclient.errors import DecodeError, NotFoundError
from abclient.testing import make
from abclient_api import _models, _runtime
from support.clients import TOKEN
from support.fake import Script, answer
from support.library import LIBRARY
from support.specs import TINY, changed, write


def tree(directory: Path) -> dict[str, bytes]:
    """All files below a directory, without what Python compiled."""
    files = (path for path in directory.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {str(path.relative_to(directory)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A directory with two generated packages, from which they can be imported."""
    directory = tmp_path_factory.mktemp("elsewhere")
    for name, text in (("tiny_alone", TINY), ("library_alone", LIBRARY)):
        assert str(_package.generate(write(directory, text), name, directory)).endswith(" new")
    sys.path.insert(0, str(directory))
    yield directory
    sys.path.remove(str(directory))


@pytest.fixture
def copy(place: Path, tmp_path: Path) -> Path:
    """A directory with a copy of a package that a test may spoil, and its spec."""
    for name, content in tree(place / "tiny_alone").items():
        (tmp_path / "tiny_alone" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tiny_alone" / name).write_bytes(content)
    write(tmp_path)
    return tmp_path


def operation(name: str) -> Any:
    """A generated operation of the package."""
    return importlib.import_module(f"tiny_alone.api.things.{name}")


@pytest.mark.usefixtures("place")
async def test_any_client_sends_its_requests() -> None:
    """A client of another vendor sends them to its own address, decodes them, and raises its own errors."""
    client = abclient.LaunchDarkly(
        TOKEN,
        transport=Script(
            answer(200, {"id": 5, "tags": [{"word": "a"}]}), answer(404), answer(200, {"id": 5, "tags": 1})
        ),
    )
    request = operation("get_thing").request(5)
    found = await client.send(request)
    assert (found.id, found.tags[0].word) == (5, "a")
    with pytest.raises(NotFoundError):
        await client.send(request)
    with pytest.raises(DecodeError, match="Thing"):
        await client.send(request)


@pytest.mark.usefixtures("place")
def test_it_shares_the_runtime() -> None:
    """Its requests and models are those of the packages that abclient has, not copies of their classes."""
    assert isinstance(operation("get_thing").request(5), _runtime.Request)
    models: Any = importlib.import_module("tiny_alone.models")
    thing: type[Any] = models.Thing
    assert issubclass(thing, _models.Model)
    assert make(thing, id=7).to_dict() == {"id": 7}


@pytest.mark.parametrize("package", ["tiny_alone", "library_alone"])
def test_its_own_test_passes(place: Path, package: str) -> None:
    """The generated test covers each operation, and every model that is read."""
    test: Any = importlib.import_module(f"{package}.test_smoke")
    assert len(test.CALLS) == len([*(place / package).glob("api/*/[!_]*.py")])
    test.test_operations()
    test.test_models()


@pytest.mark.slow
def test_the_same_spec_gives_the_same_bytes(place: Path, tmp_path: Path) -> None:
    """In another directory, from another directory, and under another hash seed."""
    code = f"""
from pathlib import Path
from abclient.codegen._package import generate
generate(Path({str(write(tmp_path))!r}), "tiny_alone", Path("again"))
"""
    (tmp_path / "abclient").mkdir()  # ruff sorts imports by what is found in the current directory
    subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": "77"}
    )
    assert tree(tmp_path / "again" / "tiny_alone") == tree(place / "tiny_alone")


def test_again_it_says_what_changed(copy: Path) -> None:
    """Nothing is touched without need; a check writes nothing; no draft stays behind."""
    spec, package = copy / "tiny.yaml", copy / "tiny_alone"
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*")}
    assert not _package.generate(spec, "tiny_alone", copy)
    assert {path: path.stat().st_mtime_ns for path in package.rglob("*")} == before
    write(copy, changed("All things.", "Each thing."))
    told = _package.generate(spec, "tiny_alone", copy, check=True)
    assert told.changed == (_directory.SUMS, "api/things/list_things.py", "openapi.json")
    assert {path: path.stat().st_mtime_ns for path in package.rglob("*")} == before
    assert _package.generate(spec, "tiny_alone", copy) == told
    assert {path.name for path in copy.iterdir()} == {"tiny.yaml", "tiny_alone"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("mine.py", "", "holds files that were not generated: mine.py"),
        ("models/mine.txt", "", "holds files that were not generated: models/mine.txt"),
        ("models/thing.py", "", "was changed since it was generated: models/thing.py; delete"),
        (_directory.SUMS, "", "holds files that were not generated: __init__.py, api/__init__.py, "),
    ],
)
def test_what_was_not_generated_stays(copy: Path, name: str, content: str, message: str) -> None:
    """Files of others, edited files, and a package without its list are named, and nothing is written."""
    (copy / "tiny_alone" / name).write_text(content)
    before = tree(copy)
    with pytest.raises(SpecError, match=message):
        _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert tree(copy) == before


@pytest.mark.parametrize(
    "where", ["dangling", "to a directory", "to a file", "in place of one that was generated", "pipe"]
)
def test_links_and_devices_are_not_followed(copy: Path, where: str) -> None:
    """They are files of others, whatever they lead to; a pipe is not waited for."""
    package = copy / "tiny_alone"
    place = package / ("__init__.py" if "place" in where else "models/other")
    elsewhere = copy / "elsewhere"
    if where == "pipe":
        os.mkfifo(place)
    elif where == "to a directory":
        elsewhere.mkdir()
    elif where != "dangling":
        elsewhere.write_bytes((package / "__init__.py").read_bytes())
        place.unlink(missing_ok=True)
    if where != "pipe":
        place.symlink_to(elsewhere)
    name = place.relative_to(package).as_posix()
    with pytest.raises(SpecError, match=f"holds files that were not generated: {name};"):
        _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert place.is_symlink() or place.is_fifo()


def test_what_python_and_tools_leave_is_nobodys_work(copy: Path) -> None:
    """Compiled files do not count, and stay where their sources are the same."""
    cache = copy / "tiny_alone" / "models" / "__pycache__"
    cache.mkdir()
    (cache / "thing.cpython-311.pyc").write_bytes(b"compiled")
    write(copy, changed("All things.", "Each thing."))
    assert _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert (cache / "thing.cpython-311.pyc").read_bytes() == b"compiled"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("my-api", "is not a name that Python can import"),
        ("class", "is not a name that Python can import"),
        ("../api", "is not a name that Python can import"),
        ("é", "is not a name that Python can import"),
        ("", "an empty name: is not a name that Python can import"),
        ("json", "is the name of another package"),
        ("abclient_api", "is the name of another package"),
    ],
)
def test_a_name_that_would_not_work_is_refused(copy: Path, name: str, message: str) -> None:
    """Before anything is read or written."""
    with pytest.raises(SpecError, match=f"^{name + ': ' if name else ''}{message}"):
        _package.generate(copy / "tiny.yaml", name, copy)


def test_a_file_in_the_place_of_the_package_is_refused(tmp_path: Path) -> None:
    """A file or a link is not replaced by a directory."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        with pytest.raises(SpecError, match="is not a directory"):
            _package.generate(write(tmp_path), name, tmp_path)


def test_rules_are_checked_first(tmp_path: Path) -> None:
    """Each finding has file, line and rule; what only this project asks of its own specs is not asked."""
    spec = write(tmp_path, changed("x-items: things", "x-items: objects").replace("description: All things.", "x-a: 1"))
    with pytest.raises(SpecError) as refused:
        _package.generate(spec, "wrong", tmp_path / "out")
    told = [line.removeprefix(f"{spec}:").split(": ")[1] for line in str(refused.value).splitlines()]
    assert sorted(told) == ["items-key", "known-extension"]
    assert not (tmp_path / "out").exists()
    undescribed = write(tmp_path, changed("      description: All things.\n", ""))
    assert _package.generate(undescribed, "undescribed", tmp_path / "out", check=True).new
    assert not (tmp_path / "out").exists()


def test_many_findings_are_counted(tmp_path: Path) -> None:
    """A document that was never meant for this does not fill the screen."""
    spec = write(tmp_path, "openapi: 3.0.3\npaths:\n" + "".join(f"  /{n}: {{get: {{}}}}\n" for n in range(40)))
    with pytest.raises(SpecError) as refused:
        _package.generate(spec, "wrong", tmp_path)
    *shown, last = str(refused.value).splitlines()
    assert len(shown) == 20
    assert last.startswith(f"{spec}: and ")


def test_a_failure_leaves_what_was_there(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a formatter that fails nor a move that fails costs the package that there was."""
    before = tree(copy)
    write(copy, changed("All things.", "Each thing."))
    before["tiny.yaml"] = (copy / "tiny.yaml").read_bytes()

    def fail(package: Path) -> None:
        raise GenerationError(f"{package} cannot be formatted")

    with monkeypatch.context() as patch:
        patch.setattr(_package, "tidy", fail)
        with pytest.raises(GenerationError):
            _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert tree(copy) == before
    moved = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if target.name == "tiny_alone" and self.parent.name.startswith(".abclient-generate-"):
            raise OSError("no more")
        return moved(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(OSError, match="no more"):
            _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert tree(copy) == before


def test_without_links_files_are_copied_with_their_times(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every file system has links."""

    def refuse(*_: object) -> None:
        raise OSError

    write(copy, changed("All things.", "Each thing."))
    before = (copy / "tiny_alone" / "models" / "thing.py").stat().st_mtime_ns
    monkeypatch.setattr(os, "link", refuse)
    assert _package.generate(copy / "tiny.yaml", "tiny_alone", copy)
    assert (copy / "tiny_alone" / "models" / "thing.py").stat().st_mtime_ns == before


def test_a_single_value_is_an_answer_with_a_type(tmp_path: Path) -> None:
    """JSON that is a text or a number; for checkers of types, too, reading it gives no Any."""
    spec = write(tmp_path, changed('schema: {$ref: "#/components/schemas/ThingPage"}', "schema: {type: string}"))
    assert _package.generate(spec, "single", tmp_path)
    text = (tmp_path / "single" / "api" / "things" / "list_things.py").read_text()
    assert (
        'def parse(response: Response) -> str:\n    """The result in a successful answer."""\n    value: str = ' in text
    )
