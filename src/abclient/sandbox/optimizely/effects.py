"""What follows from creating or changing something: parts get ids, a project gets its environments, and the like."""

from __future__ import annotations

import time
from typing import Any

from ..shapes import Shape, read_new
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .crud import complete
from .kinds import CAMPAIGN, ENVIRONMENT, VARIABLE, VARIATION

_DAY = 86_400
_FIRST_ENVIRONMENTS = (("production", "Production"), ("development", "Development"))


def project(world: World, document: Document, before: Document | None) -> None:
    """A new project belongs to the account and has two environments."""
    if before is not None:
        document["web_snippet"] = before["web_snippet"] | document["web_snippet"]
        return
    document |= {"account_id": store.ACCOUNT, "socket_token": f"sandbox-socket-{document['id']}"}
    document["web_snippet"] |= {"code_revision": 1, "js_file_size": 61_440}
    for place, (key, name) in enumerate(_FIRST_ENVIRONMENTS):
        made = read_new(
            ENVIRONMENT.shape, {"project_id": document["id"], "key": key, "name": name, "priority": place + 1}
        )
        complete(world, ENVIRONMENT, made, document["created"])
        environment(world, made, None)
        made["is_primary"] = not place
        store.keep(world, "environment", made)


def environment(world: World, document: Document, before: Document | None) -> None:
    """Every environment has a datafile for the SDKs."""
    if before is not None:
        return
    name = f"sandbox{document['id']}"
    document["datafile"] = {
        "id": store.new_id(world),
        "sdk_key": name,
        "revision": 1,
        "latest_file_size": 2048,
        "url": f"https://cdn.optimizely.com/datafiles/{name}.json",
        "other_urls": [f"https://cdn.optimizely.com/json/{document['id']}.json"],
    }


def named_by_key(world: World, document: Document, before: Document | None) -> None:
    """What has no name is called by its key."""
    if not document.get("name"):
        document["name"] = document.get("key") or f"Unnamed {document['id']}"


def list_attribute(world: World, document: Document, before: Document | None) -> None:
    """A list is kept in a bucket of the vendor."""
    document |= {
        "account_id": store.ACCOUNT,
        "aws_access_key": "SANDBOXACCESSKEY",
        "aws_secret_key": "sandbox-aws-key",
        "s3_path": f"s3://sandbox-lists/{document['project_id']}/{document['id']}",
    }


def webhook(world: World, document: Document, before: Document | None) -> None:
    """The id of a webhook is text."""
    document["id"] = str(document["id"])


def scheduled_job(world: World, document: Document, before: Document | None) -> None:
    """A job belongs to the account."""
    document["account_id"] = store.ACCOUNT


def subject_access_request(world: World, document: Document, before: Document | None) -> None:
    """A request waits to be processed, within thirty days."""
    asked = time.time()
    document |= {
        "account_id": store.ACCOUNT,
        "requested_at_time": store.moment(asked),
        "sla_deadline_time": store.moment(asked + 30 * _DAY),
        "expired_at_time": store.moment(asked + 90 * _DAY),
        "processing_started_time": None,
        "completed_at_time": None,
        "export_location": "",
    }


def feature(world: World, document: Document, before: Document | None) -> None:
    """A feature has rules in every environment of its project, and variables with ids."""
    named_by_key(world, document, before)
    past = before or {"environments": {}, "variables": []}
    document["environments"] = _feature_environments(world, document, past["environments"])
    kept = {variable["id"]: variable for variable in past["variables"]}
    sent: list[Document] = document["variables"]
    for place, variable in enumerate([] if sent is past["variables"] else sent):
        made = _part(variable, "id", kept, VARIABLE, f"variables[{place}]")
        made["id"] = made.get("id") or store.new_id(world)
        kept[made["id"]] = made
    document["variables"] = list(kept.values())


