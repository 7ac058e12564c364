"""The command as a process: closed streams, readers who leave, signals at any moment, odd paths, and other programs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from abclient.export import read_rows
from support.command import COMMAND
from support.optimizely_server import OptimizelyServer, experiment, serving

pytestmark = pytest.mark.slow

OUT = "OUT"  # in a command line: the directory of an export

WORDS = {
    "list": "experiments list optimizely",
    "list as JSON": "experiments list optimizely --format json",
    "show": "experiments show optimizely 1 2",
    "show as JSON": "experiments show optimizely 1 --format json",
    "results": "results optimizely",
    "results as JSON": "results optimizely --format json",
    "results as JSON Lines": "results optimizely --format jsonl",
    "health": "health optimizely",
    "health as JSON": "health optimizely --format json",
    "doctor": "doctor optimizely",
    "doctor as JSON": "doctor optimizely --format json",
    "export": f"export optimizely --out {OUT}",
    "export as JSON": f"export optimizely --json --out {OUT}",
    "help": "--help",
    "version": "--version",
}


@pytest.fixture(scope="module")
def server() -> Iterator[OptimizelyServer]:
    """A vendor with three experiments."""
    with OptimizelyServer(serving(*map(experiment, (1, 2, 3)))) as running:
        yield running


def words(line: str, directory: Path) -> list[str]:
    return [str(directory) if word == OUT else word for word in line.split()]


def redirected(redirection: str, *arguments: str, server: OptimizelyServer) -> subprocess.CompletedProcess[str]:
    """The command with streams that a shell has closed or sent elsewhere."""
    line = ["sh", "-c", f'exec "$@" {redirection}', "sh", *COMMAND, *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False, env=server.environment)


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("name", ["export", "doctor as JSON", "version"])
def test_closed_streams(redirection: str, name: str, server: OptimizelyServer, tmp_path: Path) -> None:
    """What does not live by its output is done, and ends as if the streams were open; nothing else is printed."""
    ended = redirected(redirection, *words(WORDS[name], tmp_path / "closed"), server=server)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (ended.stdout == "") is (">&-" in redirection.split())
    if name.startswith("export"):
        assert len(list(read_rows(tmp_path / "closed"))) == 6


@pytest.mark.parametrize("name", ["list as JSON", "show", "results"])
def test_nowhere_to_print_to(name: str, server: OptimizelyServer) -> None:
    """A command that could only print says in one line that it cannot; without standard error it ends with 1 still."""
    ended = redirected(">&-", *words(WORDS[name], Path()), server=server)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "abclient: standard output is closed, and there is nothing to do but to print\n"
    assert redirected(">&- 2>&-", *words(WORDS[name], Path()), server=server).returncode == 1
    assert redirected("<&-", *words(WORDS[name], Path()), server=server).returncode == 0


@pytest.mark.parametrize(
    ("name", "unbuffered"), [*((name, "") for name in WORDS), ("list", "1"), ("export", "1"), ("version", "1")]
)
def test_nobody_reads(name: str, unbuffered: str, server: OptimizelyServer, tmp_path: Path) -> None:
    """A reader who leaves, as `head` does, is a success: exit code 0, and not a word."""
    readable, writable = os.pipe()
    os.close(readable)
    try:
        ended = subprocess.run(
            [*COMMAND, *words(WORDS[name], tmp_path / "out")],
            stdout=writable, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
            env={**server.environment, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    finally:
        os.close(writable)
    assert (ended.returncode, ended.stderr) == (0, "")
    if name.startswith("export"):
        assert len(list(read_rows(tmp_path / "out"))) == 6


def test_a_reader_who_leaves_ends_the_fetching(tmp_path: Path) -> None:
    """Once nobody reads the rows, no more are asked for."""
    many = [experiment(number, name="x" * 5000) for number in range(1, 400)]
    with OptimizelyServer(serving(*many)) as server:
        process = subprocess.Popen(
            [*COMMAND, "results", "optimizely", "--concurrency", "1"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**server.environment, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert process.stdout
        assert process.stderr
        with process:
            assert process.stdout.readline()
            process.stdout.close()
            assert (process.wait(timeout=60), process.stderr.read()) == (0, b"")
        assert sum("/results" in path for path in server.asked) < len(many)


@pytest.mark.parametrize("name", ["export", "health --strict"])
def test_the_exit_code_stays_when_nobody_reads(name: str, tmp_path: Path) -> None:
    """What failed, or was found, is said by the exit code even then."""
    listed = serving(experiment(1), experiment(2))

    def route(path: str) -> tuple[int, object]:
        return (403, {"message": "no"}) if "/2/results" in path else listed(path)

    line = f"export optimizely --out {tmp_path / 'out'}" if name == "export" else "health optimizely --strict"
    with OptimizelyServer(route) as server:
        whole = redirected("", *line.split(), server=server)
        status = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {' '.join(COMMAND)} {line} | true"],
            capture_output=True, text=True, timeout=60, check=False, env=server.environment,
        )  # fmt: skip
    assert whole.returncode == status.returncode == (3 if name == "export" else 1)
    assert "Traceback" not in status.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("name", ["list", "results as JSON", "show", "doctor", "export", "help", "version"])
def test_a_full_disk(name: str, server: OptimizelyServer, tmp_path: Path) -> None:
    """Output that cannot be written is one line and exit code 1; what was exported is there all the same."""
    ended = redirected("> /dev/full", *words(WORDS[name], tmp_path / "out"), server=server)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "No space left on device" in ended.stderr
    if name.startswith("export"):
        assert len(list(read_rows(tmp_path / "out"))) == 6
        assert redirected("2> /dev/full", *words(WORDS[name], tmp_path / "again"), server=server).returncode == 0


class Held:
    """An export that waits for its last results until it is let go; what came before is to be kept."""

    def __init__(self, directory: Path, *prefix: str) -> None:
        self.directory = directory
        self._go = threading.Event()
        listed = serving(*map(experiment, range(1, 10)))

        def route(path: str) -> tuple[int, object]:
            if "/9/results" in path:
                self._go.wait(60)
            return listed(path)

        self.server = OptimizelyServer(route)
        self.prefix = prefix

    def __enter__(self) -> subprocess.Popen[str]:
        self.server.__enter__()
        line = [*self.prefix, *COMMAND, "export", "optimizely", "--concurrency", "1", "--out", str(self.directory)]
        self.process = subprocess.Popen(
            line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.server.environment
        )
        self.server.wait_for("/9/results")
        return self.process

    def let_go(self) -> None:
        self._go.set()

    def __exit__(self, *exc_info: object) -> None:
        self.let_go()
        self.process.kill()
        self.process.communicate()
        self.server.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ([signal.SIGINT], 130),
        ([signal.SIGTERM], 143),
        ([signal.SIGHUP], 129),
        ([signal.SIGINT] * 3, 130),
        ([signal.SIGINT] * 20, 130),
        ([signal.SIGTERM] * 3, 143),
        ([signal.SIGHUP, signal.SIGTERM], None),  # what came first is for the system to say
        ([signal.SIGINT, signal.SIGTERM, signal.SIGHUP] * 5, None),
    ],
    ids=["INT", "TERM", "HUP", "3 INT", "20 INT", "3 TERM", "HUP and TERM", "5 of each"],
)
def test_signals(numbers: list[signal.Signals], code: int | None, tmp_path: Path) -> None:
    """However many come, what was fetched is written, one line is said, and the exit code is the first one's."""
    with Held(tmp_path / "out") as process:
        for number in numbers:
            process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == code if code else process.returncode in {129, 130, 143}
    said = (
        f"abclient: interrupted; what was fetched is in {tmp_path / 'out'}, and the same command continues from there"
    )
    assert (out, err) == ("", f"{said}\n")
    # The eighth may have come at that very moment.
    assert {row.experiment_id for row in read_rows(tmp_path / "out")} >= {str(number) for number in range(1, 8)}


