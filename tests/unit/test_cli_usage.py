"""What the command makes of command lines, directories and settings that cannot work: one line, and the right code."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from importlib import metadata
from inspect import signature
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from abclient._console.usage import run_app
from abclient.cli import _app
from abclient.cli._options import ExportFormat
from abclient.cli.export import Choice
from abclient.export import Item, export_rows
from abclient.vendor import BUILT_IN
from support.command import COMMAND, Command, credentials

KNOWN = ", ".join(BUILT_IN)
NOWHERE = "http://127.0.0.1:9"  # nobody listens there, and nothing may be sent


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command with credentials for an address where nobody listens."""
    for name, value in credentials(NOWHERE).items():
        if not name.startswith("ABCLIENT_LAUNCHDARKLY_"):
            monkeypatch.setenv(name, value)
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_TOKEN", "some-token")
    return Command(capsys)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "results launchdarkly",
            "LaunchDarkly needs project= and environment= (--project and --environment), or ABCLIENT_",
        ),
        ("health launchdarkly --project one", "LaunchDarkly needs project= and environment="),
        (
            "results convert_v1 123",
            "Convert v1 needs project= (--project) with the ids of experiences, or ABCLIENT_CONVERT_V1_PROJECT",
        ),
        ("results optimizely 12 twelve", "an id of this vendor is a whole number, not 'twelve'"),
        ("experiments show optimizely_classic -- -5", "an id of this vendor is a whole number, not '-5'"),
        (
            "experiments list optimizely --project web",
            "project= (--project): an id of this vendor is a whole number, not 'web'",
        ),
        ("results optimizely --format json --excel", "--excel is for --format csv, not json"),
        ("results optimizely --excel --format table", "--excel is for --format csv, not table"),
        ("results optimizely --excel --format markdown", "--excel is for --format csv, not markdown"),
        ("results optimizely --json --csv", "give one of --format, --json and --csv"),
        ("experiments list optimizely --format table --json", "give one of --format, --json and --csv"),
        ("export optimizely --out x --format jsonl --excel", "--excel is for --format csv, not jsonl"),
        ("export optimizely --out=", "--out is empty or '.': name the directory to write to"),
        ("export optimizely --out .", "--out is empty or '.': name the directory to write to"),
        ("export optimizely --out ./", "--out is empty or '.': name the directory to write to"),
        ("results optimizely --base-url example.org", "base_url must start with https://"),
        ("results optimizely --base-url https://me:pass@example.org", "base_url must not hold credentials"),
        ("export --out x", "name a vendor, or give --accounts FILE"),
        ("export optimizely --out x --parallel 2", "--parallel, --engine, --scheduler and --report-json are for --acc"),
        ("export optimizely --out x --report-json y", "--parallel, --engine, --scheduler and --report-json are for"),
        ("export optimizely --out x --engine dask", "--parallel, --engine, --scheduler and --report-json are for"),
        ("export --out x --accounts y --scheduler tcp://localhost:8786", "--scheduler needs --engine"),
        ("export optimizely --out x --accounts y", "VENDOR, --project, --environment, --account and --base-url are in"),
        (
            "export --out x --accounts y --project 5",
            "VENDOR, --project, --environment, --account and --base-url are in",
        ),
        ("export --out . --accounts y", "--out is empty or '.': name the directory to write to"),
        ("export --out x --accounts nowhere.toml", "nowhere.toml: No such file or directory"),
        ("export --out x --accounts y --segment \udcff", "--segment must be text in UTF-8, not"),
        ("export --out x --accounts y --since soon", "--since takes a date or a time such as"),
        ("export --out x --accounts y --report-json no/where", "--report-json: there is no directory no"),
        ("export --out x --accounts y --report-json x/y", "--report-json: there is no directory x"),
        ("export optimizely --out x --since yesterday", "--since takes a date or a time such as"),
        ("health nowhere", f"nowhere is neither a directory nor one of {KNOWN}"),
        ("health optimisely", f"optimisely is neither a directory nor one of {KNOWN}; did you mean 'optimizely'?"),
        (
            "plot forest Convert",
            f"Convert is neither a directory, nor a file, nor one of {KNOWN}; did you mean 'convert'?",
        ),
        ("results optimizely --max-rate 0", "max_rate must be a positive, finite number of requests per second, not 0"),
        ("results launchdarkly --project \udcff --environment one", "--project must be text in UTF-8, not '\\udcff'"),
        ("results optimizely --account \udcff", "--account must be text in UTF-8, not '\\udcff'"),
        ("results optimizely --base-url https://\udcff", "--base-url must be text in UTF-8, not"),
        ("doctor --project 5", "--project, --environment, --account and --base-url need a vendor: name it"),
    ],
)
def test_what_cannot_be_meant(line: str, said: str, command: Command) -> None:
    """One line of error output names the culprit; the exit code is 2, and nothing is printed or sent."""
    ended = command(*line.split())
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert ended.err.startswith(f"abclient: {said}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("results", "VENDOR"),
        ("results optimisely", "optimisely"),
        ("results optimizely --token secret", "--token"),
        ("results optimizely --concurrency 0", "--concurrency"),
        ("export optimizely", "--out"),
        ("export --out x --accounts y --parallel 0", "--parallel"),
        ("export --out x --accounts y --report-json .", "is a directory"),
        ("export optimizely --out x --format xlsx", "xlsx"),
        ("export optimizely --out x --format json", "jsonl"),
        ("results optimizely --format parquet", "parquet"),
        ("health optimizely --format csv", "csv"),
        ("experiments", "list"),
        ("experiments show optimizely", "EXPERIMENT"),
        ("experiments list optimizely --status runing", "runing"),
        ("report nowhere -o .", "is a directory"),
        ("report nowhere --output /", "is a directory"),
        ("nonsense", "nonsense"),
    ],
)
def test_what_is_no_command_line(line: str, said: str, command: Command) -> None:
    """Misspelt and missing words are named, with exit code 2; a token is never an argument."""
    ended = command(*line.split())
    assert ended.code == 2
    assert said in ended.out + ended.err
    assert "Traceback" not in ended.err


