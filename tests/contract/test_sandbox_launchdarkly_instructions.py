"""What each kind of instruction does to flags and segments in the sandbox, and what is refused, as the vendor says."""

from __future__ import annotations

import json
import uuid
from typing import Any

import httpx
import pytest

from abclient.sandbox.launchdarkly import flag_patching, flag_targeting, segments
from support.cases import a_third_every_run
from support.sandbox import SEMANTIC_PATCH, connected, refusal, running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)

OTHER = "example-flag-for-experiment"
CANADA: Any = {
    "attribute": "country",
    "op": "in",
    "values": ["Canada"],
    "contextKind": "user",
    "negate": False,
}
IPHONE: Any = {
    "attribute": "model",
    "op": "startsWith",
    "values": ["iPhone", "iPad"],
    "contextKind": "device",
}


def semantic(http: httpx.Client, path: str, *instructions: Any, **body: Any) -> httpx.Response:
    return http.patch(path, json={"instructions": list(instructions), **body}, headers={"Content-Type": SEMANTIC_PATCH})


def filled(value: Any, names: dict[str, str]) -> Any:
    """A value in which names in angle brackets are the ids that the sandbox has given."""
    text = json.dumps(value)
    for name, known in names.items():
        text = text.replace(f"<{name}>", known)
    return json.loads(text)


class Made:
    """A flag of three variations, with rules, targets and a prerequisite in the environment ``test``; or a segment."""

    def __init__(self, http: httpx.Client, path: str) -> None:
        self.path = path
        self.names: dict[str, str] = {}
        self._http = http

    def patch(self, *instructions: Any, **body: Any) -> httpx.Response:
        return semantic(self._http, self.path, *filled(instructions, self.names), **body)

    def get(self) -> Any:
        return self._http.get(self.path).json()


@pytest.fixture
def flag(http: httpx.Client) -> Made:
    key = f"flag-{uuid.uuid4().hex}"
    variations = [{"value": "a"}, {"value": "b"}, {"value": "c"}]
    view = http.post(
        "/api/v2/flags/sandbox", json={"key": key, "name": "F", "tags": ["t"], "variations": variations}
    ).json()
    made = Made(http, f"/api/v2/flags/sandbox/{key}")
    made.names = {name: one["_id"] for name, one in zip("abc", view["variations"], strict=True)}
    known = http.get(f"/api/v2/flags/sandbox/{OTHER}").json()["variations"]
    made.names |= {"x": known[0]["_id"], "y": known[1]["_id"]}
    answer = made.patch(
        {"kind": "addRule", "clauses": [CANADA], "variationId": "<a>"},
        {"kind": "addRule", "clauses": [IPHONE], "rolloutWeights": {"<a>": 40_000, "<b>": 60_000}},
        {"kind": "addTargets", "variationId": "<a>", "values": ["u1"]},
        {"kind": "addTargets", "variationId": "<b>", "values": ["u2"]},
        {"kind": "addTargets", "variationId": "<a>", "values": ["d1"], "contextKind": "device"},
        {"kind": "addPrerequisite", "key": OTHER, "variationId": "<x>"},
        {"kind": "addCustomProperties", "key": "jira", "name": "Jira", "values": ["A-1", "A-2"]},
        environmentKey="test",
    )
    first, second = answer.json()["environments"]["test"]["rules"]
    made.names |= {"r1": first["_id"], "r2": second["_id"], "c1": first["clauses"][0]["_id"]}
    return made


def shown(view: Any) -> dict[str, Any]:
    """What instructions change, in short; ids are left out."""
    config = view["environments"]["test"]
    rules = [
        {
            "clauses": [(each["attribute"], each["op"], each["values"]) for each in rule["clauses"]],
            "track": rule["trackEvents"],
            "description": rule.get("description"),
            **served(rule),
        }
        for rule in config["rules"]
    ]
    targets = {
        (one["contextKind"], "abcd"[one["variation"]]): one["values"]
        for one in [*config["targets"], *config["contextTargets"]]
    }
    side = view["clientSideAvailability"]
    return {
        "on": config["on"],
        "off": "abcd"[config["offVariation"]],
        "fallthrough": served(config["fallthrough"]),
        "rules": rules,
        "targets": targets,
        "prerequisites": [(one["key"], one["variation"]) for one in config["prerequisites"]],
        "events": (config["trackEvents"], config["trackEventsFallthrough"]),
        "values": [one["value"] for one in view["variations"]],
        "names": [one.get("name") for one in view["variations"]],
        "defaults": tuple(view["defaults"].values()),
        "tags": view["tags"],
        "temporary": view["temporary"],
        "properties": view["customProperties"],
        "maintainer": (view.get("maintainerId"), view.get("maintainerTeamKey")),
        "client": (side["usingMobileKey"], side["usingEnvironmentId"]),
        "name": (view["name"], view["description"]),
        "archived": (view["archived"], "archivedDate" in view),
        "deprecated": (view["deprecated"], "deprecatedDate" in view),
    }


