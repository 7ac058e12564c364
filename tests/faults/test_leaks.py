"""The search for credentials in the output of every test run finds what is planted, and does not show it."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import abclient
from support.leaks import Records, Search

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
PLANTED = "-".join(("planted", "credential"))  # put together, so that no traceback shows it with the source
CONFTEST = """
import pytest
from support import leaks_plugin

files_of_the_run = leaks_plugin.files_of_the_run


def pytest_configure(config):
    leaks_plugin.register(config)
"""
OPTIONS = "[pytest]\nmarkers = shows_credentials(reason)\nlog_level = WARNING\n"
LEAKS = """
import logging, pickle, subprocess, sys
import abclient, pytest
from abclient.errors import APIError, ConfigurationError
from abclient.vendors._convert_signing import RequestSigner

SECRET = "-".join(("planted", "credential"))
SIGNATURE = RequestSigner("app", SECRET).headers("https://a.example/")[2][1]


@pytest.fixture(scope="module", autouse=True)
def client():
    abclient.LaunchDarkly(SECRET, transport="httptools")


def test_clean(tmp_path):
    logging.getLogger("any").debug("nothing")
    (tmp_path / "file").write_text("nothing")


def test_log():
    logging.getLogger("any").debug("with %s", SECRET)


def test_log_exception():
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("any").warning("failed", exc_info=True)


def test_signature():
    logging.getLogger("any").debug(SIGNATURE)


def test_bare_signature():
    print(SIGNATURE.split("=")[1])


def test_out():
    print(SECRET)


def test_err_in_setup_of_process(capfd):
    subprocess.run([sys.executable, "-c", f"import sys; print({SECRET!r}, file=sys.stderr)"], check=True)


def test_read_by_the_test(capsys):
    print(SECRET)
    assert capsys.readouterr().out


def test_process():
    done = subprocess.run([sys.executable, "-c", f"print({SECRET!r})"], capture_output=True, check=True)
    assert done.stdout


def test_file(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"\\xff" + SECRET.encode())


def test_caught():
    with pytest.raises(ValueError):
        raise ValueError("harmless") from KeyError(SECRET)


def test_never_caught():
    APIError("harmless", status=400, body=SECRET)


def test_pickle():
    pickle.dumps({"it": SECRET})


def test_encoded():
    print("cGxhbnRlZC1jcmVkZW50aWFs")


def test_failure():
    assert SECRET == "other"


@pytest.mark.shows_credentials("it is planted")
def test_exempt(tmp_path):
    print(SECRET)
    APIError("harmless", status=400, body=SECRET)
    (tmp_path / "file").write_text(SECRET)
"""


@pytest.mark.parametrize(
    "workers",
    [pytest.param((), id="alone"), pytest.param(("-n", "2"), id="xdist", marks=pytest.mark.slow)],
)
def test_what_is_planted_fails_its_test_and_is_not_shown(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, workers: tuple[str, ...]
) -> None:
    """Each way out is noticed and named, in one process and in several; a clean and an exempt test pass."""
    ended = run(pytester, monkeypatch, LEAKS, *workers)
    shown = ended.stdout.str() + ended.stderr.str()
    assert PLANTED not in shown
    assert not re.search(r"Signature=[0-9a-f]{64}", shown)
    names = set(re.findall(r"def (test_\w+)", LEAKS)) - {"test_clean", "test_exempt"}
    assert set(re.findall(r"^(?:ERROR|FAILED) \S+::(test_\w+)", shown, re.MULTILINE)) == names
    told, _, _ = shown.partition("short test summary info")  # which repeats all of it where the variable CI is set
    assert told.count("a credential is in the output") == len(names)
    for place in (
        *("log record of any at DEBUG", "log record of any at WARNING", "captured stdout call", "captured stderr call"),
        *(
            "output of a process, or read by the test",
            "deep/file",  # said with more of its path where the test is the last of its process
            "KeyError that a test caught",
            "body of APIError",
        ),
        *("pickle", "body of APIError", "report of the failure in call"),
    ):
        assert place in shown, place
    assert re.search(r"^searched for 5 credentials and [12] signatures, in 16 tests \(1 exempt\)", shown, re.MULTILINE)


@pytest.mark.slow
def test_files_that_are_no_tests_own_are_searched_at_the_end(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fixtures of a module leave behind is found, and so is what is written after the test it belongs to."""
    ended = run(
        pytester,
        monkeypatch,
        "import abclient, pytest\n"
        "SECRET = '-'.join(('planted', 'credential'))\n"
        "@pytest.fixture(scope='module')\n"
        "def place(tmp_path_factory):\n"
        "    place = tmp_path_factory.mktemp('shared')\n"
        "    abclient.LaunchDarkly(SECRET, transport='httptools')\n"
        "    yield place\n"
        "    (place / 'late').write_text(SECRET)\n"
        "def test_it(place):\n"
        "    pass\n",
    )
    ended.assert_outcomes(passed=1, errors=1)
    assert "file shared0/late" in ended.stdout.str()
    assert PLANTED not in ended.stdout.str()


