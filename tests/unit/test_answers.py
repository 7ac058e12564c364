"""What counts as the answer that an operation documents, and what is wrong with single items of a list."""

from __future__ import annotations

from typing import Any

import pytest

from abclient_api._runtime import (
    Response,
    Undecodable,
    Unreadable,
    answered,
    each_item,
    every_item,
    read_each,
    read_empty,
    read_list,
    read_object,
    read_one,
    read_table,
)
from abclient_api.convert.models import SuccessData
from abclient_api.launchdarkly.models import Experiment, ExperimentBayesianResultsRep, IterationRep
from abclient_api.optimizely_classic.models import Goal, Result
from support.generated import answer

HTML = (("content-type", "Text/HTML; charset=utf-8"),)
CSV = (("content-type", "text/csv"),)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (ExperimentBayesianResultsRep, {"treatmentResults": []}),
        (ExperimentBayesianResultsRep, {"treatmentResults": None}),
        (ExperimentBayesianResultsRep, {"metricSeen": {}, "code": 7, "message": "new fields"}),
        (IterationRep, {"status": "running", "startedAt": 0}),
        (Experiment, {"key": "k"}),
        (Experiment, {"key": 7}),
        (Experiment, {"key": "k", "error": None, "errors": [], "code": ""}),
        (Experiment, {"key": "k", "name": "N", "message": "a new field"}),
        (Goal, {"id": 1, "title": "a field of this model", "goal_type": 0}),
        (SuccessData, {"code": 200, "message": "Success"}),
        (SuccessData, {"code": 204}),
    ],
)
def test_a_field_of_the_model_makes_an_answer(model: Any, data: Any) -> None:
    """Nulls, missing and unknown fields cost nothing, even if errors have fields of that name."""
    assert answered(model, data).to_dict() == data


@pytest.mark.parametrize(
    ("model", "data", "told"),
    [
        (Experiment, None, "expected an object, got NoneType"),
        (Experiment, [], "expected an object, got list"),
        (Experiment, "x", "expected an object, got str"),
        (Experiment, {"key": "k", "code": "unauthorized", "message": "no"}, "an error .code, message."),
        (Experiment, {"name": "N"}, "required, but missing"),
        (Experiment, {"key": None}, "expected text or a whole number, got NoneType"),
        (Experiment, {"key": ""}, "is empty"),
        (Experiment, {"key": True}, "expected text or a whole number, got bool"),
        (Experiment, {"key": 1.5}, "expected text or a whole number, got float"),
        (ExperimentBayesianResultsRep, {}, "none of the documented fields"),
        (ExperimentBayesianResultsRep, {"what": []}, "none of the documented fields"),
        (ExperimentBayesianResultsRep, {"treatmentResults": None, "error": "gateway"}, "an error .error."),
        (IterationRep, {"status": "running"}, "none of the documented fields"),
        (SuccessData, {"code": 401, "message": "no"}, "an error .code, message."),
        (SuccessData, {"code": "unauthorized", "message": "no"}, "an error .code, message."),
        (SuccessData, {"code": True}, "an error .code."),
        (SuccessData, {}, "required, but missing"),
        (IterationRep, {"type": "about:blank", "title": "Unauthorized", "status": 401}, "an error .title."),
    ],
)
def test_anything_else_is_none(model: Any, data: Any, told: str) -> None:
    """Errors, objects without a field of the model, and resources without an id say so."""
    with pytest.raises(Undecodable, match=told):
        answered(model, data)


def test_one_bad_item_costs_that_item() -> None:
    """Each bad one is named by its id, where that can be read, and its place; the others are what they are."""
    deep: Any = []
    for _ in range(3000):
        deep = [deep]
    rows: list[Any] = [{"key": "a"}, None, 5, {"key": None}, {"key": "", "name": "n"}, {"key": {}}]
    rows += [{"key": "b", "currentIteration": ["x"]}, {"name": "n"}, {"key": float("inf")}, {"key": "c"}]
    rows += [{"key": "d", "currentIteration": {"flags": {"f": {"a": deep}}}}]
    found = each_item(Experiment, rows)
    assert [one.key for one in found if isinstance(one, Experiment)] == ["a", "c", "d"]
    bad = [(one.index, one.item) for one in found if isinstance(one, Unreadable)]
    assert bad == [(1, None), (2, None), (3, None), (4, None), (5, None), (6, "b"), (7, None), (8, None)]
    assert [one.row for one in found if isinstance(one, Unreadable)] == rows[1:9]