def served(one: Any) -> dict[str, Any]:
    """A variation or a rollout, by the letters of variations."""
    if "rollout" not in one:
        return {"serves": "abcd"[one["variation"]]}
    rollout = one["rollout"]
    shares = {"abcd"[each["variation"]]: each["weight"] for each in rollout["variations"]}
    return {"serves": shares, "by": (rollout["contextKind"], rollout.get("bucketBy"))}


R1: dict[str, Any] = {"clauses": [("country", "in", ["Canada"])], "track": False, "description": None, "serves": "a"}
R2: dict[str, Any] = {
    "clauses": [("model", "startsWith", ["iPhone", "iPad"])],
    "track": False,
    "description": None,
    "serves": {"a": 40_000, "b": 60_000},
    "by": ("user", None),
}
T = {("user", "a"): ["u1"], ("user", "b"): ["u2"], ("device", "a"): ["d1"]}
JIRA: dict[str, Any] = {"name": "Jira", "value": ["A-1", "A-2"]}
SHARES: Any = {
    "rolloutWeights": {"<b>": 0, "<c>": 100_000},
    "rolloutBucketBy": "plan",
    "rolloutContextKind": "device",
}
SERVED: dict[str, Any] = {"serves": {"b": 0, "c": 100_000}, "by": ("device", "plan")}
RULE: dict[str, Any] = {"clauses": [], "track": False, "description": None, "serves": "c"}

CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"kind": "turnFlagOn"}, {"on": True}),
    ({"kind": "turnFlagOff"}, {}),
    ({"kind": "updateOffVariation", "variationId": "<b>"}, {"off": "b"}),
    ({"kind": "updateFallthroughVariationOrRollout", "variationId": "<c>"}, {"fallthrough": {"serves": "c"}}),
    ({"kind": "updateFallthroughVariationOrRollout", **SHARES}, {"fallthrough": SERVED}),
    ({"kind": "addRule", "clauses": [], "variationId": "<c>"}, {"rules": [R1, R2, RULE]}),
    (
        {"kind": "addRule", "clauses": [], "variationId": "<c>", "beforeRuleId": "<r2>"},
        {"rules": [R1, RULE, R2]},
    ),
    ({"kind": "removeRule", "ruleId": "<r1>"}, {"rules": [R2]}),
    ({"kind": "removeRule", "ruleId": "none"}, {}),
    ({"kind": "reorderRules", "ruleIds": ["<r2>", "<r1>"]}, {"rules": [R2, R1]}),
    ({"kind": "replaceRules", "rules": [{"clauses": [], "variationId": "<c>"}]}, {"rules": [RULE]}),
    (
        {"kind": "updateRuleVariationOrRollout", "ruleId": "<r1>", **SHARES},
        {"rules": [{**R1, **SERVED}, R2]},
    ),
    (
        {"kind": "updateRuleDescription", "ruleId": "<r1>", "description": "What"},
        {"rules": [{**R1, "description": "What"}, R2]},
    ),
    ({"kind": "updateRuleTrackEvents", "ruleId": "<r1>", "trackEvents": True}, {"rules": [{**R1, "track": True}, R2]}),
    (
        {"kind": "addClauses", "ruleId": "<r1>", "clauses": [IPHONE]},
        {"rules": [{**R1, "clauses": [*R1["clauses"], *R2["clauses"]]}, R2]},
    ),
    ({"kind": "removeClauses", "ruleId": "<r1>", "clauseIds": ["<c1>"]}, {"rules": [{**R1, "clauses": []}, R2]}),
    (
        {"kind": "updateClause", "ruleId": "<r1>", "clauseId": "<c1>", "clause": IPHONE},
        {"rules": [{**R1, "clauses": R2["clauses"]}, R2]},
    ),
    (
        {"kind": "addValuesToClause", "ruleId": "<r1>", "clauseId": "<c1>", "values": ["France", "Canada"]},
        {"rules": [{**R1, "clauses": [("country", "in", ["Canada", "France"])]}, R2]},
    ),
    (
        {"kind": "removeValuesFromClause", "ruleId": "<r1>", "clauseId": "<c1>", "values": ["Canada"]},
        {"rules": [{**R1, "clauses": [("country", "in", [])]}, R2]},
    ),
    ({"kind": "addTargets", "variationId": "<a>", "values": ["u3"]}, {"targets": {**T, ("user", "a"): ["u1", "u3"]}}),
    (
        {"kind": "addTargets", "variationId": "<c>", "values": ["u1"], "contextKind": "device"},
        {"targets": {**T, ("device", "c"): ["u1"]}},
    ),
    (
        {"kind": "removeTargets", "variationId": "<a>", "values": ["u1", "u9"]},
        {"targets": {place: keys for place, keys in T.items() if place != ("user", "a")}},
    ),
    (
        {"kind": "replaceTargets", "targets": [{"variationId": "<c>", "values": ["d2"], "contextKind": "device"}]},
        {"targets": {("device", "c"): ["d2"]}},
    ),
    ({"kind": "clearTargets", "variationId": "<a>"}, {"targets": {("user", "b"): ["u2"]}}),
    (
        {"kind": "addUserTargets", "variationId": "<c>", "values": ["u3"]},
        {"targets": {**T, ("user", "c"): ["u3"]}},
    ),
    (
        {"kind": "removeUserTargets", "variationId": "<b>", "values": ["u2"]},
        {"targets": {("user", "a"): ["u1"], ("device", "a"): ["d1"]}},
    ),
    (
        {
            "kind": "replaceUserTargets",
            "targets": [{"variationId": f"<{name}>", "values": [f"u{name}"]} for name in "abc"],
        },
        {"targets": {**{("user", name): [f"u{name}"] for name in "abc"}, ("device", "a"): ["d1"]}},
    ),
    (
        {"kind": "clearUserTargets", "variationId": "<a>"},
        {"targets": {("user", "b"): ["u2"], ("device", "a"): ["d1"]}},
    ),
    ({"kind": "addPrerequisite", "key": OTHER, "variationId": "<y>"}, {"prerequisites": [(OTHER, 1)]}),
    ({"kind": "updatePrerequisite", "key": OTHER, "variationId": "<y>"}, {"prerequisites": [(OTHER, 1)]}),
    ({"kind": "removePrerequisite", "key": OTHER}, {"prerequisites": []}),
    ({"kind": "removePrerequisite", "key": "none"}, {}),
    (
        {"kind": "replacePrerequisites", "prerequisites": [{"key": OTHER, "variationId": "<y>"}]},
        {"prerequisites": [(OTHER, 1)]},
    ),
    ({"kind": "updateTrackEvents", "trackEvents": True}, {"events": (True, False)}),
    ({"kind": "updateTrackEventsFallthrough", "trackEvents": True}, {"events": (False, True)}),
    (
        {"kind": "addVariation", "value": "d", "name": "D"},
        {"values": ["a", "b", "c", "d"], "names": [None, None, None, "D"]},
    ),
    (
        {"kind": "updateVariation", "variationId": "<b>", "value": "z", "name": "B"},
        {"values": ["a", "z", "c"], "names": [None, "B", None]},
    ),
    ({"kind": "updateDefaultVariation", "onVariationValue": "b"}, {"defaults": (1, 2)}),
    ({"kind": "updateDefaultVariation", "offVariationValue": "a"}, {"defaults": (0, 0)}),
    ({"kind": "addTags", "values": ["s", "t"]}, {"tags": ["t", "s"]}),
    ({"kind": "removeTags", "values": ["t", "none"]}, {"tags": []}),
    ({"kind": "makeFlagPermanent"}, {"temporary": False}),
    ({"kind": "makeFlagTemporary"}, {}),
    (
        {"kind": "addCustomProperties", "key": "jira", "name": "Jira", "values": ["A-2", "A-3"]},
        {"properties": {"jira": {"name": "Jira", "value": ["A-1", "A-2", "A-3"]}}},
    ),
    (
        {"kind": "removeCustomProperties", "key": "jira", "values": ["A-2"]},
        {"properties": {"jira": {"name": "Jira", "value": ["A-1"]}}},
    ),
    ({"kind": "removeCustomProperties", "key": "jira", "values": JIRA["value"]}, {"properties": {}}),
    ({"kind": "removeCustomProperties", "key": "none", "values": ["x"]}, {}),
    (
        {"kind": "replaceCustomProperties", "key": "jira", "name": "J", "values": ["A-9"]},
        {"properties": {"jira": {"name": "J", "value": ["A-9"]}}},
    ),
    ({"kind": "updateMaintainerMember", "value": "m"}, {"maintainer": ("m", None)}),
    ({"kind": "updateMaintainerTeam", "value": "team"}, {"maintainer": (None, "team")}),
    ({"kind": "removeMaintainer"}, {"maintainer": (None, None)}),
    ({"kind": "turnOnClientSideAvailability", "value": "usingEnvironmentId"}, {"client": (True, True)}),
    ({"kind": "turnOffClientSideAvailability", "value": "usingMobileKey"}, {"client": (False, False)}),
    ({"kind": "updateName", "value": "New"}, {"name": ("New", "")}),
    ({"kind": "updateDescription", "value": "What"}, {"name": ("F", "What")}),
    ({"kind": "archiveFlag"}, {"archived": (True, True)}),
    ({"kind": "restoreFlag"}, {}),
    ({"kind": "deprecateFlag"}, {"deprecated": (True, True)}),
    ({"kind": "restoreDeprecatedFlag"}, {}),
]


