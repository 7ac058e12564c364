"""What models declare is how they are read, and the reader in C is used where it fits; tests/services test it."""

from __future__ import annotations

import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from packaging.requirements import Requirement

import abclient
from abclient_api import _speedups
from abclient_api._runtime import Model, Undecodable
from support.arguments import models
from support.clients import PACKAGES
from support.contract_server import contract
from support.samples import Style

SPEEDUPS = Path(__file__).parents[2] / "speedups"


def _module(name: str) -> Any:
    """A module of abclient-speedups that needs nothing in C, without the package."""
    spec = spec_from_file_location(f"of_speedups_{name}", SPEEDUPS / "src" / "abclient_speedups" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules[spec.name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PLAN = _module("_plan")
choose = _speedups._choose  # pyright: ignore[reportPrivateUsage]  # made at import, and here with other packages about


def test_its_version_is_that_of_abclient() -> None:
    """Both are released together; pip lets no other minor version stand beside it."""
    project = tomllib.loads((SPEEDUPS / "pyproject.toml").read_text(encoding="utf-8"))
    assert f'__version__: Final = "{abclient.__version__}"' in (
        SPEEDUPS / "src" / "abclient_speedups" / "__init__.py"
    ).read_text(encoding="utf-8")
    [needed] = map(Requirement, project["project"]["dependencies"])
    major, minor, _ = abclient.__version__.split(".")
    assert needed.name == "abclient-experiments"
    assert abclient.__version__ in needed.specifier
    assert f"{major}.{int(minor) + 1}.0" not in needed.specifier
    assert PLAN.DECLARATIONS == _speedups.DECLARATIONS


def test_the_license_is_that_of_abclient() -> None:
    """The wheel has a copy."""
    assert (SPEEDUPS / "LICENSE").read_text() == (SPEEDUPS.parent / "LICENSE").read_text()


CHOICES: dict[str, tuple[ModuleType | SimpleNamespace | None, str | None, str, bool]] = {
    "not there": (None, None, "Python; abclient-speedups is not installed", False),
    "there": (SimpleNamespace(DECLARATIONS=1), None, "abclient-speedups 9.9.9", True),
    "wanted": (SimpleNamespace(DECLARATIONS=1), "1", "abclient-speedups 9.9.9", True),
    "unwanted": (SimpleNamespace(DECLARATIONS=1), "0", "Python, because of ABCLIENT_SPEEDUPS=0", False),
    "newer": (
        SimpleNamespace(DECLARATIONS=2),
        None,
        "Python, because abclient-speedups 9.9.9 is for another version of abclient",
        False,
    ),
}


@pytest.mark.parametrize("case", CHOICES)
def test_what_reads_models(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is used without being asked to, if it fits; and what is said about it says why not."""
    installed, variable, said, used = CHOICES[case]
    if installed is not None:
        installed.__dict__.update(__version__="9.9.9", reader=print)
    monkeypatch.setattr(_speedups, "reader_in_c", None)
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "abclient_speedups", raising=False)
    if installed is not None:
        monkeypatch.setitem(sys.modules, "abclient_speedups", installed)
    if variable is not None:
        monkeypatch.setenv("ABCLIENT_SPEEDUPS", variable)
    assert choose() == said
    assert (_speedups.reader_in_c is print) == used


BROKEN: dict[str, tuple[str | None, str]] = {
    "for another Python": ("raise ImportError('undefined symbol: PyList_New')", "undefined symbol: PyList_New"),
    "broken on its way": ("raise OSError('no space left')", "no space left"),
    "half of a file": ("def (", "invalid syntax (abclient_speedups.py, line 1)"),
    "without its library": ("import a_library_that_is_not_there", "No module named 'a_library_that_is_not_there'"),
    "of another kind": ("", "module 'abclient_speedups' has no attribute '__version__'"),
    "left by an uninstallation": (None, "module 'abclient_speedups' has no attribute '__version__'"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_imported_costs_nothing_but_time(
    case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Such as a wheel for another Python, or a directory without any file in it: models can be read without it."""
    source, said = BROKEN[case]
    if source is None:
        (tmp_path / "abclient_speedups" / "__pycache__").mkdir(parents=True)
    else:
        (tmp_path / "abclient_speedups.py").write_text(source)
    monkeypatch.delitem(sys.modules, "abclient_speedups", raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    try:
        assert choose() == f"Python; abclient-speedups cannot be imported ({said})"
    finally:
        sys.modules.pop("abclient_speedups", None)


def by_plan(plan: Any, field: Any, data: dict[str, Any]) -> Any:
    """What an attribute is by its plan: a reader as the one in C is, in Python."""
    value = data[field.key] if field.required else data.get(field.key)
    return None if value is None and field.nullable else _within(plan, field, field.containers, value)


def _within(plan: Any, field: Any, containers: str, value: Any) -> Any:
    if not containers:
        return value if field.each is None else field.each(value)
    values = (plan.items if containers[0] == "l" else plan.entries)(value)
    if containers[1:] or field.each is not None:
        pairs = ((key, one) for key, one in _pairs(values) if one is not None)
        read = {key: _within(plan, field, containers[1:], one) for key, one in pairs}
        kept = {key: one for key, one in read.items() if one is not None}
    else:
        kept = {key: one for key, one in _pairs(values) if one is not None or field.nulls}
    return list(kept.values()) if containers[0] == "l" else kept


def _pairs(values: Any) -> Any:
    return values.items() if values.__class__ is dict else enumerate(values)


@pytest.mark.parametrize("vendor", PACKAGES)
def test_models_are_what_they_declare(vendor: str) -> None:
    """Each attribute of each model, by its plan: as its method reads it, also with nulls, and where it is missing."""
    for name, kind in models(vendor).items():
        if not issubclass(kind, Model):
            continue
        from_dict: Any = getattr(kind.from_dict, "__func__", None)
        plan = PLAN.plan(kind, from_dict)
        sample: Any = contract(vendor).samples.sample({"$ref": f"#/components/schemas/{name}"}, Style())
        assert [field.attribute for field in plan.fields] == list(kind.FIELDS)
        for field in plan.fields:
            for document in _changed(sample, field.key):
                assert _read(lambda: getattr(kind.from_dict(document), field.attribute)) == _read(  # noqa: B023  # called at once
                    lambda: by_plan(plan, field, document)  # noqa: B023  # called at once
                ), (name, field, document)


def _changed(sample: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The object as it is, without a field, with null there, and with a null in the list or the object there."""
    value: Any = sample[key]
    within: list[Any] = [[None, *value]] if value.__class__ is list else []
    within += [{"gone": None, **value}] if value.__class__ is dict else []
    without = {name: one for name, one in sample.items() if name != key}
    return [without, *({**without, key: one} for one in (value, None, *within))]


def _read(read: Any) -> Any:
    """What it gives, or that it fails."""
    try:
        return read()
    except (KeyError, Undecodable):
        return "an error"
