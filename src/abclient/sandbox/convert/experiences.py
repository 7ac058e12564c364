"""Variations, sections, changes and tokens of an experience."""

from __future__ import annotations

import time
from typing import Any

from starlette.responses import Response

from ..shapes import Shape, integer, list_of, one_of, optional, partial, required, text
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import crud, effects, history, kinds, store
from .lists import body_of

_SECTION_ID = optional(text)
_VERSION: Shape = {
    "id": _SECTION_ID,
    "name": optional(text),
    "concurrency_key": optional(text),
    "changes": optional(list_of(partial(kinds.CHANGE))),
}
_SECTION: Shape = {
    "id": _SECTION_ID,
    "name": optional(text),
    "concurrency_key": optional(text),
    "versions": optional(list_of(partial(_VERSION))),
}


def update_variation(world: World, call: Call) -> Response:
    """Change a variation."""
    experience, row = _variation(world, call)
    sent = {**body_of(call, kinds.VARIATION), "id": row["id"]}
    known = {one["id"]: one for one in experience["variations"]}
    made = effects.variation(world, sent, known)
    experience["variations"] = [made if one is row else one for one in experience["variations"]]
    _keep(world, experience)
    return json_response({**made, "changes": [change["id"] for change in made["changes"]]})


def delete_variation(world: World, call: Call) -> Response:
    """Remove a variation."""
    experience, row = _variation(world, call)
    if len(experience["variations"]) == 1:
        raise RefusedError(422, "variations must keep one: the last one cannot be removed")
    experience["variations"].remove(row)
    effects.share(experience)
    _keep(world, experience)
    return crud.done()


def convert_variation(world: World, call: Call) -> Response:
    """Make an experience of a variation."""
    experience, row = _variation(world, call)
    sent = body_of(call, {"experience_type": optional(one_of("a/b", "deploy"), "a/b")})
    fields = {name: experience[name] for name in kinds.EXPERIENCE.shape if name in experience}
    fields |= {
        "name": f"{experience['name']}: {row['name']}",
        "type": sent.get("experience_type", "a/b"),
        "status": "draft",
        "start_time": None,
        "end_time": None,
        "key": None,
        "variations": [{"name": row["name"], "is_baseline": True}],
    }
    document = crud.made(world, kinds.EXPERIENCE, fields, experience["_project"])
    effects.experience(world, document, None)
    store.keep(world, "experience", document)
    return crud.written(world, kinds.EXPERIENCE, document, call)


def _variation(world: World, call: Call) -> tuple[Document, Document]:
    experience = store.find(world, "experience", call.path)
    wanted = call.path["variation_id"]
    found = next((one for one in experience["variations"] if str(one["id"]) == wanted), None)
    if found is None:
        raise RefusedError(404, f"The experience has no variation {wanted}")
    return experience, found


def _keep(world: World, experience: Document) -> None:
    store.keep(world, "experience", experience)
    history.record(world, "variation", experience, "edit")


def report_token(world: World, call: Call) -> Response:
    """Make a token for reports, or remove it."""
    experience = store.find(world, "experience", call.path)
    sent = body_of(
        call,
        {
            "token_action": optional(one_of("regenerate", "delete")),
            "token_expiration": optional(kinds.between(1, 48, integer)),
        },
    )
    hours = sent.get("token_expiration", 24)
    number = store.new_id(world)
    token = "" if sent.get("token_action") == "delete" else f"report-{experience['id']}-{number}"
    return json_response({"id": experience["id"], "token": token, "expiration": int(time.time()) + 3600 * hours})


def change_status(experience: Document, before: Document) -> None:
    """A copy is a draft of its own."""
    experience |= {
        "status": "draft",
        "start_time": None,
        "end_time": None,
        "_visitors": 0,
        "_until": None,
        "key": f"{before['key'][:20]}-{experience['id'] % 10_000}",
    }


def copy(world: World, document: Document, before: Document) -> None:
    """A copy of an experience: a draft, with variations of its own."""
    change_status(document, before)
    rows = [{name: value for name, value in one.items() if name not in {"id", "key"}} for one in before["variations"]]
    for row in rows:
        row["changes"] = [{"type": one["type"], "data": one["data"]} for one in row["changes"]]
        row.pop("concurrency_key", None)
    document["variations"] = [effects.variation(world, row, {}) for row in rows]


# ------------------------------------------------------------------------------------------------------------- sections


def sections(world: World, call: Call) -> Response:
    """The sections of a multivariate test."""
    return _all_sections(store.find(world, "experience", call.path), call)


def _all_sections(experience: Document, call: Call, status: int = 200) -> Response:
    from .views import asked_in_url

    expand = asked_in_url(call, "expand")
    shown = [
        {**one, "versions": [_version(v, expand) if "versions" in expand else v["id"] for v in one["versions"]]}
        for one in experience.get("_sections", [])
    ]
    return json_response({"data": shown, "concurrency_key": experience["concurrency_key"]}, status)


def _version(version: Document, expand: Any) -> Document:
    whole = "versions.changes" in expand or "changes" in expand
    return {**version, "changes": [one if whole else one["id"] for one in version["changes"]]}


