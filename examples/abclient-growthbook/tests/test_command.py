"""The command with GrowthBook as the vendor, against a sandbox in a process of its own."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from abclient import cli
from abclient.testing import Sandbox

ROOT = Path(__file__).parents[1]
SLOW = 60
"""Seconds after which a process counts as hanging; it takes one or two."""


@pytest.fixture(scope="module")
def served(installed: None) -> Iterator[Sandbox]:
    """A sandbox in a process of its own, which finds the entry points as this one does, and announces a limit."""
    with Sandbox(experiments=24, rate_limit="10000/60") as sandbox:
        yield sandbox


@pytest.fixture
def environment(served: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox is what the command finds by default."""
    monkeypatch.setenv("ABCLIENT_GROWTHBOOK_TOKEN", served.token)
    monkeypatch.setenv("ABCLIENT_GROWTHBOOK_BASE_URL", served.base_url("growthbook"))


class Command:
    """Runs the command in this process; its pace is what the sandbox announces."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> str:
        """What it prints, once it has ended well."""
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        written = self._capsys.readouterr()
        assert ended.value.code == 0, written.err
        return written.out


@pytest.fixture
def command(environment: None, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return Command(capsys)


def test_results_are_printed(command: Command) -> None:
    """As rows with the columns of all vendors."""
    rows: list[dict[str, Any]] = json.loads(command("results", "growthbook", "--format=json"))
    assert {row["vendor"] for row in rows} == {"growthbook"}
    assert {"winner", "worse", "inconclusive", None} <= {row["verdict"] for row in rows}
    assert {"bayesian", "frequentist-fixed", "frequentist-sequential"} == {row["statistics"] for row in rows}


def test_they_are_exported_and_reported(command: Command, tmp_path: Path) -> None:
    """To files, of which a page is made that has the vendor's title; a second export has nothing new to write."""
    exported = json.loads(command("export", "growthbook", "--out", tmp_path / "out", "--json"))
    assert exported["rows"] > 50
    again = json.loads(command("export", "growthbook", "--out", tmp_path / "out", "--json"))
    assert again["rows"] == exported["rows"]
    command("report", tmp_path / "out", "-o", tmp_path / "page.html")
    assert "GrowthBook" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_their_health_is_checked(command: Command) -> None:
    """With the split that their last phase says was intended: one has a mismatch."""
    reports: list[dict[str, Any]] = json.loads(command("health", "growthbook", "--format=json"))
    assert any(report["split_p_value"] is not None for report in reports)
    kinds = {finding["kind"] for report in reports for finding in report["findings"]}
    assert "sample_ratio_mismatch" in kinds


def test_experiments_are_listed_and_shown(command: Command) -> None:
    """In the words of all vendors, and as the vendor has them."""
    listed: list[dict[str, Any]] = json.loads(command("experiments", "list", "growthbook", "--format=json"))
    assert len(listed) == 24
    draft = next(one["experiment_id"] for one in listed if one["status"] == "not_started")
    (shown,) = json.loads(command("experiments", "show", "growthbook", draft, "--format=json"))
    assert (shown["status"], shown["hashVersion"]) == ("draft", 2)


def test_the_doctor_asks_it(command: Command) -> None:
    """And says that the token is accepted."""
    (about,) = json.loads(command("doctor", "growthbook", "--format=json"))["vendors"]
    assert (about["vendor"], about["accepted"]) == ("growthbook", True)


def test_answers_are_compared_with_its_specification(command: Command, tmp_path: Path) -> None:
    """What the sandbox answers is what ``specs/growthbook.yaml`` says."""
    command("record", "growthbook", "--out", tmp_path / "answers", "--limit", "3")
    compared = json.loads(command("drift", "growthbook", "--answers", tmp_path / "answers", "--json", "--strict"))
    assert compared["findings"] == []


def test_a_document_is_compared_with_its_specification(command: Command, tmp_path: Path) -> None:
    """The specification itself, with an operation more, has this one."""
    document = json.loads((ROOT / "src" / "abclient_growthbook" / "rest" / "openapi.json").read_bytes())
    operation = {"operationId": "deleteSettings", "tags": ["organization"], "responses": {"204": {"description": ""}}}
    document["paths"]["/v1/settings"]["delete"] = operation
    (tmp_path / "document.json").write_text(json.dumps(document), encoding="utf-8")
    printed = command("drift", "growthbook", "--document", tmp_path / "document.json")
    assert printed.splitlines()[0] == "new: deleteSettings: operation DELETE /v1/settings"


async def test_the_readme_runs(environment: None) -> None:
    """Its Python, as it stands there; the experiment that it starts is running."""
    (code,) = re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    names: dict[str, Any] = {}
    await eval(compile(code, "README.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)
    assert (names["experiment"].status, names["feature"].project) == ("running", "prj_shop")


@pytest.mark.slow
@pytest.mark.shows_credentials("the README, which is in the metadata, has the sandbox's token")
def test_it_works_where_pip_installed_it(environment: None, tmp_path: Path) -> None:
    """With its entry points from its own metadata, in a process that finds nothing of this directory otherwise."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target"]
    subprocess.run([*pip, str(tmp_path / "site"), str(ROOT)], check=True, timeout=10 * SLOW)
    elsewhere = [part for part in sys.path if part and not Path(part).is_relative_to(ROOT) and "/site" not in part]
    code = f"import sys; sys.path[:0] = {[str(tmp_path / 'site'), *elsewhere]!r}; from abclient.cli import main; main()"
    asked = [sys.executable, "-c", code, "results", "growthbook", "--format=json"]
    ended = subprocess.run(asked, capture_output=True, text=True, timeout=SLOW, check=False, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert len(json.loads(ended.stdout)) > 50
