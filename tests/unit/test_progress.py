"""Progress bars: drawn where a person waits, silent everywhere else, and never a reason for work to fail."""

from __future__ import annotations

import io
import subprocess
import sys
import types
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

from abclient import fetch_many
from abclient._console import progress
from abclient._console.progress import Bar, shown


class Notebook:
    """Stands in for IPython in a kernel: what it was told to show, one picture after another."""

    def __init__(self) -> None:
        self.pictures: list[dict[str, str]] = []
        self.fails = False

    def display(self, picture: dict[str, str], *, raw: bool, display_id: bool) -> Notebook:
        """As IPython's function."""
        assert (raw, display_id) == (True, True)
        self.update(picture, raw=True)
        return self

    def update(self, picture: dict[str, str], *, raw: bool) -> None:
        """As a handle's method."""
        assert raw
        if self.fails:
            raise RuntimeError("the browser is gone")
        self.pictures.append(picture)

    @property
    def texts(self) -> list[str]:
        """What was shown, as text."""
        return [picture["text/plain"] for picture in self.pictures]


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """A kernel that shows every picture."""
    found = Notebook()
    shell = types.SimpleNamespace(kernel=object())
    display = types.SimpleNamespace(display=found.display)
    module = types.SimpleNamespace(get_ipython=lambda: shell, display=display)
    monkeypatch.setitem(sys.modules, "IPython", module)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    monkeypatch.setattr(progress, "_FRAME", 0.0)
    return found


class Terminal(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


@contextmanager
def at_a_terminal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Generator[Terminal]:
    """Standard error is a terminal; no fixture, as pytest sets it anew before each test."""
    found = Terminal()
    monkeypatch.setattr(sys, "stderr", found)
    for name, value in {"TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    yield found
    assert progress._TerminalView._drawing is None  # pyright: ignore[reportPrivateUsage]  # how many draw cannot be seen  # no drawing is left behind


def test_logs_and_pipes_get_nothing() -> None:
    """Where there is neither a terminal nor a notebook, and Rich is not even imported."""
    code = """
import sys
from abclient._console.progress import Bar
with Bar("Fetching") as bar:
    bar.expect()
    bar.advance()
print("rich" in sys.modules, "IPython" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("False False\n", "")


def test_a_bar_in_a_notebook(notebook: Notebook) -> None:
    """Shows how many there are, as text and as an element; the title is text; in the end nothing is left."""
    with Bar("<b>Acme</b>") as bar:
        bar.expect(2)
        bar.advance()
    assert notebook.texts == ["<b>Acme</b>: 0", "<b>Acme</b>: 0", "<b>Acme</b>: 0 of 2", "<b>Acme</b>: 1 of 2", ""]
    assert 'value="1" max="2"' in notebook.pictures[3]["text/html"]
    assert "&lt;b&gt;Acme" in notebook.pictures[3]["text/html"]
    assert notebook.pictures[-1]["text/html"] == ""


def test_a_browser_gets_few_pictures(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the work is."""
    monkeypatch.setattr(progress, "_FRAME", 3600.0)
    with Bar("Acme") as bar:
        for _ in range(1000):
            bar.advance()
    assert notebook.texts == ["Acme: 0", "Acme: 0", ""]


def test_a_browser_that_is_gone_ends_no_work(notebook: Notebook) -> None:
    """Neither at the first picture nor later."""
    with Bar("Acme") as bar:
        notebook.fails = True
        bar.advance()
    with Bar("Acme") as bar:
        bar.advance()
    assert notebook.texts == ["Acme: 0", "Acme: 0"]


def test_a_console_of_ipython_is_no_notebook(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a kernel there is no browser."""
    monkeypatch.setattr(sys.modules["IPython"], "get_ipython", lambda: None)
    with Bar("Acme") as bar:
        bar.advance()
    assert notebook.texts == []


def test_bars_at_a_terminal_share_one_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two drawings would overwrite each other; the last one to end clears it."""
    with at_a_terminal(monkeypatch) as terminal, Bar("First") as first, Bar("Second") as second:
        first.expect()
        second.expect(3)
        first.advance()
        drawing = progress._TerminalView._drawing  # pyright: ignore[reportPrivateUsage]  # how many draw cannot be seen
        assert drawing is not None
        drawing.refresh()
        assert [(task.description, task.completed, task.total) for task in drawing.tasks] == [
            ("First", 1, 1),
            ("Second", 0, 3),
        ]
    assert "Second" in terminal.getvalue()


@pytest.mark.parametrize("title", ["[/shop]", "[red]shop", "shop [link=https://example.org]"])
def test_titles_are_no_markup(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """People choose the names of accounts; what looks like Rich's markup is shown as it is."""
    with at_a_terminal(monkeypatch) as terminal, Bar(title) as bar:
        bar.expect()
        bar.advance()
    assert title in terminal.getvalue()


def test_a_terminal_that_cannot_draw_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as that of an editor."""
    with at_a_terminal(monkeypatch, TERM="dumb") as terminal, Bar("Acme") as bar:
        bar.advance()
    assert terminal.getvalue() == ""


def test_without_rich_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library does not need it."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with at_a_terminal(monkeypatch) as terminal, Bar("Acme") as bar:
        bar.advance()
    assert terminal.getvalue() == ""


def test_records_are_not_interfered_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they are written to a terminal meanwhile, there is no bar."""
    monkeypatch.setattr(sys, "stdout", Terminal())
    with at_a_terminal(monkeypatch) as terminal, Bar("Acme", streaming=True) as bar:
        bar.advance()
    assert terminal.getvalue() == ""


def test_a_process_without_streams_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program without a console on Windows."""
    monkeypatch.setattr(sys, "stderr", None)
    with Bar("Acme") as bar:
        bar.advance()


def test_short_work_of_the_library_draws_nothing(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what lasts, and only if it is wanted."""
    with shown(True, "Acme") as bar:
        assert bar is not None
        bar.advance()
    assert notebook.texts == []
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with shown(True, "Acme") as bar:
        assert bar is not None
        bar.advance()
    assert notebook.texts == ["Acme: 0", "Acme: 0", "Acme: 1", ""]
    sink = Bar("mine", wanted=False)
    for given, told in ((False, None), (None, None), (sink, sink)):
        with shown(given, "Acme") as bar:
            assert bar is told


@pytest.mark.parametrize("given", ["yes", print, 1])
def test_what_receives_no_progress_is_refused(given: Any) -> None:
    """Before anything is sent, and with what to give instead."""
    with pytest.raises(TypeError, match="give True, False, or an object with expect"), shown(given, "Acme"):
        pass


async def test_what_is_awaited_together_has_a_bar(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a total where the keys can be counted; not if it is not wanted, nor if outcomes are iterated."""
    monkeypatch.setattr("abclient.bulk.PATIENCE", 0.0)

    async def fetch(key: int) -> int:
        return key

    await fetch_many(fetch, [1, 2])
    assert notebook.texts[-2:] == ["Fetching: 2 of 2", ""]
    await fetch_many(fetch, iter([1, 2]))
    assert notebook.texts[-2:] == ["Fetching: 2", ""]
    notebook.pictures.clear()
    await fetch_many(fetch, [1, 2], progress=False)
    async for _ in fetch_many(fetch, [1, 2]):
        pass
    assert notebook.texts == []