def add_section(world: World, call: Call) -> Response:
    """Add a section."""
    experience = store.find(world, "experience", call.path)
    sent = crud.whole_body(call, {**_SECTION, "versions": required(list_of(partial(_VERSION)))})
    experience.setdefault("_sections", []).append(_section(world, sent, {}, experience))
    store.keep(world, "experience", experience)
    return _all_sections(experience, call, 201)


def update_section(world: World, call: Call) -> Response:
    """Change a section."""
    experience = store.find(world, "experience", call.path)
    before = _found(experience.get("_sections", []), call.path["section_id"], "section")
    sent = body_of(call, _SECTION)
    store.check_key(before, sent)
    before |= _section(world, {**before, **sent}, before, experience)
    store.keep(world, "experience", experience)
    return _all_sections(experience, call)


def replace_sections(world: World, call: Call) -> Response:
    """Replace all sections; those that are not named are removed."""
    experience = store.find(world, "experience", call.path)
    sent = body_of(call, {"sections": optional(list_of(partial(_SECTION)), []), "concurrency_key": optional(text)})
    store.check_key(experience, sent)
    known = {one["id"]: one for one in experience.get("_sections", [])}
    made: list[Document] = []
    experience["_sections"] = made
    for one in sent.get("sections", []):  # one by one, because a free id depends on those before it
        made += [_section(world, one, known.get(one.get("id", ""), {}), experience)]
    store.keep(world, "experience", experience)
    return _all_sections(experience, call)


def add_version(world: World, call: Call) -> Response:
    """Add a version to a section."""
    experience, section = _of_section(world, call)
    made = _made_version(world, crud.whole_body(call, _VERSION), {}, section["versions"])
    section["versions"].append(made)
    store.keep(world, "experience", experience)
    return json_response({"data": _version(made, ())}, 201)


def update_version(world: World, call: Call) -> Response:
    """Change a version of a section."""
    experience, section = _of_section(world, call)
    before = _found(section["versions"], call.path["version_id"], "version")
    sent = body_of(call, _VERSION)
    store.check_key(before, sent)
    before |= _made_version(world, {**sent, "id": before["id"]}, before, section["versions"])
    store.keep(world, "experience", experience)
    return json_response({"data": _version(before, ())})


def delete_version(world: World, call: Call) -> Response:
    """Remove a version of a section."""
    experience, section = _of_section(world, call)
    section["versions"].remove(_found(section["versions"], call.path["version_id"], "version"))
    store.keep(world, "experience", experience)
    return crud.done()


def _of_section(world: World, call: Call) -> tuple[Document, Document]:
    experience = store.find(world, "experience", call.path)
    return experience, _found(experience.get("_sections", []), call.path["section_id"], "section")


def _found(rows: list[Document], identifier: str, kind: str) -> Document:
    found = next((one for one in rows if one["id"] == identifier), None)
    if found is None:
        raise RefusedError(404, f"There is no {kind} {identifier}")
    return found


def _section(world: World, sent: Document, before: Document, experience: Document) -> Document:
    known = {one["id"]: one for one in before.get("versions", [])}
    sections: list[Document] = experience.get("_sections", [])
    made: Document = {**before, "id": sent.get("id") or _free_id(sections), "name": sent.get("name") or ""}
    versions: list[Document] = []
    wanted: list[Document] = sent.get("versions") or []
    for one in wanted:
        versions.append(_made_version(world, one, known.get(one.get("id", ""), {}), versions))
    made["versions"] = versions
    made["concurrency_key"] = store.state_key(made)
    return made


def _made_version(world: World, sent: Document, before: Document, others: list[Document]) -> Document:
    made: Document = {"name": "", "variations": [], "changes": [], **before, **sent}
    made["id"] = sent.get("id") or _free_id(others)
    if "changes" in sent and sent["changes"] is not before.get("changes"):
        made["changes"] = effects.changes(world, sent["changes"], before.get("changes", []))
    made["concurrency_key"] = store.state_key(made)
    return made


def _free_id(rows: list[Document]) -> str:
    taken = {one["id"] for one in rows}
    return next(one for one in "abcdefghijklmnopqrstuvwxyz0123456789" if one not in taken)


def get_change(world: World, call: Call) -> Response:
    """A change of a variation."""
    return json_response(_change(store.find(world, "experience", call.path), call.path["change_id"]))


def update_change(world: World, call: Call) -> Response:
    """Replace what a change is."""
    experience = store.find(world, "experience", call.path)
    change = _change(experience, call.path["change_id"])
    sent = body_of(call, kinds.CHANGE)
    store.check_key(change, sent)
    change |= {name: value for name, value in sent.items() if name != "id"}
    change["concurrency_key"] = store.state_key(change)
    store.keep(world, "experience", experience)
    return json_response(change)


def _change(experience: Document, identifier: str) -> Document:
    versions = [version for one in experience.get("_sections", []) for version in one["versions"]]
    found = (change for one in [*experience["variations"], *versions] for change in one["changes"])
    match: Document | None = next((one for one in found if str(one["id"]) == identifier), None)
    if match is None:
        raise RefusedError(404, f"There is no change {identifier}")
    return match