def test_an_item_nested_too_deeply_costs_that_item() -> None:
    """What Python's stack does not take is one item that cannot be read."""

    class Deep(Experiment):
        @classmethod
        def from_dict(cls, data: Any) -> Any:
            if data["key"] == "deep":
                raise RecursionError
            return super().from_dict(data)

    good, bad = each_item(Deep, [{"key": "a"}, {"key": "deep"}])
    assert isinstance(good, Deep)
    assert isinstance(bad, Unreadable)
    assert (bad.item, bad.failure.reason) == ("deep", "nested too deeply")


def test_items_with_several_ids_need_all_of_them() -> None:
    """A figure of nobody knows which variation is one that cannot be read, named by the id that it has."""
    rows = [{"variation_id": 1, "goal_id": 2}, {"variation_id": None, "goal_id": 3}]
    (_, bad) = each_item(Result, rows)
    assert isinstance(bad, Unreadable)
    assert (bad.item, bad.failure.field) == (3, "variation_id")
    with pytest.raises(Undecodable, match="expected text or a whole number"):
        every_item(Result, rows)
    assert [one.goal_id for one in every_item(Result, rows[:1])] == [2]


def test_a_list_of_figures_is_whole_or_none() -> None:
    """Its bad row is named by its place."""
    row = {"variation_id": 1, "goal_id": 2}
    assert len(read_list(answer([row, row]), Result)) == 2
    assert [type(one) for one in read_each(answer([row, None]), Result)] == [Result, Unreadable]
    with pytest.raises(Undecodable) as caught:
        read_list(answer([row, None]), Result)
    assert (caught.value.model, caught.value.field) == ("list[Result]", "[1]")


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"", ()),
        (b"\xef\xbb\xbf \r\n", HTML),
        (b"done", ()),
        (b"null", ()),
        (b'{"id": 5, "archived": true}', ()),
        (b'{"message": "deleted"}', ()),
        (b'{"title": "Deleted", "status": 200, "success": true}', ()),
        (b'{"status": "archived", "ok": 1}', ()),
        (b'{"status": 399}', ()),
        (b'{"unfinished', ()),
    ],
)
def test_a_word_more_than_nothing_is_no_harm(content: bytes, headers: Any) -> None:
    """Operations without a documented answer are done when the status says so."""
    read_empty(Response(200, headers, content))


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"\n<html>", ()),
        (b"Sign in", HTML),
        (b"x", (("content-type", "application/xhtml+xml"),)),
        (b'{"code": "no", "message": "no"}', ()),
        (b' {"errors": [1]}', ()),
        (b'{"title": "Forbidden", "status": 403, "detail": "no"}', ()),
        (b'{"message": "no", "statusCode": 400}', ()),
        (b'{"success": false}', ()),
        (b'{"ok": false, "message": "no"}', ()),
        (b'{"status": "Error", "message": "no"}', ()),
    ],
)
def test_a_page_or_an_error_is_no_success(content: bytes, headers: Any) -> None:
    """Nobody has deleted anything, if it is a login page that says 200."""
    with pytest.raises(Undecodable):
        read_empty(Response(200, headers, content))


def test_free_objects_and_tables() -> None:
    """They come as they are; see the vendors' tests for what is none."""
    assert read_object(answer({})) == {}
    assert read_object(answer({"version": "4", "message": "m"})) == {"version": "4", "message": "m"}
    with pytest.raises(Undecodable, match=r"an error .message."):
        read_object(answer({"message": "no"}))
    with pytest.raises(Undecodable, match="object, got list"):
        read_object(answer([]))
    assert read_table(Response(200, CSV, b"\xef\xbb\xbfa,b\n1,2\n")) == "a,b\n1,2\n"
    assert read_table(Response(200, (), b"a,b")) == "a,b"
    assert read_one(answer({"key": "k"}), Experiment).key == "k"