@pytest.mark.parametrize(("instruction", "change"), a_third_every_run(CHANGES), ids=lambda one: one.get("kind", ""))
def test_an_instruction_changes_what_the_vendor_says(
    flag: Made, instruction: dict[str, Any], change: dict[str, Any]
) -> None:
    """That, and nothing else, in the answer and afterwards."""
    before = shown(flag.get())
    answer = flag.patch(instruction, environmentKey="test")
    assert answer.status_code == 200, answer.text
    assert shown(answer.json()) == {**before, **change}
    assert flag.get() == answer.json()


def test_every_kind_is_looked_at() -> None:
    """Of flags and of segments; those that need more than one flag have tests of their own."""
    assert {one["kind"] for one, _ in CHANGES} | {"deleteFlag", "removeVariation"} == flag_patching.KINDS
    assert {one["kind"] for one, _ in SEGMENT_CHANGES} | {one["kind"] for one, _ in BIG_CHANGES} == segments.KINDS


UNKNOWN = "00000000-0000-4000-8000-000000000000"
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"kind": "fly"}, "instructions[0].kind is not a known instruction"),
    ({"kind": "updateOffVariation", "variationId": UNKNOWN}, "variationId is not a variation"),
    ({"kind": "updateFallthroughVariationOrRollout"}, "variationId"),
    (
        {"kind": "updateFallthroughVariationOrRollout", "variationId": "<a>", **SHARES},
        "variationId or rolloutWeights is required, and not both",
    ),
    ({"kind": "updateFallthroughVariationOrRollout", "rolloutWeights": {"<a>": 99_999}}, "add up to 100000"),
    (
        {"kind": "updateFallthroughVariationOrRollout", "rolloutWeights": {"<a>": 100_001, "<b>": -1}},
        "add up to 100000",
    ),
    ({"kind": "updateFallthroughVariationOrRollout", "rolloutWeights": {UNKNOWN: 100_000}}, "not a variation"),
    ({"kind": "addRule", "clauses": [CANADA]}, "variationId"),
    ({"kind": "addRule", "clauses": [{}], "variationId": "<a>"}, "clauses[0].attribute"),
    ({"kind": "addRule", "clauses": [], "variationId": "<a>", "beforeRuleId": "none"}, "beforeRuleId is unknown"),
    ({"kind": "updateRuleVariationOrRollout", "ruleId": "none", "variationId": "<a>"}, "ruleId is unknown"),
    ({"kind": "updateRuleDescription", "ruleId": "none", "description": "d"}, "ruleId is unknown"),
    ({"kind": "updateRuleTrackEvents", "ruleId": "<r1>"}, "trackEvents"),
    ({"kind": "reorderRules", "ruleIds": ["<r1>"]}, "ruleIds must be the ids of all rules"),
    ({"kind": "addClauses", "ruleId": "none", "clauses": []}, "ruleId is unknown"),
    ({"kind": "updateClause", "ruleId": "<r1>", "clauseId": "none", "clause": CANADA}, "clauseId is unknown"),
    ({"kind": "updateClause", "ruleId": "<r1>", "clauseId": "<c1>"}, "clause"),
    ({"kind": "addValuesToClause", "ruleId": "<r1>", "clauseId": "none", "values": []}, "clauseId is unknown"),
    ({"kind": "addTargets", "variationId": "<c>", "values": ["u3", "u1"]}, "targeted by another variation: u1"),
    ({"kind": "addUserTargets", "variationId": "<a>", "values": ["u2"]}, "targeted by another variation: u2"),
    (
        {
            "kind": "replaceTargets",
            "targets": [{"variationId": "<a>", "values": ["u"]}, {"variationId": "<b>", "values": ["u"]}],
        },
        "targeted by another variation: u",
    ),
    (
        {"kind": "replaceUserTargets", "targets": [{"variationId": "<a>", "values": ["u"]}]},
        "targets must have one of each variation",
    ),
    ({"kind": "clearTargets", "variationId": UNKNOWN}, "not a variation"),
    ({"kind": "addPrerequisite", "key": "none", "variationId": "<x>"}, "key is not another flag: none"),
    ({"kind": "addPrerequisite", "key": OTHER, "variationId": "<a>"}, "not a variation of example-flag"),
    ({"kind": "updatePrerequisite", "key": "none", "variationId": "<x>"}, "key is not another flag: none"),
    ({"kind": "replacePrerequisites", "prerequisites": [{"key": OTHER}]}, "prerequisites[0].variationId"),
    ({"kind": "addVariation"}, "value is required"),
    ({"kind": "updateVariation", "variationId": UNKNOWN, "name": "n"}, "not a variation"),
    ({"kind": "removeVariation", "variationId": "<a>"}, "served"),
    ({"kind": "removeVariation", "variationId": UNKNOWN}, "not a variation"),
    ({"kind": "updateDefaultVariation", "onVariationValue": "z"}, "onVariationValue is the value of no variation"),
    ({"kind": "turnOnClientSideAvailability", "value": "web"}, "usingMobileKey, usingEnvironmentId"),
    ({"kind": "addCustomProperties", "key": "k", "values": ["v"]}, "name"),
    ({"kind": "updateName"}, "value"),
    ({"kind": "updateMaintainerTeam"}, "value"),
    ({"kind": "addTags", "values": "t"}, "values"),
]


