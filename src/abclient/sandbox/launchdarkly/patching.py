"""The instructions of a semantic patch. One that changes nothing is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .bodies import now, read_flags, read_metrics, read_treatments
from .flag_targeting import config_of
from .views import MUTABLE


def apply(world: World, experiment: Document, instruction: Fields) -> None:
    """Carry out one instruction on an experiment, or refuse it."""
    kind = instruction.text("kind")
    carry_out = _KINDS.get(kind)
    if carry_out is None or (kind in _TODAY and not store.is_today(world)):
        raise RefusedError(400, f"{instruction.name('kind')} is not a known instruction: {kind}")
    carry_out(world, experiment, instruction)


def _update_name(world: World, experiment: Document, instruction: Fields) -> None:
    experiment["name"] = instruction.text("value")


def _update_description(world: World, experiment: Document, instruction: Fields) -> None:
    experiment["description"] = instruction.text_or("value", "")


def _start_iteration(world: World, experiment: Document, instruction: Fields) -> None:
    draft, running = store.draft(experiment), store.current(experiment)
    justification = instruction.text_or("changeJustification", "")
    if experiment["archived"] is not None:
        raise RefusedError(400, "The experiment is archived: restore it before you start an iteration")
    if draft is None:
        raise RefusedError(400, "The experiment has no iteration to start: create one first")
    if running and running["status"] == "running":
        if not justification:
            raise RefusedError(
                400, f"{instruction.name('changeJustification')} is required while an iteration is running"
            )
        running |= {"status": "stopped", "ended": now()}
    _check_can_start(world, experiment, draft)
    draft |= {"status": "running", "started": now()}


def _check_can_start(world: World, experiment: Document, draft: Document) -> None:
    for key in draft["flags"]:
        flag = store.flags(world).get(f"{experiment['project']}/{key}")
        if flag is None or flag["archived"]:
            raise RefusedError(400, f"The flag {key} is archived")
        if not config_of(flag, experiment["environment"])["on"]:
            raise RefusedError(400, f"The flag {key} is toggled off")
    for layer in store.layers(world).find(parent=experiment["project"]):
        reserved = layer["environments"].get(experiment["environment"], {"reservations": []})["reservations"]
        if any(one["experimentKey"] == experiment["key"] and not one["reservationPercent"] for one in reserved):
            raise RefusedError(400, f"The layer {layer['key']} reserves no traffic for the experiment")
    if not draft["unit"]:
        raise RefusedError(400, "The iteration's randomizationUnit is not set")
    if not any(float(treatment["allocation"]) for treatment in draft["treatments"]):
        raise RefusedError(400, "At least one treatment needs an allocationPercent other than zero")


def _stop_iteration(world: World, experiment: Document, instruction: Fields) -> None:
    iteration = store.current(experiment)
    if iteration is None:
        raise RefusedError(400, "The experiment has no iteration that was started")
    winner = instruction.text_or("winningTreatmentId", "")
    if iteration["status"] == "stopped":
        if winner and winner != iteration["winner"]:
            raise RefusedError(400, "The iteration is stopped already, without this winner")
        return
    if winner and winner not in {treatment["id"] for treatment in iteration["treatments"]}:
        raise RefusedError(
            400, f"{instruction.name('winningTreatmentId')} is not a treatment of the iteration: {winner}"
        )
    reason = instruction.text_or("winningReason", "")
    iteration |= {"status": "stopped", "ended": now(), "winner": winner or None, "reason": reason or None}


def _archive(world: World, experiment: Document, instruction: Fields) -> None:
    if experiment["archived"] is None:
        experiment["archived"] = now()


def _restore(world: World, experiment: Document, instruction: Fields) -> None:
    experiment["archived"] = None


def _update_fields(world: World, experiment: Document, instruction: Fields) -> None:
    current = store.current(experiment)
    status = current["status"] if current else "not_started"
    draft = store.draft(experiment)
    for name, change in instruction.mapping("value").items():
        operations = MUTABLE[status].get(name) or (MUTABLE["not_started"].get(name) if draft else None)
        _check_possible(name, change, operations, status)
        _change_field(world, experiment, draft, name, change)


def _check_possible(name: str, change: Fields, operations: list[str] | None, status: str) -> None:
    operation = change.text("operation")
    if name not in MUTABLE["not_started"]:
        raise RefusedError(422, f"{change.name('operation')}: there is no field {name}")
    if operations is None:
        raise RefusedError(400, f"{name} cannot be changed while the iteration is {status}: start a new one")
    if operation not in operations:
        raise RefusedError(422, f"{change.name('operation')} must be one of {', '.join(operations)}, not {operation}")


def _change_field(world: World, experiment: Document, draft: Document | None, name: str, change: Fields) -> None:
    project = experiment["project"]
    if name in ("name", "description"):
        experiment[name] = change.text_or("value", "") if name == "description" else change.text("value")
    elif name == "maintainerId":
        experiment["maintainer"] = change.text("value")
    elif name == "tags":
        given, tags = change.texts_or("value", []), list(experiment.get("tags") or ())
        kept = {"add": [*tags, *given], "update": given, "remove": [tag for tag in tags if tag not in given]}
        experiment["tags"] = list(dict.fromkeys(kept[change.text("operation")]))
    elif draft is None:
        raise RefusedError(400, f"{name} belongs to an iteration that is not started, and there is none")
    else:
        _change_draft(world, project, draft, name, change)


def _change_draft(world: World, project: str, draft: Document, name: str, change: Fields) -> None:
    values = Fields({name: change.value("value")})
    if name == "hypothesis":
        draft["hypothesis"] = values.text(name)
    elif name == "randomizationUnit":
        draft["unit"] = values.text(name)
    elif name == "canReshuffleTraffic":
        draft["reshuffle"] = values.boolean(name)
    elif name == "flags":
        draft["flags"] = read_flags(world, project, values)
    elif name == "metrics":
        draft["metrics"] = read_metrics(world, project, values)
    else:
        draft["treatments"] = read_treatments(world, project, values, set(draft["flags"]))


def _save_and_start(world: World, experiment: Document, instruction: Fields) -> None:
    """A new iteration like the current one, with changes, in its place."""
    before = store.current(experiment)
    if before is None:
        raise RefusedError(400, "The experiment has no iteration that was started")
    draft = {
        **deepcopy(before),
        "id": store.object_id(world),
        "status": "not_started",
        "created": now(),
        "started": None,
        "ended": None,
        "winner": None,
        "reason": None,
        "units": 0,
    }
    experiment["iterations"] = [*store.started(experiment), draft]
    if instruction.value("value") is not None:
        for name, change in instruction.mapping("value").items():
            _check_possible(name, change, MUTABLE["not_started"].get(name), "not_started")
            _change_field(world, experiment, draft, name, change)
    why = {"changeJustification": instruction.text_or("changeJustification", "") or "a new iteration"}
    _start_iteration(world, experiment, Fields(why))


_TODAY = frozenset({"updateExperimentFields", "saveAndStartNewIteration"})
_KINDS: Mapping[str, Callable[[World, Document, Fields], None]] = {
    "updateName": _update_name,
    "updateDescription": _update_description,
    "startIteration": _start_iteration,
    "stopIteration": _stop_iteration,
    "archiveExperiment": _archive,
    "restoreExperiment": _restore,
    "updateExperimentFields": _update_fields,
    "saveAndStartNewIteration": _save_and_start,
}

KINDS = frozenset(_KINDS)
"""Every kind of instruction that the vendor documents for experiments."""
