"""The distribution's name and extras: what hints tell people to install is ours, and what pyproject.toml says."""

from __future__ import annotations

import hashlib
import itertools
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import abclient
from abclient._distribution import (
    distribution_name,
    extra_with,
    extras,
    install_hint,
    installed,
    name_clash,
    not_installed,
)

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]


@pytest.fixture
def _unknown() -> Iterator[None]:
    """Forgets what the metadata said, before and after."""
    for function in (installed, extras):
        function.cache_clear()
    yield
    for function in (installed, extras):
        function.cache_clear()


def test_the_name_and_the_extras_are_those_of_the_project() -> None:
    """What is installed is what pyproject.toml describes, and the name is not that of the stranger's project."""
    assert distribution_name() == PROJECT["name"] == "abclient-experiments"
    described = {
        name: tuple(sorted(re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in requirements))
        for name, requirements in PROJECT["optional-dependencies"].items()
    }
    assert extras() == dict(sorted(described.items()))


def test_the_metadata_has_addresses() -> None:
    """Package indexes show where source, documentation, changes and issues are."""
    urls = metadata.metadata(distribution_name()).get_all("Project-URL") or []
    named = dict(url.split(", ", 1) for url in urls)
    assert named.keys() == {"Homepage", "Documentation", "Source", "Changelog", "Issues"}
    assert all(url.startswith("https://") for url in named.values())


@pytest.mark.parametrize(
    ("module", "extra"), [("scipy", "analysis"), ("rich", "cli"), ("uvicorn", "sandbox"), ("plotly", "plot")]
)
def test_the_extra_that_brings_a_library(module: str, extra: str) -> None:
    """The one that brings least besides it."""
    assert extra_with(module) == extra
    assert extra_with("attrs") is None
    assert install_hint(extra) == f"pip install 'abclient-experiments[{extra}]'"


@pytest.mark.usefixtures("_unknown")
def test_a_copy_without_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that was never installed still names our distribution; another's command of our name is not ours."""

    def strangers(**params: str) -> list[metadata.EntryPoint]:
        return [metadata.EntryPoint("abclient", "abclient.main:app", "console_scripts")]

    monkeypatch.setattr(metadata, "entry_points", strangers)
    assert distribution_name() == "abclient-experiments"
    assert (extras(), extra_with("scipy")) == ({}, None)


@pytest.mark.usefixtures("_unknown")
def test_a_distribution_of_the_packages_own_name_clashes_with_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as one that an organization builds for itself: what is installed by that name is this."""
    own = tmp_path / "abclient-9.9.dist-info"
    own.mkdir()
    (own / "METADATA").write_text("Metadata-Version: 2.1\nName: abclient\nVersion: 9.9\n")
    (command,) = metadata.entry_points(group="console_scripts", name="abclient")
    (own / "entry_points.txt").write_text(f"[console_scripts]\nabclient = {command.value}\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert distribution_name() == "abclient"
    assert name_clash() is None


@pytest.mark.parametrize(("name", "said"), [("plotly.offline", "plotly.offline"), (None, "plotly")])
def test_what_is_said_of_a_missing_library(name: str | None, said: str) -> None:
    """The library that could not be imported, and what to run."""
    error = ImportError("gone", name=name)
    hint = "pip install 'abclient-experiments[plot]'"
    assert not_installed(error, "plot", default="plotly") == f"{said} is not installed: {hint}"


@pytest.mark.parametrize("path", ["src", "docs", "examples", "README.md", "SECURITY.md"])
def test_nothing_names_the_strangers_distribution(path: str) -> None:
    """No message, page or docstring tells anybody to install `abclient` from an index."""
    root = ROOT / path
    files = [root] if root.is_file() else [one for one in root.rglob("*") if one.suffix in {".py", ".md", ".html"}]
    for file in files:
        assert not re.search(r"pip install '?\"?abclient(?![-\w])", file.read_text(encoding="utf-8")), file


def test_the_index_shows_links_that_lead_somewhere() -> None:
    """The page there is far from the files that the README links to: each link is absolute, of this version."""
    found = installed()
    assert found
    links = re.findall(r"\]\(([^)]+)\)", str(found.metadata.json["description"]))
    assert f"https://github.com/abclient/abclient/blob/v{abclient.__version__}/docs/guide.md" in links
    assert [link for link in links if not link.startswith(("https://", "#"))] == []


@pytest.mark.parametrize("is_there", [False, True])
def test_another_project_with_the_same_package_is_named(is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name on the index is another project's, and pip installs its package over ours without a word."""
    known = metadata.version

    def version(name: str) -> str:
        if name == "abclient" and is_there:
            return "0.2.3"
        return known(name)

    monkeypatch.setattr(metadata, "version", version)
    assert name_clash() == (
        "the distribution abclient 0.2.3 of another project is installed too, and each has overwritten files of the"
        " other: pip uninstall --yes abclient abclient-experiments, then pip install abclient-experiments"
        if is_there
        else None
    )


def pinned() -> dict[str, tuple[str, list[str]]]:
    """What constraints.txt says: the name of each distribution, its version and the hashes of its files."""
    found: dict[str, tuple[str, list[str]]] = {}
    for entry in re.split(
        r"\n(?=\S)", re.sub(r"(?m)^#.*\n", "", (ROOT / "constraints.txt").read_text(encoding="utf-8"))
    ):
        name, version = re.split(r"[ ;]", entry, maxsplit=1)[0].split("==")
        found[name] = (version, re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry))
    return found


def test_what_is_required_is_pinned() -> None:
    """Each requirement has one version in constraints.txt that satisfies it, with hashes and without a host."""
    groups: list[list[str]] = [
        PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
    ]
    for requirement in map(Requirement, itertools.chain(*groups)):
        version, _ = pinned()[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}, but {version}: run `make lock`"
    assert all(hashes for _, hashes in pinned().values())
    assert "//" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("digest", "fits"), [("", True), ("0" * 64, False)])
def test_what_has_another_hash_is_not_installed(tmp_path: Path, digest: str, fits: bool) -> None:
    """The installer of the Makefile refuses a file whose hash is none of those that constraints say."""
    wheel = tmp_path / "aptly-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("aptly.py", "")
        archive.writestr("aptly-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: aptly\nVersion: 1.0\n")
        archive.writestr("aptly-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("aptly-1.0.dist-info/RECORD", "")
    wanted = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tmp_path / "constraints.txt").write_text(f"aptly==1.0 \\\n    --hash=sha256:{wanted}\n", encoding="utf-8")
    page = tmp_path / "index" / "aptly" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<a href="{wheel.as_uri()}">{wheel.name}</a>', encoding="utf-8")
    uv = [sys.executable, "-m", "uv", "pip", "install", "--no-cache", "--default-index", page.parents[1].as_uri()]
    ended = subprocess.run(
        [*uv, "--constraint", tmp_path / "constraints.txt", "--target", tmp_path / "site", "aptly"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode == 0) is fits, ended.stderr
    assert fits or "Hash mismatch" in ended.stderr