@pytest.mark.parametrize(
    ("instruction", "error"),
    a_third_every_run(REFUSED),
    ids=lambda one: one.get("kind") if one.__class__ is dict else "",
)
def test_an_impossible_instruction_is_refused(flag: Made, instruction: dict[str, Any], error: str) -> None:
    """The message names it, and the instruction before it is not carried out either."""
    before = flag.get()
    answer = flag.patch({"kind": "turnFlagOn"}, instruction, environmentKey="test")
    assert error.replace("[0].kind", "[1].kind") in refusal(answer, 400, "invalid_request")
    assert flag.get() == before


@pytest.mark.parametrize("kind", sorted(flag_targeting.TARGETING))
def test_targeting_is_of_an_environment(flag: Made, kind: str) -> None:
    """Instructions that change it need to be told which, and it has to exist."""
    assert f"environmentKey is required for {kind}" in refusal(flag.patch({"kind": kind}), 400, "invalid_request")
    assert flag.patch({"kind": kind}, environmentKey="none").status_code == 404


def test_a_variation_that_nothing_serves_can_go(flag: Made) -> None:
    """What serves others goes on serving them, and a flag keeps two."""
    flag.patch({"kind": "updateOffVariation", "variationId": "<a>"}, environmentKey="test")
    flag.patch({"kind": "updateFallthroughVariationOrRollout", "variationId": "<c>"}, environmentKey="test")
    flag.patch(
        {"kind": "updateRuleVariationOrRollout", "ruleId": "<r2>", "variationId": "<c>"},
        {"kind": "clearTargets", "variationId": "<b>"},
        {"kind": "removeVariation", "variationId": "<b>"},
        environmentKey="test",
    )
    now = shown(flag.get())
    assert (now["values"], now["off"], now["fallthrough"], now["defaults"]) == (
        ["a", "c"],
        "a",
        {"serves": "b"},
        (0, 1),
    )
    assert [one["serves"] for one in now["rules"]] == ["a", "b"]  # the second of two now
    answer = flag.patch({"kind": "removeVariation", "variationId": "<c>"})
    assert "needs two variations" in refusal(answer, 400, "invalid_request")