@pytest.mark.parametrize("name", ["HUP", "INT"])
def test_signals_that_were_switched_off(name: str, tmp_path: Path) -> None:
    """What `nohup` began outlives the terminal, and what a shell began in the background outlives Ctrl-C."""
    held = Held(tmp_path / "out", "sh", "-c", f'trap "" {name}; exec "$@"', "sh")
    with held as process:
        process.send_signal(getattr(signal, f"SIG{name}"))
        held.let_go()
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
    assert len(list(read_rows(tmp_path / "out"))) == 18


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("when", ["importing", "ending"])
def test_signals_while_nothing_is_at_stake(
    when: str, number: signal.Signals, server: OptimizelyServer, tmp_path: Path
) -> None:
    """While the command is loaded they end it at once; when it has ended, they change nothing. Never a traceback."""
    raised = f"import os\nos.kill(os.getpid(), {int(number)})\n"
    if when == "importing":
        (tmp_path / "typer.py").write_text(raised)
    else:
        (tmp_path / "sitecustomize.py").write_text(
            f"import atexit, os\natexit.register(os.kill, os.getpid(), {int(number)})\n"
        )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    ended = subprocess.run(
        [*COMMAND, "results", "optimizely", "--format=json"],
        capture_output=True, text=True, timeout=60, check=False, env={**server.environment, "PYTHONPATH": path},
    )  # fmt: skip
    if when == "importing":
        assert (ended.returncode, ended.stdout, ended.stderr) == (128 + number, "", "abclient: interrupted\n")
    else:
        assert (ended.returncode, ended.stderr) == (0, "")
        assert len(json.loads(ended.stdout)) == 6


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="its file systems take no such names")
@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}], ids=["", "C"])
def test_paths_that_are_no_text(locale: dict[str, str], server: OptimizelyServer, tmp_path: Path) -> None:
    """A directory whose name is no UTF-8 is exported to, checked and reported like any other."""
    directory = os.fsencode(tmp_path) + b"/caf\xe9"
    lines: tuple[list[str | bytes], ...] = (
        ["export", "optimizely", "--json", "--out", directory],
        ["health", directory],
        ["report", directory, "-o", directory + b".html"],
    )
    for line in lines:
        ended = subprocess.run(
            [*COMMAND, *line], capture_output=True, timeout=60, check=False, env={**server.environment, **locale}
        )
        assert (ended.returncode, ended.stderr) == (0, b""), line
        if "--json" in line:
            assert os.fsencode(json.loads(ended.stdout)["directory"]) == directory
    assert len(list(read_rows(os.fsdecode(directory)))) == 6


