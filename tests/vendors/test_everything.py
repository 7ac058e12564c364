"""Bulk calls that are given nothing fetch everything, at every vendor."""

from __future__ import annotations

import re
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely import Experiments
from abclient.vendors.optimizely_classic import Experiments as ClassicExperiments
from support.fake import Script, answer, fake_session


def account(request: WireRequest) -> WireResponse:
    """Projects 1, 2 and 3, of which 2 may not be seen, one that is no project, and two experiments in each."""
    if re.search(r"/projects(\?|$)", request.url):
        return answer(200, [{"id": 1}, {"id": 2}, "none", {"id": 3}])
    if found := re.search(r"[?&]project_id=(\d)|/projects/(\d)/experiments", request.url):
        project = int(found[1] or found[2])
        return answer(403) if project == 2 else answer(200, [{"id": 10 * project}, {"id": 10 * project + 1}])
    return answer(200, {})


@pytest.mark.parametrize("kind", [Experiments, ClassicExperiments])
async def test_all_projects_of_an_account(kind: Any) -> None:
    """Each experiment of each project; a project that cannot be read or listed is one outcome, and costs no other."""
    outcomes = await kind(fake_session(Script(account))).fetch_results(concurrency=1)
    assert [outcome.key for outcome in outcomes] == [10, 11, "project 2", "project item 3 of page 1", 30, 31]
    assert [type(outcomes[index].error) for index in (2, 3)] == [abclient.ForbiddenError, abclient.DecodeError]


@pytest.mark.parametrize("kind", [Experiments, ClassicExperiments])
async def test_what_has_begun_anew_is_listed_anew(kind: Any) -> None:
    """Outcomes of everything can be iterated again, as those of a list can."""
    outcomes = kind(fake_session(Script(account))).fetch_results()
    first, second = await outcomes, await outcomes
    assert [one.key for one in first] == [one.key for one in second]