def test_a_flag_that_others_need_stays(flag: Made, http: httpx.Client) -> None:
    """Neither archived nor deleted while it is a prerequisite, nor deleted while a running experiment uses it."""
    other = Made(http, f"/api/v2/flags/sandbox/{OTHER}")
    for kind in ("archiveFlag", "deleteFlag"):
        message = refusal(other.patch({"kind": kind}), 409, "conflict")
        assert message.startswith(f"The flag {OTHER} is a prerequisite of ")
    assert http.delete(other.path).status_code == 409
    flag.patch({"kind": "removePrerequisite", "key": OTHER}, environmentKey="test")
    used = http.get("/api/v2/flags/sandbox?filter=hasExperiment:true&limit=100").json()["items"]
    answers = [semantic(http, f"/api/v2/flags/sandbox/{one['key']}", {"kind": "deleteFlag"}) for one in used[:20]]
    assert "running experiment" in {refusal(one, 409, "conflict")[-18:] for one in answers if one.status_code == 409}


def test_a_deleted_flag_is_gone(flag: Made) -> None:
    """The answer shows it once more; of a dry run nothing stays."""
    before = flag.get()
    path, flag.path = flag.path, f"{flag.path}?dryRun=true"
    assert flag.patch({"kind": "deleteFlag"}).status_code == 200
    flag.path = path
    assert flag.get() == before
    assert flag.patch({"kind": "deleteFlag"}).json()["key"] == before["key"]
    assert flag.get()["code"] == "not_found"


def test_archived_and_deprecated_flags_are_found_by_their_state(flag: Made, http: httpx.Client) -> None:
    """The vendor hides deprecated flags from those that are live, and archived ones from all."""
    key = flag.path.rpartition("/")[2]

    def listed(query: str) -> bool:
        items = http.get(f"/api/v2/flags/sandbox?limit=1000{query}").json()["items"]
        return key in [one["key"] for one in items]

    places = ("", "&filter=state:live", "&filter=state:deprecated", "&filter=state:archived")
    assert [listed(one) for one in places] == [True, True, False, False]
    flag.patch({"kind": "deprecateFlag"})
    assert [listed(one) for one in places] == [True, False, True, False]
    flag.patch({"kind": "restoreDeprecatedFlag"}, {"kind": "archiveFlag"})
    assert [listed(one) for one in places] == [False, False, False, True]
    flag.patch({"kind": "restoreFlag"})
    assert [listed(one) for one in places] == [True, True, False, False]


def new_segment(http: httpx.Client, **fields: Any) -> Made:
    key = f"segment-{uuid.uuid4().hex}"
    path = "/api/v2/segments/sandbox/test"
    http.post(path, json={"key": key, "name": "S", "tags": ["t"], **fields})
    made = Made(http, f"{path}/{key}")
    answer = made.patch(
        {"kind": "addIncludedTargets", "contextKind": "device", "values": ["d1"]},
        {"kind": "addIncludedUsers", "values": ["u1"]},
        {"kind": "addExcludedTargets", "contextKind": "device", "values": ["d2"]},
        {"kind": "addExcludedTargets", "contextKind": "user", "values": ["u2"]},
        {"kind": "addRule", "clauses": [CANADA], "description": "First"},
        {"kind": "addRule", "clauses": [IPHONE], "description": "Second"},
    )
    first, second = answer.json()["rules"]
    made.names = {"r1": first["_id"], "r2": second["_id"], "c1": first["clauses"][0]["_id"]}
    return made


