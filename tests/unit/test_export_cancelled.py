"""Exports that are cancelled: what was fetched is kept, and a write that has begun is waited for."""

from __future__ import annotations

import asyncio
import errno
import gc
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from abclient.export import Item, Summary, export_rows, read_rows
from abclient.export._store import Batch, Store
from support.rows import a_row

ONE: Item = ("1", [a_row()])


async def one() -> AsyncIterator[Item]:
    yield ONE


async def export(directory: Path, source: Any) -> Summary:
    return await export_rows(directory, source, file_format="jsonl", part_rows=1)


async def test_it_keeps_what_it_has(tmp_path: Path) -> None:
    """Ctrl-C loses nothing that was fetched."""
    waiting = asyncio.Event()

    async def endless() -> AsyncIterator[Item]:
        yield ONE
        waiting.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(export_rows(tmp_path, endless(), file_format="jsonl"))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(read_rows(tmp_path)) == ONE[1]


async def test_while_writing_it_writes_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write goes on in a thread: the export waits for it before it gives the directory free."""
    loop, writing = asyncio.get_running_loop(), asyncio.Event()
    commit = Store.commit

    def slow(store: Store, batch: Batch) -> None:
        loop.call_soon_threadsafe(writing.set)
        asyncio.run_coroutine_threadsafe(cancelled_twice(), loop).result(10)
        commit(store, batch)

    async def cancelled_twice() -> None:
        for _ in range(2):
            task.cancel()
            await asyncio.sleep(0)

    monkeypatch.setattr(Store, "commit", slow)
    task = asyncio.create_task(export(tmp_path, one()))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert writing.is_set()
    assert list(read_rows(tmp_path)) == ONE[1]


async def test_while_a_write_fails_nothing_is_left_to_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """asyncio reports no forgotten error of a write that failed after Ctrl-C."""
    loop, complaints = asyncio.get_running_loop(), list[object]()
    loop.set_exception_handler(lambda loop, context: complaints.append(context))

    def failing(store: Store, batch: Batch) -> None:
        asyncio.run_coroutine_threadsafe(cancelled(), loop).result(10)
        raise OSError(errno.ENOSPC, "no space left")

    async def cancelled() -> None:
        running[0].cancel()
        await asyncio.sleep(0)

    monkeypatch.setattr(Store, "commit", failing)
    running = [asyncio.create_task(export(tmp_path, one()))]
    with pytest.raises(asyncio.CancelledError):
        await running[0]
    running.clear()
    await loop.shutdown_default_executor()  # its thread holds the error until it is done
    gc.collect()
    assert complaints == []
