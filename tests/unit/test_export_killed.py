"""Exports that are killed, or run into a full disk: whatever the moment, the next one goes on, and no row is twice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from abclient.export import read_history, read_rows
from abclient.export._manifest_file import find_manifest
from abclient.export._record import read_record
from support import export_child
from support.export_child import KEYS, rows_of

CHILD = export_child.__file__
TESTS = str(Path(__file__).parents[1])


def child(directory: Path, turn: int, file_format: str, *, step: int = 0, largest: int = 0) -> subprocess.Popen[str]:
    """An export in a process of its own; see ``support.export_child``."""
    arguments = [str(directory), str(turn), file_format, str(step), str(largest)]
    return subprocess.Popen(
        [sys.executable, str(CHILD), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([TESTS, *sys.path])},
    )


def killed(rng: Random, directory: Path, turn: int, file_format: str) -> bool:
    """Run an export that is killed at a random moment; whether it was, as it may have been done before."""
    if rng.random() < 0.5:
        process = child(directory, turn, file_format, step=rng.randint(1, 40))
    else:
        process = child(directory, turn, file_format)
        assert process.stdout is not None
        for _ in range(rng.randint(1, KEYS)):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    _, complaints = process.communicate(timeout=120)
    assert process.returncode in {0, -signal.SIGKILL}, complaints
    return process.returncode != 0


def finished(directory: Path, turn: int, file_format: str) -> None:
    """Run an export to its end."""
    process = child(directory, turn, file_format)
    _, complaints = process.communicate(timeout=120)
    assert process.returncode == 0, complaints


def turns_in(directory: Path) -> dict[int, int]:
    """By key, the round that its rows are of: all of its rows, and each once."""
    found: dict[int, list[object]] = defaultdict(list)
    for row in read_rows(directory):
        found[int(row.experiment_id)].append(row)
    turns = {key: getattr(rows[0], "units", 0) for key, rows in found.items()}
    for key, turn in turns.items():
        assert found[key] == rows_of(key, turn)
    return turns


def assert_complete(directory: Path, turn: int) -> None:
    """Every key is there, in this round, and no file that does not belong there."""
    assert turns_in(directory) == {key: turn for key in range(KEYS) if key % 4}
    record = read_record(directory)
    assert record is not None
    manifest = record.manifest
    assert len(manifest.done) == KEYS
    assert {path.name for path in directory.iterdir()} == {".abclient-lock", *record.names}
    if manifest.history is not None:
        # A round is a run, continued after each kill.
        assert manifest.run.number == turn
        assert_kept(directory, turn)


def assert_kept(directory: Path, turn: int) -> None:
    """The history has all rows of every round, each once, in the state of its run."""
    for changes in (True, False):
        kept: dict[tuple[int, int], list[object]] = defaultdict(list)
        for one in read_history(directory, as_="rows", changes=changes):
            kept[one.run, int(one.row.experiment_id)].append(one.row)
        assert kept == {
            (run, key): rows_of(key, run) for run in range(1, turn + 1) for key in range(KEYS) if rows_of(key, run)
        }


SOAK = (pytest.mark.soak, pytest.mark.timeout(900))


@pytest.mark.parametrize(
    ("file_format", "kills"),
    [
        pytest.param("jsonl", 18, marks=pytest.mark.slow),
        pytest.param("csv+history+journal", 12, marks=pytest.mark.slow),
        ("parquet+history+journal", 2),
        pytest.param("jsonl", 30, marks=SOAK),
        pytest.param("jsonl+journal", 30, marks=SOAK),
        pytest.param("parquet+journal", 5, marks=SOAK),
        pytest.param("csv", 15, marks=SOAK),
        pytest.param("parquet", 5, marks=SOAK),
        pytest.param("jsonl+history", 30, marks=SOAK),
    ],
)
def test_killed_at_any_moment_it_goes_on(tmp_path: Path, file_format: str, kills: int) -> None:
    """After each kill there are whole keys only, each once, and in the end all of them; also when rows are replaced."""
    rng = Random(f"20240601/{kills}")
    directory = tmp_path / "out"
    turn, left = 1, kills
    while left:
        if killed(rng, directory, turn, file_format):
            left -= 1
            if find_manifest(directory):
                assert set(turns_in(directory).values()) <= {turn - 1, turn}
        else:
            assert_complete(directory, turn)
            turn += 1
    finished(directory, turn, file_format)
    assert_complete(directory, turn)


@pytest.mark.slow
@pytest.mark.parametrize("file_format", ["csv+history", "csv+history+journal"])
def test_killed_before_any_step_of_a_replacement(tmp_path: Path, file_format: str) -> None:
    """Old rows give way to new ones in one step: whichever step it dies before, a key has the ones or the others.

    The history has what the first round saw, and of the second nothing twice.
    """
    first = tmp_path / "first"
    finished(first, 1, file_format)
    for step in range(1, 61, 5):
        directory = Path(shutil.copytree(first, tmp_path / f"died-{step}"))
        process = child(directory, 2, file_format, step=step)
        process.communicate(timeout=120)
        assert process.returncode == -signal.SIGKILL
        turns = turns_in(directory)
        assert turns.keys() == {key for key in range(KEYS) if key % 4}
        assert set(turns.values()) <= {1, 2}
        kept = [(one.run, one.row.units, one.row.row_key) for one in read_history(directory, as_="rows")]
        assert len(set(kept)) == len(kept)
        assert {(1, 1), (2, 2)} >= {(run, units) for run, units, _ in kept if (run, units) != (2, 1)}
        assert len([run for run, _, _ in kept if run == 1]) == sum(len(rows_of(key, 1)) for key in range(KEYS))
        if step % 20 == 1:
            finished(directory, 2, file_format)
            assert_complete(directory, 2)


def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """What was written before stays; with room again the export goes on."""
    directory = tmp_path / "out"
    process = child(directory, 1, "jsonl+history", largest=12_000)
    said, complaints = process.communicate(timeout=120)
    assert process.returncode == 3, complaints
    assert complaints.startswith(f"{directory}: ")
    assert "File too large; what was exported before is kept" in complaints
    assert not list(directory.glob(".abclient-draft*"))
    before = turns_in(directory)
    assert 0 < len(before) < KEYS
    again = child(directory, 1, "jsonl+history")
    said, complaints = again.communicate(timeout=120)
    assert again.returncode == 0, complaints
    assert not {str(key) for key in before} & set(said.splitlines())
    assert_complete(directory, 1)