def _feature_environments(world: World, document: Document, past: dict[str, Any]) -> dict[str, Any]:
    known = store.documents(world, "environment").find(parent=str(document["project_id"]))
    sent: dict[str, Any] = dict(document["environments"])
    environments: dict[str, Any] = {}
    for one in known:
        # Rules may be sent under the environment's name or key.
        rules = sent.pop(one["name"], None) or sent.pop(one["key"], None) or past.get(one["name"])
        environments[one["name"]] = {
            "id": one["id"],
            "is_primary": one["is_primary"],
            "rollout_rules": rules["rollout_rules"] if rules else [],
        }
    if sent:
        raise RefusedError(400, f"environments.{next(iter(sent))} is not an environment of the project")
    return environments


def _part(sent: Document, name: str, kept: dict[Any, Document], shape: Shape, where: str) -> Document:
    """A part of a document: changed if its id is known, refused if it is not, new without one."""
    identifier = sent.get(name)
    if identifier is None:
        return read_new(shape, sent, where)
    if identifier not in kept:
        raise RefusedError(400, f"{where}.{name} is unknown")
    return kept[identifier] | sent


def variations(world: World, document: Document, before: Document | None) -> None:
    """Variations that are sent replace those that were there; each has an id that stays."""
    if before is not None and document["variations"] is before["variations"]:
        return
    kept = {one["variation_id"]: one for one in (before or {}).get("variations", [])}
    made: list[Document] = []
    for place, sent in enumerate(document["variations"]):
        variation = _part(sent, "variation_id", kept, VARIATION, f"variations[{place}]")
        variation["variation_id"] = variation.get("variation_id") or store.new_id(world)
        _identify(world, [change for action in variation["actions"] for change in action["changes"]])
        variation["name"] = variation.get("name") or variation.get("key") or f"Variation #{place}"
        made.append(variation)
    document["variations"] = made


def _identify(world: World, changes: list[Document]) -> None:
    """Every change of the page has an id that stays."""
    for change in changes:
        change["id"] = change.get("id") or store.new_uuid(world)


def experiment(world: World, document: Document, before: Document | None) -> None:
    """An experiment belongs to a campaign and may test a feature; what changes once it has started is a draft."""
    variations(world, document, before)
    _identify(world, document["changes"])
    if document.get("feature_id") and document["feature_id"] != (before or {}).get("feature_id"):
        tested = store.documents(world, "feature").get(str(document["feature_id"]))
        if tested is None:
            raise RefusedError(400, f"There is no feature {document['feature_id']}")
        document |= {"feature_key": tested["key"], "feature_name": tested["name"]}
    if before is None:
        document |= {"_visitors": 0, "_until": None, "_pending": False, "_draft": False}
        document["environments"] = document["environments"] or {"Production": {"status": "not_started"}}
        document["results_token"] = f"sandbox-results-{document['id']}"
        _join_campaign(world, document)


def _join_campaign(world: World, document: Document) -> None:
    identifier = document.get("campaign_id")
    campaign = store.documents(world, "campaign").get(str(identifier)) if identifier is not None else None
    if identifier is not None and campaign is None:
        raise RefusedError(400, f"There is no campaign {identifier}")
    campaign = campaign or own_campaign(world, document)
    document |= {"campaign_id": campaign["id"], "custom_field_values": campaign["custom_field_values"]}


def own_campaign(world: World, document: Document) -> Document:
    """The campaign of an experiment that was made without one."""
    body = {"project_id": document["project_id"], "name": document.get("name"), "type": "other"}
    made = read_new(CAMPAIGN.shape, body)
    complete(world, CAMPAIGN, made, document["created"])
    made |= {"metrics": document["metrics"], "page_ids": document["page_ids"], "holdback": document["holdback"]}
    campaign(world, made, None)
    made["experiment_ids"] = [document["id"]]
    made["experiment_priorities"] = [[document["id"]]]
    store.keep(world, "campaign", made)
    return made


def campaign(world: World, document: Document, before: Document | None) -> None:
    """A campaign knows its experiments, and counts from its first start."""
    _identify(world, document["changes"])
    if before is None:
        document |= {"_pending": False, "_draft": False, "experiment_ids": []}
