"""The people of the account: who the token belongs to, collaborators, invitations; and what a visitor was given."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from ..shapes import integer, list_of, name_text, one_of, optional, record, required, text
from ..statistics import generator
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import history, store
from .lists import flag, several
from .reports import check_account

_ROLE = one_of(
    *("administrator", "viewer", "restricted_editor", "editor", "restricted_publisher", "publisher", "project_owner")
)
_INVITATIONS = list_of(
    record(
        {
            "profile": required(
                record(
                    {
                        "email": required(name_text),
                        **{name: optional(text, "") for name in ("first_name", "last_name", "profile_image")},
                    }
                )
            ),
            "project_roles": required(list_of(record({"project_id": required(integer), "role": required(_ROLE)}))),
        }
    )
)
_EXPANDED = ("current_account.features", "accounts", "project_roles")
_MOST_DECISIONS = 8


def get_me(world: World, call: Call) -> Response:
    """The person that the token belongs to; some of it only if asked for."""
    expanded = several(call.query, "expand")
    if unknown := [name for name in expanded if name not in _EXPANDED]:
        raise RefusedError(400, f"expand must be one of {', '.join(_EXPANDED)}, not {unknown[0]}")
    person = _owner(world)
    account: dict[str, Any] = {"id": store.ACCOUNT}
    if flag(call.query, "include_features") or "current_account.features" in expanded:
        source = {"type": "plan", "value": "Sandbox"}
        account["features"] = {"stats_engine": {"feature_id": "stats_engine", "sources": [source]}}
    me = {"id": person["id"], "profile": person["profile"], "current_account": account}
    if "accounts" in expanded:
        me["accounts"] = [{"id": store.ACCOUNT, "name": "Sandbox"}]
    if "project_roles" in expanded:
        me["project_roles"] = person["project_roles"]
    return json_response(me)


def _owner(world: World) -> Document:
    user = history.USER
    return {
        "id": user["id"],
        "profile": {name: user[name] for name in ("email", "first_name", "last_name")} | {"profile_image": ""},
        "project_roles": [
            {"project_id": project["id"], "role": "project_owner"}
            for project in store.documents(world, "project").find()
        ],
    }


def list_collaborators(world: World, call: Call) -> Response:
    """Everyone with a role in all of the projects, those invited left out."""
    return json_response(_of_projects(call, [_owner(world)]))


def list_invitations(world: World, call: Call) -> Response:
    """Those who are invited to all of the projects."""
    return json_response(_of_projects(call, store.documents(world, "collaborator").find()))


def _of_projects(call: Call, people: Sequence[Document]) -> list[Document]:
    wanted = set(several(call.query, "project_id"))
    return [one for one in people if wanted <= {str(role["project_id"]) for role in one["project_roles"]}]


def invite(world: World, call: Call) -> Response:
    """Invite people; the same address once more gets the new roles."""
    people = _INVITATIONS(call.json(), "collaborators")
    for person in people:
        for role in person["project_roles"]:
            if store.documents(world, "project").get(str(role["project_id"])) is None:
                raise RefusedError(400, f"There is no project {role['project_id']}")
            role["invitation_status"] = "pending"
        person["id"] = store.uuid_of(person["profile"]["email"])
    for person in people:
        store.keep(world, "collaborator", person)
    return json_response(people)


def get_bucketing_history(world: World, call: Call) -> Response:
    """Decisions about a visitor, drawn from the seed: every visitor met some experiments that had any."""
    check_account(call)
    visitor, query = call.path["visitor_id"], call.query
    rng = generator(world.seed, "visitor", visitor)
    met = [one for one in store.documents(world, "experiment").find() if one["_visitors"] and one["variations"]]
    decisions = [
        _decision(one, rng.random(), rng.choice(one["variations"]))
        for one in rng.sample(met, min(len(met), rng.randint(1, _MOST_DECISIONS)))
    ]
    if start := query.get("start_time"):
        decisions = [one for one in decisions if one["timestamp"] >= 1000 * store.seconds_of("start_time", start)]
    if end := query.get("end_time"):
        decisions = [one for one in decisions if one["timestamp"] <= 1000 * store.seconds_of("end_time", end)]
    decisions.sort(key=lambda one: int(one["timestamp"]))
    return json_response({"account_id": store.ACCOUNT, "visitor_id": visitor, "bucketing_history": decisions})


def _decision(experiment: Document, share: float, variation: Document) -> Document:
    first = store.seconds(experiment["earliest"])
    last = max(first, time.time() if experiment["_until"] is None else experiment["_until"])
    return {
        "campaign_id": experiment["campaign_id"],
        "experiment_id": experiment["id"],
        "variation_id": variation["variation_id"],
        "is_holdback": False,
        "timestamp": round(1000 * (first + share * (last - first))),
    }
