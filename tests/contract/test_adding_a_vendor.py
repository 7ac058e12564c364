"""A vendor of another distribution, made of docs/adding-a-vendor.md as it stands there."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from support.cases import one_every_run
from support.reports import Elements

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-vendor.md"
PYTHON = re.compile(r"`acme/(?P<name>\w+)\.py`:\n\n```python\n(?P<code>.*?)```", re.DOTALL)
ENTRY_POINTS = re.compile(r"```toml\n.*?(?P<text>\[project\.entry-points.*?)```", re.DOTALL)

OTHER = """
from abclient.vendor import Vendor
C = "other:Missing"
VENDOR = Vendor(name="other", title="O", api="v1", url="u", client=C, source=C, credentials=())
RAISES = Vendor(name="raises", title="R", api="v1", url="u", client="other:raises", source=C, credentials=())
def raises(**options):
    raise RuntimeError("no client")
"""


class Installed:
    """Runs Python and the command where the vendor is installed."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment: dict[str, str] = dict(environment)

    def python(self, code: str) -> str:
        """What the code prints."""
        return self._run("-c", code).stdout

    def __call__(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """The command, ended."""
        return self._run("-m", "abclient", *arguments, cwd=cwd)

    def _run(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments], env=self.environment, capture_output=True, text=True, check=False, cwd=cwd
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the package of the page, installed as a distribution is."""
    site = tmp_path_factory.mktemp("site")
    (site / "acme").mkdir()
    (site / "acme" / "__init__.py").touch()
    page = PAGE.read_text(encoding="utf-8")
    for found in PYTHON.finditer(page):
        (site / "acme" / f"{found['name']}.py").write_text(found["code"], encoding="utf-8")
    entry_points = re.search(ENTRY_POINTS, page)
    assert entry_points is not None
    sections = entry_points["text"].replace('[project.entry-points."', "[").replace('"]', "]").replace('"', "")
    metadata = site / "acme_experiments-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-experiments\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(sections)
    return site


@pytest.fixture(scope="module")
def installed(site: Path) -> Iterator[Installed]:
    """The vendor, installed, with a sandbox that plays it."""
    path = os.pathsep.join([str(site), *filter(None, (os.environ.get("PYTHONPATH"), *sys.path))])
    environment = {**os.environ, "PYTHONPATH": path}
    served = subprocess.Popen(
        [sys.executable, "-m", "abclient.sandbox", "--port=0", "--exit-on-eof", "--experiments=1"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with served:
        assert served.stdout is not None
        url = served.stdout.readline().rpartition(" ")[2].strip()
        told = {"ABCLIENT_ACME_TOKEN": "sandbox-token", "ABCLIENT_ACME_BASE_URL": f"{url}/acme/v1"}
        yield Installed(environment | told)
        served.communicate()


BASES = re.findall(r"^\| `abclient\.((?:\w+\.)?\w+)` \|(.*)\|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("base", "defined", "used"), BASES)
def test_a_base_has_what_the_page_says(base: str, defined: str, used: str) -> None:
    """Every name that the page gives to subclasses is one of the class, as a method or in its annotations."""
    home, _, name = base.rpartition(".")
    kind: type[Any] = getattr(import_module(f"abclient.{home}".rstrip(".")), name)
    known: set[str] = {*dir(kind), *(name for each in kind.__mro__ for name in inspect.get_annotations(each))}
    # What an instance has from its __init__ alone.
    known |= set(re.findall(r"self\.(\w+)", inspect.getsource(kind)))
    assert set(re.findall(r"`(\w+)`", defined + used)) - known == set()


def test_all_bases_are_looked_at() -> None:
    """The table of the page is read as it is meant."""
    assert [base for base, _, _ in BASES] == ["Client", "Resource", "Collection", "source.Source"]


def test_its_results_are_printed(installed: Installed) -> None:
    """By the command, like those of any vendor."""
    ended = installed("results", "acme", "--format=json")
    rows = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [(row["vendor"], row["variation_id"], row["units"], row["conversions"]) for row in rows] == [
        ("acme", "A", 1000, 100),
        ("acme", "B", 1010, 130),
    ]


def test_an_id_that_does_not_exist_is_named(installed: Installed) -> None:
    """Everything else is printed."""
    ended = installed("results", "acme", "1", "7", "--format=json")
    assert (ended.returncode, len(json.loads(ended.stdout))) == (3, 2)
    assert ended.stderr.splitlines() == ["abclient: 7: there is no such test", "abclient: 1 failed of 2"]


def test_a_mistake_in_its_source_is_traced(installed: Installed, site: Path) -> None:
    """One line names the error and its type; with --debug, the line of the source as well."""
    source = site / "acme" / "source.py"
    right = source.read_text(encoding="utf-8")
    source.write_text(right.replace('variation["visitors"]', 'variation["visits"]'), encoding="utf-8")
    try:
        plain, debugged = installed("results", "acme"), installed("--debug", "results", "acme")
    finally:
        source.write_text(right, encoding="utf-8")
    assert plain.stderr.splitlines() == ["abclient: 1: KeyError: 'visits'", "abclient: 1 failed of 1"]
    assert 'variation["visits"]' in debugged.stderr


def test_an_experiment_is_shown_as_its_client_returns_it(installed: Installed) -> None:
    """As JSON, whether or not it is a model."""
    ended = installed("experiments", "show", "acme", "1", "--format=json")
    assert (ended.returncode, json.loads(ended.stdout)[0]["name"]) == (0, "Green button")


def test_it_is_exported_and_reported(installed: Installed, tmp_path: Path) -> None:
    """To a directory of which a page is made that has the vendor's title."""
    exported = installed("export", "acme", "--out", str(tmp_path / "out"), "--json")
    assert exported.returncode == 0, exported.stderr
    assert json.loads(exported.stdout)["rows"] == 2
    assert installed("report", str(tmp_path / "out"), "-o", str(tmp_path / "page.html")).returncode == 0
    page = Elements((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert page.data["vendors"] == {"acme": "Acme"}


def test_its_health_is_checked(installed: Installed) -> None:
    """With the traffic that its source says was intended."""
    ended = installed("health", "acme", "--format=json")
    (report,) = json.loads(ended.stdout)
    assert (ended.returncode, report["vendor"], report["units"]) == (0, "acme", {"A": 1000, "B": 1010})
    assert report["split_p_value"] is not None


@pytest.mark.slow
def test_its_name_stays_its_own_beside_its_package(installed: Installed, site: Path, tmp_path: Path) -> None:
    """In a directory with a directory of that name, the name is the vendor's, and a path is the directory's."""
    ended = installed("health", "acme", "--format=json", cwd=site)
    assert (ended.returncode, json.loads(ended.stdout)[0]["vendor"]) == (0, "acme")
    plotted = installed("plot", "traffic", "acme", "--out", str(tmp_path / "plot.html"), cwd=site)
    assert (plotted.returncode, plotted.stderr) == (0, "")
    assert installed("health", "./acme", cwd=site).stderr.startswith("abclient: acme: there is no export in it")


def test_the_doctor_asks_it(installed: Installed) -> None:
    """And says that it accepts the credentials; without any it is one of the vendors that are named."""
    ended = installed("doctor", "acme", "--format=json")
    (about,) = json.loads(ended.stdout)["vendors"]
    assert (ended.returncode, about["vendor"], about["accepted"]) == (0, "acme", True)


def test_its_rows_can_be_pulled(installed: Installed) -> None:
    """Without an event loop, as any vendor's."""
    printed = installed.python("import abclient; print(len(abclient.pull('acme', as_='rows', ids=['1'])))")
    assert printed.strip() == "2"


@pytest.mark.parametrize(
    ("points", "said"),
    one_every_run(
        [
            ("[abclient.vendors]\nother = other:VENDOR\n", "'other:Missing' of the vendor 'other' cannot be imported"),
            ("[abclient.vendors]\nbroken = acme.nothing:VENDOR\n", "the vendor 'broken' of other cannot be used: "),
            ("[abclient.vendors]\nraises = other:RAISES\n", "RuntimeError: no client"),
            ("[abclient.vendors]\nacme = acme.vendor:VENDOR\n", "several distributions bring a vendor 'acme'"),
            (
                "[abclient.vendors]\nconvert_v1 = acme.vendor:VENDOR\n",
                "other brings a vendor 'convert_v1', which is the name of",
            ),
        ]
    ),
)
def test_a_bad_entry_point_costs_no_other_vendor(points: str, said: str, installed: Installed, tmp_path: Path) -> None:
    """The doctor names it in one line, and goes on with the vendors that can be used."""
    (tmp_path / "other.py").write_text(OTHER)
    metadata = tmp_path / "other-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(points)
    path = os.pathsep.join([str(tmp_path), installed.environment["PYTHONPATH"]])
    ended = Installed(installed.environment | {"PYTHONPATH": path})("doctor")
    assert ended.returncode == 1
    (line,) = [line for line in ended.stdout.splitlines() if said in line]
    assert line.startswith("  ")
    assert "launchdarkly: REST API v2" in ended.stdout
