"""Starting, pausing, resuming, publishing and unarchiving experiments and campaigns."""

from __future__ import annotations

import time
from collections.abc import Mapping

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import crud, effects, history, store
from .kind import Kind
from .kinds import CAMPAIGN, EXPERIMENT

_STARTED = frozenset({"running", "paused", "campaign_paused"})
_FROM: Mapping[str, frozenset[str]] = {
    "start": _STARTED | {"not_started"},
    "pause": frozenset({"running", "campaign_paused"}),
    "resume": frozenset({"paused"}),
    "publish": _STARTED | {"not_started", "concluded"},
    "unarchive": frozenset({"archived"}),
}
_TO = {"start": "running", "pause": "paused", "resume": "running", "unarchive": "paused"}
_WITH_NEW = ("publish", "start", "pause")


def create_experiment(world: World, call: Call) -> Response:
    """A new experiment, started, paused or published at once if asked."""
    return json_response(store.view(_created(world, call, EXPERIMENT, effects.experiment)), 201)


def create_campaign(world: World, call: Call) -> Response:
    """A new campaign, started or published at once if asked."""
    return json_response(store.view(_created(world, call, CAMPAIGN, effects.campaign)), 201)


def _created(world: World, call: Call, kind: Kind, settle: crud.Settle) -> Document:
    action = _action(call, _WITH_NEW)
    document = crud.made(world, kind, call, settle)
    if kind is EXPERIMENT:
        _enter(world, document)
    if action:
        _turn(world, kind, document, action)
    return document


def _enter(world: World, document: Document) -> None:
    """Tell the campaign of a new experiment."""
    campaign = store.find(world, "campaign", document["campaign_id"])
    if document["id"] not in campaign["experiment_ids"]:
        campaign["experiment_ids"].append(document["id"])
        store.keep(world, "campaign", campaign)


def update_experiment(world: World, call: Call) -> Response:
    """Change an experiment, and do with it what ``action`` says."""
    return json_response(store.view(_updated(world, call, EXPERIMENT, effects.experiment)))


def update_campaign(world: World, call: Call) -> Response:
    """Change a campaign, and do with it what ``action`` says."""
    return json_response(store.view(_updated(world, call, CAMPAIGN, effects.campaign)))


def _updated(world: World, call: Call, kind: Kind, settle: crud.Settle) -> Document:
    action = _action(call, tuple(_FROM))
    before = crud.named(world, kind, call)
    if action:
        _check(kind, before, action)
    if not call.body and action:
        call = Call(call.request, call.path, b"{}")
    document = crud.changed(world, kind, call, settle)
    if action:
        _turn(world, kind, document, action)
    elif before["status"] in _STARTED and set(_changes(before, document)) - {"last_modified"}:
        document["_draft"] = True
        store.keep(world, kind.name, document)
    return document


def _changes(before: Document, after: Document) -> list[str]:
    return [name for name in after if after[name] != before.get(name)]


def _action(call: Call, known: tuple[str, ...]) -> str:
    action = call.query.get("action", "")
    if action and action not in known:
        raise RefusedError(400, f"action must be one of {', '.join(known)}")
    return action


def _check(kind: Kind, document: Document, action: str) -> None:
    status = document["status"]
    if status not in _FROM[action]:
        raise RefusedError(409, f"Cannot {action} a {kind.name} that is {status.replace('_', ' ')}")
    if action == "resume" and document["_draft"]:
        raise RefusedError(409, f"The {kind.name} has drafted changes: start or publish it instead")


def _turn(world: World, kind: Kind, document: Document, action: str) -> None:
    """Carry out an action that was found possible."""
    before = dict(document)
    if action in {"start", "publish"}:
        document["_draft"] = False
    status: str = _TO.get(action) or document["status"]
    if kind is EXPERIMENT:
        set_status(world, document, status)
        _lift_campaign(world, document)
    else:
        _set_campaign_status(world, document, status)
    store.keep(world, kind.name, document)
    history.record(world, "publish" if action in {"start", "publish"} else "update", kind.name, document, before)


def set_status(world: World, document: Document, status: str) -> None:
    """Give an experiment another status: it counts while it runs, and its results have to be computed anew."""
    if status == document["status"]:
        return
    if status == "running":
        document["_until"] = None
        document.setdefault("earliest", store.now())
    else:
        stop_counting(world, document)
    document["_pending"] = "earliest" in document
    document["environments"] = {name: {"status": _shown(status)} for name in document["environments"]}
    document["status"] = status


def stop_counting(world: World, document: Document) -> None:
    """End the period of an experiment that runs."""
    if document["status"] == "running":
        moment = time.time()
        document |= {"_until": moment, "latest": store.moment(moment)}


def _shown(status: str) -> str:
    return "paused" if status in {"campaign_paused", "concluded"} else status


def _lift_campaign(world: World, document: Document) -> None:
    """The campaign that an experiment has to itself runs when the experiment does."""
    campaign = store.find(world, "campaign", document["campaign_id"])
    if campaign["type"] == "other" and campaign["status"] != document["status"]:
        _mark(campaign, _shown(document["status"]))
        store.keep(world, "campaign", campaign)


def _mark(campaign: Document, status: str) -> None:
    if status == "running":
        campaign.setdefault("earliest", store.now())
    elif campaign["status"] == "running":
        campaign["latest"] = store.now()
    campaign |= {"status": status, "_pending": "earliest" in campaign}


_FOLLOWING = {
    "running": {"campaign_paused": "running"},
    "paused": {"running": "campaign_paused"},
    "archived": dict.fromkeys(("running", "campaign_paused", "paused", "not_started"), "archived"),
}


def _set_campaign_status(world: World, campaign: Document, status: str) -> None:
    """Give a campaign another status; its experiments pause and go on with it."""
    if status == campaign["status"]:
        return
    following = _FOLLOWING[status]
    tags = {"campaign_id": [str(campaign["id"])], "status": list(following)}
    for document in store.documents(world, "experiment").find(tags=tags):
        set_status(world, document, following[document["status"]])
        store.keep(world, "experiment", document)
    _mark(campaign, status)


def stop_campaign(world: World, campaign: Document) -> None:
    """Archive what a campaign consists of."""
    _set_campaign_status(world, campaign, "archived")