IN_A_THREAD = """
import sys, threading
from abclient.cli import main

def work():
    try:
        main(sys.argv[1:])
    except SystemExit as end:
        codes.append(end.code)

codes = []
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("codes", codes)
"""

IN_A_LOOP = """
import asyncio, sys
from abclient.cli import main

async def work():
    try:
        main(sys.argv[1:])
    except SystemExit as end:
        return end.code

async def elsewhere():
    try:
        await asyncio.to_thread(main, sys.argv[1:])
    except SystemExit as end:
        return end.code

print("codes", [asyncio.run(work()), asyncio.run(elsewhere())])
"""


def program(code: str, *arguments: str, server: OptimizelyServer) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        capture_output=True, text=True, timeout=60, check=False, env=server.environment,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["list as JSON", "results as JSON", "export as JSON"])
def test_in_a_thread_of_another_program(name: str, server: OptimizelyServer, tmp_path: Path) -> None:
    """There it works as anywhere, and leaves signals alone."""
    ended = program(IN_A_THREAD, *words(WORDS[name], tmp_path / "out"), server=server)
    printed, _, codes = ended.stdout.rpartition("codes ")
    assert (codes, ended.stderr) == ("[0]\n", "")
    assert json.loads(printed)


def test_output_is_the_programs_own_again(server: OptimizelyServer) -> None:
    """What the program prints afterwards, it prints as it did before, in its own encoding and strictness."""
    code = IN_A_THREAD + 'sys.stderr.write(f"{sys.stdout.encoding} {sys.stdout.errors}")'
    environment = {**server.environment, "PYTHONIOENCODING": "latin-1:strict", "PYTHONUTF8": "0"}
    ended = subprocess.run(
        [sys.executable, "-c", code, *WORDS["list as JSON"].split()],
        capture_output=True, timeout=60, check=False, env=environment,
    )  # fmt: skip
    assert ended.stderr.replace(b"iso8859-1", b"latin-1") == b"latin-1 strict", ended


def test_in_a_running_event_loop(server: OptimizelyServer) -> None:
    """There it cannot wait, and says what to do instead, which works; nothing is left that was never awaited."""
    ended = program(IN_A_LOOP, *WORDS["list as JSON"].split(), server=server)
    printed, _, codes = ended.stdout.rpartition("codes ")
    assert codes == "[2, 0]\n"
    assert len(json.loads(printed)) == 3
    assert ended.stderr == (
        "abclient: this thread runs an event loop already; call abclient.cli.main in another: "
        "asyncio.to_thread(main, …)\n"
    )
