"""Generating is reproducible, notices drift, and writes nothing unless everything succeeded."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import generate
from abclient.codegen import _build, _render
from abclient.codegen.spec import _model
from abclient.codegen.spec._document import SpecError
from abclient.codegen.spec._file import read
from support.cases import one_every_run
from support.specs import changed, write


def tree(directory: Path) -> dict[str, bytes]:
    """All files below a directory."""
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The tiny spec, and what is generated of it."""
    directory = tmp_path_factory.mktemp("built")
    spec = write(directory)
    assert generate.main([str(spec), "--output", str(directory / "api")]) == 0
    return spec, directory / "api"


@pytest.mark.slow
def test_hash_seeds_do_not_matter(tmp_path: Path) -> None:
    """The generator gives the same bytes under different hash seeds."""
    spec = write(tmp_path)
    for seed in ("1", "12345"):
        render = f"from {_render.__name__} import render; from {_model.__name__} import load; render"
        code = f"from pathlib import Path; spec = Path({str(spec)!r}); {render}(spec, load(spec), Path({seed!r}))"
        command = [sys.executable, "-c", code]
        subprocess.run(command, check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed})
    assert tree(tmp_path / "1") == tree(tmp_path / "12345")
    assert "models/thing.py" in tree(tmp_path / "1")


def test_a_package_holds_what_it_should(built: tuple[Path, Path]) -> None:
    """Runtime and marker at the top; operations, models and the spec in the package; no client, no caches."""
    top = {path.name for path in built[1].iterdir()}
    inside = {path.name for path in (built[1] / "tiny").iterdir()}
    runtime = {
        "_answers.py",
        "_arguments.py",
        "_bodies.py",
        "_deep.py",
        "_html.py",
        "_models.py",
        "_runtime.py",
        "_speedups.py",
        "_unions.py",
        "_wire.py",
    }
    assert top == {"__init__.py", *runtime, "py.typed", "tiny"}
    assert inside == {"__init__.py", "api", "models", "openapi.json"}
    operations = {path.name for path in (built[1] / "tiny" / "api" / "things").iterdir()}
    assert operations == {
        "__init__.py",
        "create_thing.py",
        "export_things.py",
        "get_thing.py",
        "list_things.py",
        "replace_thing.py",
    }


def test_fresh_output_has_no_drift(built: tuple[Path, Path]) -> None:
    """What was just written compares equal."""
    assert generate.main([str(built[0]), "--output", str(built[1]), "--check"]) == 0


