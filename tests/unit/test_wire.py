"""How single values are read and written: dates in all shapes, and the codecs that specs ask for with ``x-wire``."""

from __future__ import annotations

import datetime
import importlib
from typing import Any

import pytest

from abclient_api import _wire
from support.specs import generate

UTC = datetime.UTC
NOON = datetime.datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
PLUS_TWO = datetime.timezone(datetime.timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-01T12:00:00Z", NOON),
        ("2024-03-01T12:00:00.000000Z", NOON),
        ("2024-03-01T14:00:00+02:00", NOON),
        ("2024-03-01T14:00:00+0200", NOON),
        ("2024-03-01T12:00:00", NOON),
        ("2024-03-01 12:00:00", NOON),
        ("2024-03-01", NOON.replace(hour=0)),
        ("Fri, 01 Mar 2024 12:00:00 GMT", NOON),
        ("Fri, 01 Mar 2024 14:00:00 +0200", NOON),
        ("March 1, 2024 12:00", NOON),
        ("2024-03-01 12:00:00 UTC", NOON),
        ("2024/03/01 12:00", NOON),
        ("01 March", None),
        ("12:00", None),
        ("2024", None),
        ("Fri, 01 Mar 2024 12:00:00 XYZ", None),
        ("soon", None),
        ("", None),
        ("2024-13-45T99:00:00Z", None),
        ("9" * 400, None),
        ("12:" + "9" * 30, None),
        (1709294400000, None),
        (True, None),
        ([], None),
        ("0001-01-01T00:00:00Z", datetime.datetime.min.replace(tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:00", None),
        ("0001-01-01 00:00:00 +0500", None),
        ("9999-12-31T23:59:59Z", datetime.datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("9999-12-31T23:59:59-12:00", None),
        ("9999-12-31T23:59:59+12:00", datetime.datetime(9999, 12, 31, 11, 59, 59, tzinfo=UTC)),
    ],
)
def test_odd_dates_are_read_or_none(text: Any, moment: datetime.datetime | None) -> None:
    """Whatever names a whole date is read, as UTC if it names no zone; anything else is None, and never an error."""
    read = _wire.to_datetime(text)
    assert read == moment
    assert read is None or read.astimezone(UTC).tzinfo is not None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-03-01", datetime.date(2024, 3, 1)),
        ("2024-03-01T23:00:00-05:00", datetime.date(2024, 3, 1)),
        ("1 March 2024", datetime.date(2024, 3, 1)),
        ("never", None),
        (20240301, None),
    ],
)
def test_dates_are_read_as_written(text: Any, date: datetime.date | None) -> None:
    """The date of a moment is the one that was written, whatever its zone."""
    assert _wire.to_date(text) == date


