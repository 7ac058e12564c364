"""The tools on what the built-in vendors of the sandbox never have, at a vendor that another distribution brings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from abclient._redact import Redactor
from abclient.errors import ReadTimeoutError
from abclient.export import Item, Plan, export_rows
from abclient.mcp import Settings
from abclient.mcp._accounts import Accounts
from abclient.mcp._answer import Answers
from abclient.mcp._reading import ReadingTools
from abclient.results import ExperimentInfo, ResultRow
from support.fake import Script
from support.mcp import Asking, asking
from support.other_vendor import experiment, other_account
from support.rows import a_row


def of(found: Mapping[ExperimentInfo, Sequence[ResultRow]], **settings: Any) -> Asking:
    """The tools for an account with these experiments."""
    return asking(Settings(accounts=(other_account(found=found),), **settings))


def rows_of(info: ExperimentInfo, metric: str, **values: Any) -> list[ResultRow]:
    """A baseline, and a variation with these values."""
    given = {"vendor": "other", "experiment_id": info.experiment_id, "metric_id": metric, "is_primary": True}
    given |= {"metric_name": f"metric {metric}", "experiment_name": info.experiment_name, "status": info.status}
    counted: dict[str, Any] = {"units": 5000, "conversions": 400}
    return [
        a_row(**given, **counted, variation_id="a", is_baseline=True),
        a_row(**given, **counted | {"variation_id": "b", "is_baseline": False} | values),
    ]


async def test_an_experiment_without_results() -> None:
    """It is said that there are none, that no variation has won, and that nothing is wrong."""
    ask = of({experiment("quiet"): []})
    (explained,) = (await ask("explain_experiment", account="ours", experiment="quiet")).records
    assert explained["summary"] == ["The experiment is ended.", "There are no results of it."]
    draft = (await ask("draft_report", account="ours")).document["markdown"]
    assert "## Winners\n\nNo variation has won on a primary metric.\n" in draft
    assert draft.endswith("## Health\n\nNothing was found.")
    unknown = await ask("explain_experiment", account="ours", experiment="loud")
    assert (unknown.failed, "there is no experiment 'loud'" in unknown.text) == (True, True)


async def test_units_that_were_not_counted_are_not_said() -> None:
    """A vendor that gives means alone has no number of them."""
    info = experiment("means")
    ask = of({info: rows_of(info, "m", units=None, conversions=None, mean=0.1)[1:]})
    (explained,) = (await ask("explain_experiment", account="ours", experiment="means")).records
    assert explained["summary"][1] == "What was measured: metrics 1, variations 1."
    assert not [line for line in explained["summary"] if "units were counted" in line]


async def test_differences_in_a_draft() -> None:
    """With their interval if there is one, in the metric's unit if they are absolute; a winner may have none at all."""
    info = experiment("long")
    rows = [
        *rows_of(info, "m0", difference=0.5, difference_kind="relative", difference_low=0.25, difference_high=0.75),
        *rows_of(info, "m1", difference=1.5, difference_kind="absolute", verdict="winner"),
        *rows_of(info, "m2", verdict="winner"),
    ]
    for number in range(3, 13):
        rows += rows_of(info, f"m{number}", difference=-0.125, difference_kind="relative", difference_low=-0.25)
    draft = (await of({info: rows})("draft_report", account="ours")).document["markdown"]
    lines = draft.splitlines()
    assert "- `The long one`: `b` on `metric m1`, +1.5" in lines
    assert "- `The long one`: `b` on `metric m2`" in lines
    compared = [line for line in lines if line.startswith("| `The long one` |")]
    assert "| +50.0% (+25.0% to +75.0%) |" in compared[0]
    assert "| +1.5 | winner |" in compared[1]
    assert "| -12.5% |" in compared[2]
    assert len(compared) == 11
    assert compared[-1] == "| `The long one` | | 2 more comparisons | | | |"


async def test_experiments_of_one_status() -> None:
    """Those of another are neither fetched nor counted."""
    found: dict[ExperimentInfo, list[ResultRow]] = {
        experiment("over"): [],
        experiment("under-way", "running"): [],
        experiment("also-over"): [],
    }
    answer = await of(found)("health", account="ours", status="running", only_findings=False)
    assert [one["experiment_id"] for one in answer.records] == ["under-way"]
    assert answer.document["total"] == 1


@pytest.mark.parametrize(
    ("verb", "shown"),
    [
        ("start", "nothing would be sent"),
        ("pause", {"method": "POST", "url": "https://other.example/pause", "body": "state=paused"}),
    ],
)
async def test_a_dry_run_of_a_verb(verb: str, shown: Any) -> None:
    """A body that is no JSON is shown as text; a verb that would send nothing says so."""
    script = Script(RuntimeError("sent"))
    account = other_account(found={experiment("one", "running"): []}, transport=script)
    ask = asking(Settings(accounts=(account,), allow_writes=True))
    (record,) = (await ask(f"{verb}_experiment", account="ours", experiment="one")).records
    assert (record["sent"], record["request"]) == (False, shown)
    assert script.requests == []


async def test_a_check_that_finds_no_answer() -> None:
    """Credentials are not called refused because the vendor cannot be reached."""
    ask = asking(Settings(accounts=(other_account(refused=ReadTimeoutError("no response within 5 s")),)))
    (record,) = (await ask("accounts", check=True)).records
    assert (record["credentials"], record["error"]) == ("there", "no response within 5 s")


async def test_a_check_does_not_wait_for_another_call_of_the_account() -> None:
    """That may take minutes, and the answer is about all accounts; an account that is free is checked."""
    accounts = Accounts((other_account(found={}),))
    tools = ReadingTools(accounts, Answers(Redactor()))
    async with accounts.open("ours"):
        busy = (await tools.accounts(check=True)).structured_content
    free = (await tools.accounts(check=True)).structured_content
    assert busy
    assert free
    assert "not checked, as another call" in busy["records"][0]["error"]
    assert (busy["records"][0]["credentials"], free["records"][0]["credentials"]) == ("there", "accepted")


async def test_exports_without_experiments_and_without_anything(tmp_path: Path) -> None:
    """A key without rows names no experiment; a directory that holds no export is named as such."""

    async def source(plan: Plan) -> AsyncIterator[Item]:
        for key, rows in (("with rows", [a_row()]), ("without", list[ResultRow]())):
            plan.wants(key)
            yield key, rows

    await export_rows(tmp_path / "own", source)
    (tmp_path / "empty").mkdir()
    ask = asking(Settings(accounts=(), exports={name: tmp_path / name for name in ("own", "empty")}))
    manifest = await ask.read("abclient://exports/own/manifest")
    assert [one["experiment_id"] for one in manifest["records"]] == ["1"]
    assert "there is no export in it" in await ask.refusal("abclient://exports/empty/manifest")
