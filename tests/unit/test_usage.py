"""Command lines that cannot be understood."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from abclient._console.usage import run_app

app = typer.Typer(add_completion=False)
things = typer.Typer(no_args_is_help=True)
app.add_typer(things, name="things")


@app.command()
def one(count: int = 1) -> None:
    """Take a number."""
    if count == 3:
        raise typer.Exit(3)
    if count == 4:
        raise RuntimeError("odd")


@things.command()
def show() -> None:
    """Show things.

    What a thing is shows a line that a docstring breaks here, and a
    terminal elsewhere.
    """


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("one --count x", "prog: Invalid value for '--count': 'x' is not a valid int"),
        ("one --nope", "prog: No such option: --nope"),
        ("one \x1b]0;x", "prog: Got unexpected extra argument"),
        ("two", "prog: No such command 'two'"),
    ],
)
def test_one_line_says_what_and_where_the_help_is(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever cannot be understood is named in one harmless line, with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        run_app(app, line.split(" "), name="prog")
    err = capsys.readouterr().err
    assert (ended.value.code, err.count("\n")) == (2, 1)
    assert err.startswith(said)
    assert err.endswith(f"; '{'prog one' if line.startswith('one') else 'prog'} --help' shows what is available\n")
    assert "\x1b" not in err


@pytest.mark.parametrize(("line", "code"), [("one", 0), ("one --count 3", 3), ("things", 2)])
def test_other_ends(line: str, code: int) -> None:
    """What is understood ends as it wants; a group without its command shows its help and ends with 2."""
    with pytest.raises(SystemExit) as ended:
        run_app(app, line.split(), name="prog")
    assert ended.value.code == code


def test_the_terminal_breaks_the_lines_of_the_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the docstring, in whose second paragraph typer keeps the line ends."""
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit):
        run_app(app, ["things", "show", "--help"], name="prog")
    assert "a docstring breaks here, and a terminal elsewhere." in capsys.readouterr().out


def test_other_errors_are_passed_on() -> None:
    """A mistake of ours is no wrong usage."""
    with pytest.raises(RuntimeError, match="odd"):
        run_app(app, ["one", "--count", "4"], name="prog")


class NoArgsIsHelpError(Exception):
    """What some versions of click raise in place of printing the help."""

    class ctx:
        @staticmethod
        def get_help() -> str:
            return "all the\nhelp"

    def format_message(self) -> str:
        return "all the\nhelp"


class WithoutContext(Exception):
    """An error of click that no command line belongs to."""

    def format_message(self) -> str:
        return "a file is gone."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NoArgsIsHelpError(), "all the\nhelp\n"),
        (WithoutContext(), "prog: a file is gone; 'prog --help' shows what is available\n"),
    ],
)
def test_errors_of_other_versions(error: Exception, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Help that comes as an error is shown as it is; an error without a context is of the whole command."""

    class Failing(typer.Typer):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            raise error

    with pytest.raises(SystemExit) as ended:
        run_app(Failing(), [], name="prog")
    assert (ended.value.code, capsys.readouterr().err) == (2, said)