def test_exports_have_the_same_default_format_everywhere() -> None:
    """The command leaves it to the library if no format is chosen, and its help says what that is."""
    assert signature(export_rows).parameters["file_format"].default == "csv"
    assert signature(_app.export).parameters["file_format"].default is None
    assert "file_format" not in Choice(None, None, False, False, False, False).options()
    assert "by default csv" in str(get_args(ExportFormat)[1].help)


@pytest.mark.parametrize("vendor", ["launchdarkly", "convert_v1"])
def test_missing_credentials(vendor: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be asked, the variables to set are named; the ones that are set are not."""
    missing = "TOKEN" if vendor == "launchdarkly" else "SECRET"
    monkeypatch.delenv(f"ABCLIENT_{vendor.upper()}_{missing}")
    ended = command("results", vendor)
    assert (ended.code, ended.out) == (2, "")
    assert re.fullmatch(rf"abclient: no credentials for [\w ]+: set ABCLIENT_{vendor.upper()}_{missing}\n", ended.err)


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ((), "set ABCLIENT_CONVERT_APPLICATION_ID and ABCLIENT_CONVERT_SECRET"),
        (("SECRET",), "set ABCLIENT_CONVERT_APPLICATION_ID"),
        (("KEY_ID",), "set ABCLIENT_CONVERT_KEY_SECRET"),
    ],
)
def test_credentials_of_two_kinds(
    there: tuple[str, ...], told: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a vendor takes either, those are missing that would complete the kind that is there."""
    for name in ("APPLICATION_ID", "SECRET", "KEY_ID", "KEY_SECRET"):
        monkeypatch.delenv(f"ABCLIENT_CONVERT_{name}", raising=False)
    for name in there:
        monkeypatch.setenv(f"ABCLIENT_CONVERT_{name}", "something")
    assert command("results", "convert").err == f"abclient: no credentials for Convert: {told}\n"


def test_settings_of_the_client(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a vendor's client takes besides credentials comes from the environment, and is checked."""
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_INSTANCE", "moon")
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN_TYPE", "paper")
    assert command("results", "launchdarkly").lines == [
        "abclient: instance must be one of default, federal, eu, not 'moon'"
    ]
    assert command("doctor", "optimizely_classic").lines == [
        "abclient: token_type must be legacy or oauth, not 'paper'"
    ]


def _taken_by_a_file(directory: Path) -> None:
    directory.write_text("")


def _half_written(directory: Path) -> None:
    directory.mkdir()
    (directory / "part-000001.csv").write_text("vendor")


def _of_another_version(directory: Path) -> None:
    directory.mkdir()
    (directory / "manifest.json").write_text(json.dumps({"manifest_version": 99, "schema_version": 1}))


def _damaged(directory: Path) -> None:
    directory.mkdir()
    (directory / "manifest.json").write_text('{"manifest_version": 1, ')


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (_taken_by_a_file, "File exists"),
        (_half_written, "it holds part-000001.csv but no manifest.json; export to a new directory"),
        (_of_another_version, "it was written by abclient None (manifest 99, rows 1)"),
        (_damaged, "manifest.json is damaged"),
    ],
)
def test_directories_that_cannot_be_exported_to(prepare: object, said: str, tmp_path: Path, command: Command) -> None:
    """A directory that is no export, or a broken one, is named in one line and left as it is; the exit code is 1."""
    assert callable(prepare)
    directory = tmp_path / "out"
    prepare(directory)
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    ended = command("export", "optimizely", "--out", directory)
    assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1)
    assert ended.err.startswith(f"abclient: {directory}: {said}")
    after = sorted((path.name, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    assert [one for one in after if one[0] != ".abclient-lock"] == before


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (_taken_by_a_file, "manifest.json cannot be read: Not a directory"),
        (_half_written, "there is no export in it"),
        (_of_another_version, "it was written by abclient None (manifest 99, rows 1)"),
        (_damaged, "manifest.json is damaged"),
    ],
)
@pytest.mark.parametrize("reading", ["health", "report"])
def test_directories_that_cannot_be_read(
    reading: str, prepare: Callable[[Path], None], said: str, tmp_path: Path, command: Command
) -> None:
    """Health and report name the directory and the reason in one line, and make no page; the exit code is not 0."""
    directory, page = tmp_path / "out", tmp_path / "page.html"
    prepare(directory)
    ended = command(reading, directory, *(("-o", page) if reading == "report" else ()))
    assert (ended.code in {1, 2}, ended.out, len(ended.lines), page.exists()) == (True, "", 1, False)
    if directory.is_dir() or reading == "report":
        assert ended.err.startswith(f"abclient: {directory}: {said}")


