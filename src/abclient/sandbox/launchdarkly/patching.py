"""The instructions of a semantic patch. One that changes nothing is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .bodies import now


def apply(world: World, experiment: Document, instruction: Fields) -> None:
    """Carry out one instruction on an experiment, or refuse it."""
    kind = instruction.text("kind")
    carry_out = _KINDS.get(kind)
    if carry_out is None:
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
    _check_can_start(world, experiment["project"], draft)
    draft |= {"status": "running", "started": now()}


def _check_can_start(world: World, project: str, draft: Document) -> None:
    for key in draft["flags"]:
        flag = store.flags(world).get(f"{project}/{key}")
        if flag is None or flag["archived"]:
            raise RefusedError(400, f"The flag {key} is archived")
        if not flag["on"]:
            raise RefusedError(400, f"The flag {key} is toggled off")
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


_KINDS: Mapping[str, Callable[[World, Document, Fields], None]] = {
    "updateName": _update_name,
    "updateDescription": _update_description,
    "startIteration": _start_iteration,
    "stopIteration": _stop_iteration,
    "archiveExperiment": _archive,
    "restoreExperiment": _restore,
}
