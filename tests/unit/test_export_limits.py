"""What was learned about limits is kept beside an export, and the next run begins with it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.export import ExportError, FileFormat, export_source, read_rows
from abclient.export._hidden import revealed
from abclient.results import ResultRow
from abclient.source import Group, ListedExperiment, Scope, Source
from support.fake import Script, answer

LEARNED = {"rate": 8.0, "throttled_rate": 10.0, "hold_seconds": 12.0, "held_seconds": 3.0}
STATE: dict[str, Any] = {"version": 1, "vendor": "launchdarkly", "learned": LEARNED, "cooldown_until": {}}
TOKEN = "t0ken-of-the-account"


class Nothing(Source):
    """A source without experiments, which may fail to list them."""

    error: Exception | None = None

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        if self.error is not None:
            raise self.error
        for none in list[Group]():
            yield none

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        return []

    async def probe(self) -> None:
        """Nothing is requested."""


def source(state: object = None, *, error: Exception | None = None) -> Nothing:
    client = abclient.LaunchDarkly(TOKEN, transport=Script(answer(200)))
    if state is not None:
        client.restore_rate_limit_state(state)  # type: ignore[arg-type]  # as read from JSON
    made = Nothing(client, client.description, Scope("project", "environment"))
    made.error = error
    return made


def learned(one: Source) -> Any:
    return one.client.rate_limit_state()["learned"]


@pytest.mark.parametrize(
    ("file_format", "name"),
    [("csv", "_rate_limits.json"), ("jsonl", "_rate_limits.json"), ("parquet", "_rate_limits.parquet")],
)
async def test_the_next_run_begins_with_it(tmp_path: Path, file_format: FileFormat, name: str) -> None:
    """In every format, and beside Parquet as a file without rows; no credential is in it."""
    await export_source(source(STATE), tmp_path, file_format=file_format, progress=False)
    following = source()
    assert learned(following) is None
    await export_source(following, tmp_path, file_format=file_format, progress=False)
    assert learned(following) == LEARNED
    content = (tmp_path / name).read_bytes()
    assert json.loads(revealed(content) if file_format == "parquet" else content) == STATE
    assert TOKEN.encode() not in content
    assert list(read_rows(tmp_path)) == []


async def test_a_client_that_learned_something_keeps_it(tmp_path: Path) -> None:
    """It is newer than the file, which is then replaced."""
    await export_source(source(STATE), tmp_path, progress=False)
    newer = {**STATE, "learned": {**LEARNED, "rate": 4.0}}
    following = source(newer)
    await export_source(following, tmp_path, progress=False)
    assert learned(following)["rate"] == 4.0
    assert json.loads((tmp_path / "_rate_limits.json").read_text()) == newer


async def test_a_cooldown_travels_as_well(tmp_path: Path) -> None:
    """The vendor asked to wait: the next run waits, too."""
    until = time.time() + 600.0
    await export_source(
        source({**STATE, "learned": None, "cooldown_until": {"account": until}}), tmp_path, progress=False
    )
    following = source()
    await export_source(following, tmp_path, progress=False)
    assert following.client.rate_limit_state()["cooldown_until"]["account"] == pytest.approx(until, abs=5.0)


async def test_nothing_learned_is_no_file(tmp_path: Path) -> None:
    """Most exports meet no limit."""
    await export_source(source(), tmp_path, progress=False)
    assert not list(tmp_path.glob("_rate*"))


async def test_a_run_that_failed_hands_on_what_it_learned(tmp_path: Path) -> None:
    """It is the one that most needs it next time."""
    with pytest.raises(abclient.TransportError):
        await export_source(source(STATE, error=abclient.TransportError("gone")), tmp_path, progress=False)
    assert (tmp_path / "_rate_limits.json").exists()


HARMS: dict[str, Callable[[Path], object]] = {
    "half": lambda place: place.write_text("{"),
    "deep": lambda place: place.write_text("[" * 100_000),
    "another vendor's": lambda place: place.write_text(json.dumps({**STATE, "vendor": "acme"})),
    "not a number": lambda place: place.write_text(json.dumps({**STATE, "learned": {"rate": "\x1b[2Jfast"}})),
    "not text": lambda place: place.write_bytes(b"\xff"),
    "a directory": lambda place: place.mkdir(),
    "a link": lambda place: place.symlink_to("/etc/passwd"),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
async def test_what_cannot_be_read_is_learned_again(
    tmp_path: Path, harm: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    """The export succeeds, and a warning names the file."""
    await export_source(source(), tmp_path, progress=False)
    harm(tmp_path / "_rate_limits.json")
    following = source()
    with caplog.at_level(logging.WARNING, "abclient"):
        assert (await export_source(following, tmp_path, progress=False)).ok
    assert learned(following) is None
    (record,) = caplog.records
    assert "_rate_limits.json is ignored" in record.getMessage()
    assert "\x1b" not in record.getMessage()


async def test_what_cannot_be_written_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The export has succeeded already."""
    (tmp_path / "_rate_limits.json").mkdir()
    with caplog.at_level(logging.WARNING, "abclient"):
        assert (await export_source(source(STATE), tmp_path, progress=False)).ok
    assert "_rate_limits.json cannot be written" in caplog.text
    assert not list(tmp_path.glob(".abclient-draft*"))


async def test_a_directory_of_something_else_gets_no_file(tmp_path: Path) -> None:
    """Where the export is refused, nothing is written."""
    (tmp_path / "part-000001-00000000.csv").write_text("somebody else's")
    with pytest.raises(ExportError):
        await export_source(source(STATE), tmp_path, progress=False)
    assert not list(tmp_path.glob("_rate*"))
    with pytest.raises(ValueError, match="file_format"):
        await export_source(source(STATE), tmp_path / "new", file_format="xml", progress=False)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert not (tmp_path / "new").exists()


async def test_a_client_of_another_kind_exports_as_before(tmp_path: Path) -> None:
    """A source may have a client of its own, which learns nothing."""
    made = source()
    made.client = object()
    made.bulk = {"concurrency": 1}
    assert (await export_source(made, tmp_path, progress=False)).ok


async def test_a_path_that_is_not_a_directory_is_named_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """By the export; what could be learned from it is not talked about."""
    place = tmp_path / "file"
    place.touch()
    with caplog.at_level(logging.WARNING, "abclient"), pytest.raises(ExportError, match=r"[Ff]ile"):
        await export_source(source(), place, progress=False)
    assert caplog.records == []