async def no_items() -> AsyncIterator[Item]:
    """A source without any experiment."""
    none: list[Item] = []
    for item in none:
        yield item


def test_a_report_that_cannot_be_written(tmp_path: Path, command: Command) -> None:
    """The place is named in one line, and nothing is left there; the exit code is 1."""
    asyncio.run(export_rows(tmp_path / "out", no_items(), file_format="csv"))
    (tmp_path / "file").write_text("mine")
    ended = command("report", tmp_path / "out", "-o", tmp_path / "file" / "page.html")
    assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1)
    assert str(tmp_path / "file") in ended.err
    assert (tmp_path / "file").read_text() == "mine"


def test_what_pydantic_adds_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Newer versions of typer check values by pydantic, which says of every one that it is an error."""

    class RefusedError(Exception):
        def format_message(self) -> str:
            return "Invalid value for '--status': Value error, 'runing' is not one of 'running'."

    class Refusing(typer.Typer):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            raise RefusedError

    with pytest.raises(SystemExit) as ended:
        run_app(Refusing(), [], name="abclient")
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(
        "abclient: Invalid value for '--status': 'runing' is not one of 'running';"
    )


def test_a_report_needs_no_other_extra(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither for its charts nor for the health checks in it."""
    for library in ("numpy", "pandas", "plotly", "pyarrow", "scipy"):
        monkeypatch.setitem(sys.modules, library, None)
    asyncio.run(export_rows(tmp_path / "out", no_items(), file_format="csv", history=True))
    ended = command("report", tmp_path / "out", "-o", tmp_path / "page.html")
    assert (ended.code, ended.out, ended.err) == (0, f"{tmp_path / 'page.html'}\n", "")


def test_health_of_no_export(tmp_path: Path, command: Command) -> None:
    """A directory without an export is named; the exit code is 1."""
    ended = command("health", tmp_path)
    assert (ended.code, ended.out, ended.lines) == (1, "", [f"abclient: {tmp_path}: there is no export in it"])


def test_nobody_answers(command: Command) -> None:
    """An address where nobody listens is a failure, told in one line."""
    ended = command("results", "convert_v1", "--project", "1", "--format=json")
    assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1)
    assert ended.err.startswith(
        "abclient: convert_v1 POST 127.0.0.1:9/convert_v1/api/v1/experiences/1: no connection to 127.0.0.1:9"
    )


def test_doctor_without_extras(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each extra that is not installed is named with what to type, which is no failure."""

    def nothing(module: str) -> str:
        raise metadata.PackageNotFoundError(module)

    monkeypatch.setattr(metadata, "version", nothing)
    for name in credentials(""):
        monkeypatch.delenv(name, raising=False)
    ended = command("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert (
        "extra sandbox: rich, starlette, typer, uvicorn: not installed: pip install 'abclient-experiments[sandbox]'"
        in ended.out
    )
    assert "httptools is missing" in ended.out


def test_help_is_light() -> None:
    """Help and completion load no vendor, no HTTP and no table library, so that they come at once."""
    code = (
        "import sys\nfrom abclient.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"httpx", "httpcore", "aiohttp", "starlette", "pyarrow", "scipy", "attrs", "abclient_api"}
    assert not [name for name in loaded if name.startswith(("abclient.vendors", "abclient.results", "abclient.export"))]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("abclient res", ["results"]),
        ("abclient experiments ", ["list", "show"]),
        ("abclient results opt", ["optimizely", "optimizely_classic", "optimizely_flags"]),
        ("abclient export convert_v1 --form", ["--format"]),
    ],
)
def test_completion(words: str, offered: list[str]) -> None:
    """The shell's completion offers commands, vendors and options."""
    asking = {"_ABCLIENT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(COMMAND, capture_output=True, text=True, check=True, env={**os.environ, **asking})
    assert done.stdout.split() == offered