@pytest.mark.parametrize(
    ("json", "value"),
    [
        (1709294400, NOON),
        (1709294400.5, NOON.replace(microsecond=500000)),
        ("1709294400", NOON),
        (0, None),
        ("0", None),
        (-1, datetime.datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (10**20, None),
        (float("inf"), None),
        (float("nan"), None),
        (True, None),
        ("soon", None),
        ({}, None),
    ],
)
def test_epoch_seconds_are_read(json: Any, value: datetime.datetime | None) -> None:
    """Seconds become an aware datetime; 0 and what is no moment become None."""
    assert _wire.from_epoch_seconds(json) == value


@pytest.mark.parametrize(
    ("json", "value"),
    [("1.5", 1.5), (" 2 ", 2.0), (3, 3.0), ("1e3", 1000.0), ("n/a", None), ("", None), (False, None), ([], None)],
)
def test_numbers_in_texts_are_read(json: Any, value: float | None) -> None:
    """Texts and numbers become floats; what is no number becomes None."""
    assert _wire.from_numeric_string(json) == value


@pytest.mark.parametrize(
    ("json", "value"),
    [
        ('["and", {"id": 5}]', ["and", {"id": 5}]),
        ("null", None),
        ("not json", "not json"),
        ("everyone", "everyone"),
        ("null and void", "null and void"),
        ("[1", "[1"),
        ("[1] [2]", "[1] [2]"),
        (' \n["or"]\t', ["or"]),
        ("-1.5e3", -1500.0),
        ("true", True),
        ("Infinity", float("inf")),
        ('"text"', "text"),
        ("\ufeff[1]", "\ufeff[1]"),
        ("\xa0[1]", "\xa0[1]"),
        ("", ""),
        (["already", "read"], ["already", "read"]),
        ("[" * 100_000, "[" * 100_000),
    ],
)
def test_json_in_texts_is_read(json: Any, value: Any) -> None:
    """A text that holds JSON is read; any other stays as it is."""
    assert _wire.from_json_string(json) == value


@pytest.mark.parametrize(
    ("write", "value", "json"),
    [
        (_wire.to_epoch_seconds, NOON, 1709294400),
        (_wire.to_epoch_seconds, NOON.astimezone(PLUS_TWO), 1709294400),
        (_wire.to_epoch_seconds, NOON.replace(microsecond=500000), 1709294400.5),
        (_wire.to_epoch_seconds, None, None),
        (_wire.to_numeric_string, 2.0, "2"),
        (_wire.to_numeric_string, 2, "2"),
        (_wire.to_numeric_string, 0.25, "0.25"),
        (_wire.to_numeric_string, None, None),
        (_wire.to_json_string, ["and", {"id": 5}], '["and",{"id":5}]'),
        (_wire.to_json_string, '["and"]', '["and"]'),
        (_wire.to_json_string, None, None),
        (_wire.moment_text, NOON.astimezone(PLUS_TWO), "2024-03-01T12:00:00Z"),
        (_wire.moment_text, NOON.replace(microsecond=1), "2024-03-01T12:00:00.000001Z"),
    ],
)
def test_values_are_written(write: Any, value: Any, json: Any) -> None:
    """What is sent has the vendor's form, and moments are in UTC."""
    written = write(value)
    assert written == json
    assert type(written) is type(json)


@pytest.mark.parametrize("write", [_wire.to_epoch_seconds, _wire.moment_text])
def test_a_moment_without_zone_is_refused(write: Any) -> None:
    """A naive datetime could be any of 24 moments, so it is not sent."""
    with pytest.raises(ValueError, match="without time zone"):
        write(datetime.datetime(2024, 3, 1))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The models generated of the tiny spec, which has each codec once."""
    return importlib.import_module(f"{generate(tmp_path_factory.mktemp('wire'))}.tiny.models")


def test_a_read_model_applies_its_codecs(models: Any) -> None:
    """Attributes are Python values, and an unchanged model gives back what it was read from."""
    data = {"id": 1, "seen": 1709294400, "score": "1.50", "conditions": '[ "and" ]', "created": "1 March 2024"}
    thing = models.Thing.from_dict(data)
    assert (thing.seen, thing.score, thing.conditions) == (NOON, 1.5, ["and"])
    assert thing.created == NOON.replace(hour=0)
    assert thing.to_dict() == data


def test_changed_values_are_written_by_their_codecs(models: Any) -> None:
    """A changed attribute is written in the vendor's form, and the others stay as they were."""
    thing = models.Thing.from_dict({"id": 1, "seen": 0, "score": "1.50", "conditions": "text"})
    thing.seen = NOON
    thing.conditions = ["or"]
    assert thing.to_dict() == {"id": 1, "seen": 1709294400, "score": "1.50", "conditions": '["or"]'}


def test_values_that_cannot_be_understood_survive(models: Any) -> None:
    """They are None as attributes, and what they were in JSON."""
    data = {"id": 1, "seen": "soon", "score": "n/a", "created": "whenever"}
    thing = models.Thing.from_dict(data)
    assert (thing.seen, thing.score, thing.created) == (None, None, None)
    assert thing.to_dict() == data


def test_a_sent_model_applies_its_codecs(models: Any) -> None:
    """A body holds the vendor's form; None is null, and what is not given is absent."""
    body = models.ThingCreate(status="running", seen=NOON, score=0.5, conditions=None, until=NOON)
    assert body.to_dict() == {
        "status": "running",
        "until": "2024-03-01T12:00:00Z",
        "seen": 1709294400,
        "score": "0.5",
        "conditions": None,
    }


def test_a_naive_moment_in_a_body_names_its_field(models: Any) -> None:
    """The message says which field of which model has no time zone."""
    body = models.ThingCreate(status="running", until=datetime.datetime(2024, 3, 1))
    with pytest.raises(ValueError, match=r"ThingCreate\.until: a datetime without time zone"):
        body.to_dict()