def segment_shown(view: Any) -> dict[str, Any]:
    """What instructions change, in short; ids are left out."""
    contexts = [
        {one["contextKind"]: one["values"] for one in view[f"{side}Contexts"]} for side in ("included", "excluded")
    ]
    rules = [
        (
            rule["description"],
            [(each["op"], each["values"]) for each in rule["clauses"]],
            rule.get("weight"),
            rule.get("rolloutContextKind"),
        )
        for rule in view["rules"]
    ]
    big = view.get("_unboundedMetadata", {})
    return {
        "name": view["name"],
        "tags": view["tags"],
        "users": (view["included"], view["excluded"]),
        "contexts": tuple(contexts),
        "rules": rules,
        "big": (big.get("includedCount"), big.get("excludedCount")),
        "importing": view.get("_importInProgress", False),
    }


FIRST: tuple[Any, ...] = ("First", [("in", ["Canada"])], None, None)
SECOND: tuple[Any, ...] = ("Second", [("startsWith", ["iPhone", "iPad"])], None, None)
KINDS_OF_CONTEXTS = ({"device": ["d1"]}, {"device": ["d2"]})
SEGMENT_CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"kind": "updateName", "value": "New"}, {"name": "New"}),
    ({"kind": "addTags", "values": ["t", "s"]}, {"tags": ["t", "s"]}),
    ({"kind": "removeTags", "values": ["t"]}, {"tags": []}),
    ({"kind": "addIncludedUsers", "values": ["u3", "u1"]}, {"users": (["u1", "u3"], ["u2"])}),
    ({"kind": "removeIncludedUsers", "values": ["u1", "u9"]}, {"users": ([], ["u2"])}),
    ({"kind": "addExcludedUsers", "values": ["u3"]}, {"users": (["u1"], ["u2", "u3"])}),
    ({"kind": "removeExcludedUsers", "values": ["u2"]}, {"users": (["u1"], [])}),
    (
        {"kind": "addIncludedTargets", "contextKind": "device", "values": ["d3"]},
        {"contexts": ({"device": ["d1", "d3"]}, {"device": ["d2"]})},
    ),
    (
        {"kind": "removeIncludedTargets", "contextKind": "device", "values": ["d1"]},
        {"contexts": ({}, {"device": ["d2"]})},
    ),
    (
        {"kind": "addExcludedTargets", "contextKind": "plan", "values": ["d1"]},
        {"contexts": ({"device": ["d1"]}, {"device": ["d2"], "plan": ["d1"]})},
    ),
    (
        {"kind": "removeExcludedTargets", "contextKind": "user", "values": ["u2"]},
        {"users": (["u1"], [])},
    ),
    ({"kind": "addRule", "clauses": [], "description": "Third"}, {"rules": [FIRST, SECOND, ("Third", [], None, None)]}),
    ({"kind": "removeRule", "ruleId": "<r1>"}, {"rules": [SECOND]}),
    ({"kind": "removeRule", "ruleId": "none"}, {}),
    ({"kind": "reorderRules", "ruleIds": ["<r2>", "<r1>"]}, {"rules": [SECOND, FIRST]}),
    (
        {"kind": "updateRuleDescription", "ruleId": "<r1>", "description": "New"},
        {"rules": [("New", *FIRST[1:]), SECOND]},
    ),
    (
        {"kind": "updateRuleRolloutAndContextKind", "ruleId": "<r1>", "weight": "30000", "contextKind": "device"},
        {"rules": [(*FIRST[:2], 30_000, "device"), SECOND]},
    ),
    (
        {"kind": "addClauses", "ruleId": "<r1>", "clauses": [IPHONE]},
        {"rules": [("First", [*FIRST[1], *SECOND[1]], None, None), SECOND]},
    ),
    (
        {"kind": "removeClauses", "ruleId": "<r1>", "clauseIds": ["<c1>"]},
        {"rules": [("First", [], None, None), SECOND]},
    ),
    (
        {"kind": "updateClause", "ruleId": "<r1>", "clauseId": "<c1>", "clause": IPHONE},
        {"rules": [("First", SECOND[1], None, None), SECOND]},
    ),
    (
        {"kind": "addValuesToClause", "ruleId": "<r1>", "clauseId": "<c1>", "values": ["France"]},
        {"rules": [("First", [("in", ["Canada", "France"])], None, None), SECOND]},
    ),
    (
        {"kind": "removeValuesFromClause", "ruleId": "<r1>", "clauseId": "<c1>", "values": ["Canada"]},
        {"rules": [("First", [("in", [])], None, None), SECOND]},
    ),
]
BIG_CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"kind": "addBigSegmentIncludedTargets", "values": ["b3", "b1"]}, {"big": (2, 1)}),
    ({"kind": "removeBigSegmentIncludedTargets", "values": ["b1"]}, {"big": (0, 1)}),
    ({"kind": "addBigSegmentExcludedTargets", "values": ["b3"]}, {"big": (1, 2)}),
    ({"kind": "removeBigSegmentExcludedTargets", "values": ["b2", "b9"]}, {"big": (1, 0)}),
    ({"kind": "processBigSegmentImport", "importId": "i"}, {"importing": True}),
]