@pytest.mark.slow
def test_an_exemption_needs_a_reason(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one, nothing runs."""
    ended = run(pytester, monkeypatch, "import pytest\n@pytest.mark.shows_credentials\ndef test_it():\n    pass\n")
    assert ended.ret == pytest.ExitCode.USAGE_ERROR
    assert "needs the reason" in ended.stderr.str()


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, module: str, *options: str) -> pytest.RunResult:
    """Tests of their own process, under the search."""
    path = [str(ROOT / "tests"), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path))
    pytester.makeconftest(CONFTEST)
    pytester.makeini(OPTIONS)
    pytester.makepyfile(module)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:asyncio", *options)


@pytest.fixture
def search() -> Search:
    """A search that knows one more credential."""
    search = Search()
    search.know(PLANTED + "/&")
    return search


@pytest.mark.parametrize(
    "text",
    [
        *(f"{PLANTED}/&", f"{PLANTED}%2F%26", f"{PLANTED}/&amp;", "cGxhbnRlZC1jcmVkZW50aWFsLyY"),
        "Signature=" + "0a" * 32,
    ],
)
def test_every_form_is_found_and_struck_out(search: Search, text: str) -> None:
    """As it is, as URLs, HTML and base64 write it, and whatever looks like a signature."""
    assert search.is_in(f"... {text} ...")
    assert not search.is_in(search.without(f"... {text} ..."))


def test_the_short_and_the_similar_are_not_found(search: Search) -> None:
    """What would be found everywhere by chance is not looked for; neither is any other hash a signature."""
    search.know("t")
    assert not search.is_in("t planted credential " + "0a" * 32)
    search.know_signature("Signature=" + "0a" * 32)
    assert search.is_in("0a" * 32)


def test_compressed_columns_are_searched(search: Search, tmp_path: Path) -> None:
    """A credential in a column of a Parquet file is found although its bytes do not show it; a damaged file is none."""
    table = pa.table(
        {"name": [PLANTED[:9] + "!", f"{PLANTED}/&"]}
    )  # the second is written as what differs from the first
    with pq.ParquetWriter(
        tmp_path / "a.parquet",
        table.schema,
        use_dictionary=False,
        column_encoding="DELTA_BYTE_ARRAY",
        write_statistics=False,
    ) as writer:
        writer.write_table(table)
    (tmp_path / "b.parquet").write_bytes(b"PAR1 damaged PAR1")
    assert PLANTED.encode() not in (tmp_path / "a.parquet").read_bytes()
    search.files(tmp_path)
    assert search.take() == ["file a.parquet"]
    search.files(tmp_path)
    assert (search.take(), search.totals.files) == ([], 2)


def test_many_records_are_searched_before_they_are_many(search: Search) -> None:
    """Records are searched in batches, and the logger of each one that shows a credential is named."""
    handler = Records(search)
    for number in range(5_000):
        said = f"{PLANTED}/&" if number == 7 else "nothing"
        handler.emit(logging.LogRecord(f"logger{number}", logging.INFO, "", 0, said, None, None))
    assert search.take() == ["log record of logger7 at INFO"]
    assert (search.take(), search.totals.records) == ([], 5_000)


def test_a_client_makes_its_credentials_known(pytestconfig: pytest.Config) -> None:
    """This very run looks for whatever a client is made with."""
    abclient.Optimizely("known-from-now-on", transport="httptools")
    leaks = pytestconfig.pluginmanager.get_plugin("abclient_leaks")
    assert "known-from-now-on" in vars(leaks)["_search"].credentials