@pytest.fixture
def copy(built: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """The spec, and a copy of what was generated that a test may spoil."""
    output = tmp_path / "api"
    for name, content in tree(built[1]).items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(content)
    return built[0], output


def test_every_kind_of_drift_is_told(copy: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """An edited, a deleted and a left-over file are named, and the return code is 1."""
    spec, output = copy
    (output / "tiny" / "models" / "thing.py").write_text("# edited\n")
    (output / "tiny" / "models" / "old.py").write_text("# left over\n")
    (output / "_wire.py").unlink()
    capsys.readouterr()
    assert generate.main([str(spec), "--output", str(output), "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: tiny/models/thing.py",
        "missing: _wire.py",
        "stale: tiny/models/old.py",
    ]


def test_generating_leaves_nothing_stale(copy: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Files of schemas that are gone disappear; packages of other specs stay when only some are generated."""
    spec, output = copy
    (output / "tiny" / "models" / "old.py").write_text("# left over\n")
    (output / "other").mkdir()
    (output / "other" / "kept.py").write_text("# of another spec\n")
    capsys.readouterr()
    assert generate.main([str(spec), "--output", str(output)]) == 0
    assert capsys.readouterr().out == "tiny: 1 gone\n"
    assert not (output / "tiny" / "models" / "old.py").exists()
    assert (output / "other" / "kept.py").exists()


def test_only_what_changed_is_written(copy: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A file that comes out the same keeps its inode and times, so that nothing that looks at them works again."""
    spec, output = copy
    other = write(spec.parent, spec.read_text().replace("All things.", "Each thing."), "tiny.yaml")
    kept = {name: (output / name).stat() for name in tree(output)}
    capsys.readouterr()
    try:
        assert generate.main([str(other), "--output", str(output)]) == 0
    finally:
        write(spec.parent)
    assert capsys.readouterr().out == "tiny: 2 changed\n"
    changed = {name for name, before in kept.items() if (output / name).stat().st_ino != before.st_ino}
    assert changed == {"tiny/openapi.json", "tiny/api/things/list_things.py"}
    assert all((output / name).stat().st_mtime_ns == kept[name].st_mtime_ns for name in kept.keys() - changed)
    assert generate.main([str(spec), "--output", str(output)]) == 0
    assert generate.main([str(spec), "--output", str(output)]) == 0
    assert capsys.readouterr().out == f"tiny: 2 changed\n{output}: no change\n"


def test_a_spec_is_kept_in_lines_that_a_diff_can_show(built: tuple[Path, Path]) -> None:
    """The JSON beside the code has a line for whatever fits into one, and is the spec."""
    text = (built[1] / "tiny" / "openapi.json").read_text()
    assert json.loads(text) == read(built[0])
    assert max(map(len, text.splitlines())) <= 120
    assert text.count("\n") > 100


@pytest.mark.parametrize("text", one_every_run([None, "a: [1", "- a list\n"]))
def test_a_file_that_is_no_spec_is_named_and_nothing_written(
    copy: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None
) -> None:
    """A missing file, or one that is no YAML mapping: one line that names it, return code 2, output untouched."""
    spec, output = copy
    wrong = tmp_path / "wrong.yaml" if text is None else write(tmp_path, text, "wrong.yaml")
    before = tree(tmp_path)
    capsys.readouterr()
    assert generate.main([str(spec), str(wrong), "--output", str(output)]) == 2
    message = capsys.readouterr().err
    assert re.match(rf"{re.escape(str(wrong))}(:\d+)?: ", message)
    assert message.count("\n") == 1
    assert tree(tmp_path) == before


def test_an_unknown_vendor_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """``--only`` with a vendor that has no spec says which file it looked for."""
    assert generate.main(["--only", "nobody"]) == 2
    assert "nobody.yaml: cannot be read" in capsys.readouterr().err


_TREE = '{$ref: "#/components/schemas/Tree"}'
_ENDLESS = f"    Tree: {{type: array, items: {_TREE}}}\n    ErrorRep:\n"
_TWICE = "    Error_rep:\n      type: object\n      properties: {a: {type: string}}\n    ErrorRep:\n"


@pytest.mark.parametrize(
    ("text", "message"),
    one_every_run(
        [
            (
                changed("    ErrorRep:\n", _ENDLESS).replace(
                    "type: array\n          description: Its tags.", f"<<: {_TREE}"
                ),
                "Tree contains itself without an object in between",
            ),
            (changed("    ErrorRep:\n", _TWICE), "Unable to parse schema"),
        ]
    ),
)
def test_what_cannot_be_generated_stops_everything(
    copy: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """Refusals, ours and the generator's warnings, name every file, and the old output stays."""
    specs = [write(tmp_path, text, "wrong.yaml"), write(tmp_path, text, "too.yaml")]
    before = tree(copy[1])
    assert generate.main([*map(str, specs), "--output", str(copy[1])]) == 1
    told = capsys.readouterr().err
    assert all(f"{spec}: {message}" in told for spec in specs)
    assert tree(copy[1]) == before


@pytest.mark.parametrize("module", ["fields", "models", "operations", "types"])
def test_plans_are_made_of_the_model_alone(module: str) -> None:
    """What a spec looks like as plain data is known where it is read, and nowhere behind that."""
    text = Path(_render.__file__).with_name("plan").joinpath(f"_{module}.py").read_text(encoding="utf-8")
    assert set(re.findall(r"^from \.\.spec\._document import (.*)$", text, re.MULTILINE)) <= {"SpecError"}


def test_another_ruff_is_refused(
    copy: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The formatter's version decides about bytes, so only the pinned one will do; nothing is written."""
    monkeypatch.setattr(_build, "RUFF", "0.0.1")
    before = tree(copy[1])
    assert generate.main([str(copy[0]), "--output", str(copy[1])]) == 1
    assert capsys.readouterr().err.startswith("ruff 0.0.1 is needed, ")
    assert tree(copy[1]) == before


def test_another_generator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The templates are made for one version of the generator."""
    monkeypatch.setattr(_render, "GENERATOR", "0.1.0")
    with pytest.raises(SpecError, match=r"openapi-python-client 0\.1\.0 is needed, 0\.29\.1 is installed"):
        _render.check_generator()


@pytest.mark.parametrize("template", sorted(_render.REPLACED))
def test_a_changed_upstream_template_is_noticed(monkeypatch: pytest.MonkeyPatch, template: str) -> None:
    """When the text behind one of our templates changes, its name is told."""
    _render.check_generator()
    monkeypatch.setitem(_render.REPLACED, template, "0" * 64)
    with pytest.raises(SpecError, match=f"the generator's own {template} changed"):
        _render.check_generator()


def test_every_template_of_ours_says_what_it_replaces() -> None:
    """Each template is listed with its upstream's hash, and starts with version, reason and end of its life."""
    templates = {path.name: path.read_text() for path in _render.TEMPLATES.glob("*.jinja")}
    assert templates.keys() == _render.REPLACED.keys() | {*_render.ADDED}
    for name, text in templates.items():
        header = text.split("#}")[0]
        replaced = "nothing" if name in _render.ADDED else name
        assert f"Replaces {replaced} of openapi-python-client {_render.GENERATOR}." in header
        assert "\nWhy: " in header
        assert "\nCan go when " in header
