"""Mutate the decision rooms, and compare what lives on with the reviewed list in tests/mutants.toml.

``[tool.mutmut]`` in pyproject.toml says which files are mutated and which tests must notice. Every mutant that lives on
must be in the list, with the reason why no test can tell it apart; every entry of the list must still live.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tests" / "mutants.toml"
MUTMUT = str(Path(sys.executable).with_name("mutmut"))


_NOT_RUN = 255
"""What mutmut's worker ends with after an error of its own."""


class Mutant(NamedTuple):
    """One change of one function, by its text: line numbers move, and mutmut's own numbers do too."""

    function: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.function}\n  was: {self.was}\n  now: {self.now}"


def main() -> int:
    """Run what has not run yet, print a table by file; 1 where the list and the facts differ, naming each mutant."""
    quiet = None if sys.stdout.isatty() else subprocess.DEVNULL
    subprocess.run([MUTMUT, "run"], cwd=ROOT, stdout=quiet, check=True)
    fates = dict(line.strip().split(": ") for line in mutmut("results", "--all", "true").splitlines())
    fates |= dict.fromkeys(not_run(), "not run")
    alive = {shown(name): name for name, fate in fates.items() if fate not in ("killed", "timeout")}
    listed = reviewed()
    print_table(fates, Counter(room(name) for mutant, name in alive.items() if mutant in listed))
    for mutant in sorted(alive.keys() - listed):
        print(f"\nnot noticed by any test, and not in {LIST.name} ({alive[mutant]}):\n{mutant}")
    for mutant in sorted(listed - alive.keys()):
        print(f"\nin {LIST.name}, but killed or gone:\n{mutant}")
    return int(alive.keys() != listed)


def mutmut(*arguments: str) -> str:
    """What the command prints."""
    return subprocess.run([MUTMUT, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def not_run() -> set[str]:
    """The mutants whose tests could not be run, as where a test has another name each time: mutmut says "timeout"."""
    metas = (json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "mutants").rglob("*.meta"))
    return {name for meta in metas for name, code in meta["exit_code_by_key"].items() if code == _NOT_RUN}


def shown(name: str) -> Mutant:
    """What the mutant with mutmut's name changes."""
    lines = [line for line in mutmut("show", name).splitlines() if not line.startswith(("---", "+++"))]
    was, now = ("\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return Mutant(function(name), was, now)


def function(name: str) -> str:
    """``abclient.paging.Page.__len__`` of ``abclient.paging.xǁPageǁ__len____mutmut_1``."""
    module, _, mangled = name.rpartition("__mutmut_")[0].rpartition(".")
    return f"{module}.{mangled.removeprefix('x').removeprefix('_').strip('ǁ').replace('ǁ', '.')}"


def room(name: str) -> str:
    """The module of the mutant with mutmut's name."""
    return name.rpartition(".")[0]


def reviewed() -> set[Mutant]:
    """The mutants in the list; an entry without a reason is none."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    return {Mutant(entry["in"], entry["was"], now) for entry in entries if entry["why"] for now in entry["now"]}


def print_table(fates: dict[str, str], listed: Counter[str]) -> None:
    """How many mutants each room has, and what became of them."""
    counts: dict[str, Counter[str]] = {}
    for name, fate in fates.items():
        counts.setdefault(room(name), Counter())[fate] += 1
    counts["all"] = Counter(fates.values())
    listed["all"] = listed.total()
    print(f"{'room':<24}{'mutants':>9}{'killed':>9}{'timed out':>11}{'listed':>9}{'not noticed':>13}")
    for name, count in counts.items():
        noticed = count["killed"] + count["timeout"]
        missed = count.total() - noticed - listed[name]
        print(f"{name:<24}{count.total():>9}{count['killed']:>9}{count['timeout']:>11}{listed[name]:>9}{missed:>13}")


if __name__ == "__main__":
    sys.exit(main())