@pytest.mark.parametrize(("instruction", "change"), SEGMENT_CHANGES, ids=lambda one: one.get("kind", ""))
def test_an_instruction_changes_a_segment(
    http: httpx.Client, instruction: dict[str, Any], change: dict[str, Any]
) -> None:
    """What the vendor says, and nothing else, in the answer and afterwards."""
    segment = new_segment(http)
    before = segment_shown(segment.get())
    answer = segment.patch(instruction)
    assert answer.status_code == 200, answer.text
    assert segment_shown(answer.json()) == {**before, **change}
    assert segment.get() == answer.json()


@pytest.mark.parametrize(("instruction", "change"), BIG_CHANGES, ids=lambda one: one.get("kind", ""))
def test_an_instruction_changes_a_big_segment(
    http: httpx.Client, instruction: dict[str, Any], change: dict[str, Any]
) -> None:
    """How many are in it is shown; a segment that is not big takes none of these."""
    big = new_segment(http, unbounded=True)
    big.patch(
        {"kind": "addBigSegmentIncludedTargets", "values": ["b1"]},
        {"kind": "addBigSegmentExcludedTargets", "values": ["b2"]},
    )
    before = segment_shown(big.get())
    assert segment_shown(big.patch(instruction).json()) == {**before, **change}
    assert segment_shown(big.get()) == {**before, **change}
    assert "big segments only" in refusal(new_segment(http).patch(instruction), 400, "invalid_request")


@pytest.mark.parametrize(
    ("instruction", "error"),
    [
        ({"kind": "fly"}, "kind is not a known instruction: fly"),
        ({"kind": "addIncludedUsers", "values": ["u2"]}, "both included and excluded: u2"),
        ({"kind": "addExcludedTargets", "contextKind": "device", "values": ["d1"]}, "both included and excluded: d1"),
        ({"kind": "addIncludedUsers", "values": [f"u{n}" for n in range(1_501)]}, "1500 targets, not 1501"),
        ({"kind": "addIncludedTargets", "values": ["d"]}, "contextKind"),
        ({"kind": "reorderRules", "ruleIds": []}, "must be the ids of all rules"),
        ({"kind": "updateRuleDescription", "ruleId": "none"}, "ruleId is unknown"),
        (
            {"kind": "updateRuleRolloutAndContextKind", "ruleId": "<r1>", "weight": "100001", "contextKind": "user"},
            "weight must be an integer from 0 to 100000",
        ),
        ({"kind": "updateClause", "ruleId": "<r1>", "clauseId": "none", "clause": CANADA}, "clauseId is unknown"),
        ({"kind": "addRule", "clauses": [{"attribute": "a"}]}, "clauses[0].op"),
    ],
    ids=lambda one: one.get("kind") if one.__class__ is dict else "",
)
def test_an_impossible_instruction_leaves_a_segment(
    http: httpx.Client, instruction: dict[str, Any], error: str
) -> None:
    """The message says why, and nothing of the patch is carried out."""
    segment = new_segment(http)
    before = segment.get()
    answer = segment.patch({"kind": "updateName", "value": "Never"}, instruction)
    assert error in refusal(answer, 400, "invalid_request")
    assert segment.get() == before
