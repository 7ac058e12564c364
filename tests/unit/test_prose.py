"""Pages, docstrings, comments and messages avoid words that a native reader stumbles over."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "specs" / "README.md", *EXAMPLES.rglob("*.md")]
)
SOURCES = sorted([*(ROOT / "src" / "abclient").rglob("*.py"), *EXAMPLES.rglob("*.py")])

# What to write instead. Words that are right in some sense, such as "room" or "answer", are left to the reviewer.
INSTEAD = {
    r"garbage(?! collect)": "malformed",
    r"mend(s|ed|ing)?": "fix",
    r"whoever|nobody": "a clause with a subject",
    r"(?<!there )(is|are|was|were)\s+no\s+(?!longer\b|more than\b|\w+er than\b)": "is not a, does not",
    r"(?<!there )(is|are) (?-i:none)(?! of)": "is not a",
    r"by\s+(itself|themselves)": "automatically",
    r"so\s+many": "a number",
    r"for\s+ever|misspelt": "forever, misspelled",
    r"everybody|somebody|anybody": "who it is",
    r"per\s+cent": "percent",
    r"(behavi|col|fav|hon|neighb)our\w*|licence": "American spelling",
    r"(author|normal|random|recogn|serial)is(e|es|ed|ing|ation)": "American spelling",
}
UNWANTED = re.compile("|".join(rf"\b(?:{word})\b" for word in INSTEAD), re.IGNORECASE)
CODE = re.compile(r"^```.*?^```$|``[^`]*``|`[^`]*`|https?://\S+", re.MULTILINE | re.DOTALL)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """What people read in a file, with its first line: a page, or a module's comments and text with blanks."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield 1, text
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.lineno, node.value
    if not UNWANTED.search(text):  # to find the comments takes longer than everything else
        return
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def unwanted(path: Path) -> list[str]:
    """Where the file has unwanted words, and which."""
    found = list[str]()
    for line, text in texts(path):
        prose = CODE.sub(lambda code: re.sub(r"[^\n]", "`", code[0]), text)
        for hit in UNWANTED.finditer(prose):
            found.append(f"{path}:{line + prose.count(chr(10), 0, hit.start())}: {' '.join(hit[0].split())}")
    return found


def test_no_file_has_what_a_merge_could_not_decide() -> None:
    """Neither pages nor specifications, which no compiler reads, have the marks of a conflict."""
    read = [
        *PAGES,
        *(ROOT / "specs").glob("*.yaml"),
        *EXAMPLES.rglob("*.yaml"),
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
    ]
    marks = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
    assert [path.name for path in read if marks.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("files", [PAGES, SOURCES], ids=["pages", "sources"])
def test_words_are_plain_english(files: list[Path]) -> None:
    """No page, docstring, comment or message has a word of ``INSTEAD``."""
    assert files
    found = [hit for path in files for hit in unwanted(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("# Whoever reads\n", "Whoever"),
        ("# it is no list\n", "is no"),
        ("# there is no list, it is no longer one\n", None),
        ('"""Nobody,\n    or ``nobody``."""\n', "Nobody"),
        ('x = f"{1} by itself"\n', "by itself"),
        ('x = "garbage"\n', None),  # a name, not prose
    ],
)
def test_what_is_unwanted_is_found(text: str, hit: str | None, tmp_path: Path) -> None:
    """In comments, docstrings and formatted text, but not in code and names."""
    path = tmp_path / "module.py"
    path.write_text(text, encoding="utf-8")
    assert unwanted(path) == ([f"{path}:1: {hit}"] if hit else [])
