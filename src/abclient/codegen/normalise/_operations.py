"""Published operations in the dialect: one tag, one kind of body, one kind of answer for each success."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

from attrs import frozen

from ..plan._types import FORM as MULTIPART
from ..plan._types import URL_FORM, is_json
from ..spec._document import METHODS, Json, is_list, is_map
from ._names import operation_id, pascal, tag_name
from ._parameters import Parameters
from ._refs import Node, References
from ._report import CHANGED, DECIDE, GUESSED, LEFT_OUT, Report
from ._schemas import ANSWER, BINARY, DEEPER, FORM, READ, SENT, Schemas, without

_FORMS = (MULTIPART, URL_FORM)
_LISTS = ("items", "data", "results", "values", "records", "entries")
"""What the list of a page is usually called, unless it is called as the path ends."""
_IDS = ("id", "_id", "uuid", "key")
"""What identifies an object, if it has a property of that name."""

_LOOKS = ("search", "query", "lookup", "preview", "validate")
"""Words in the names of operations that may only read, although their method is POST."""


@frozen
class Selection:
    """Which operations are wanted; empty for all. Operations are patterns such as ``list*``."""

    tags: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()

    def has(self, name: str, tags: list[str]) -> bool:
        """Whether an operation is wanted."""
        tagged = not self.tags or any(tag.lower() == one.lower() for tag in tags for one in self.tags)
        return tagged and (not self.operations or any(fnmatchcase(name, one) for one in self.operations))


class Operations:
    """Converts operations, and notes which schemas are all of a body or an answer."""

    def __init__(self, references: References, schemas: Schemas, report: Report) -> None:
        self._references = references
        self._schemas = schemas
        self._report = report
        self._parameters = Parameters(references, schemas, report)
        self._ids: set[str] = set()
        self.bodies: set[str] = set()

    def convert(self, root: Node, selection: Selection, base: str) -> dict[str, Json]:
        """All selected operations, by path and method; ``base`` is the address that all of them have."""
        paths: dict[str, Json] = {}
        for path, given in _items(root.value, "paths"):
            item = self._references.resolved(root.inside(given))
            self._note_unknown(item, str(path))
            for method in METHODS:
                if is_map(item.value) and is_map(item.value.get(method)):
                    operation = self._references.resolved(item.inside(item.value[method]))
                    made = self._operation(item, operation, str(path), method, selection, base)
                    if made is not None:
                        paths.setdefault(str(path), {})[method] = made
        return paths

    def _note_unknown(self, item: Node, path: str) -> None:
        """Note operations of methods that only OpenAPI 3.2 has."""
        others = item.value.get("additionalOperations") if is_map(item.value) else None
        for method in [*(others if is_map(others) else ()), *(["query"] if "query" in (item.value or ()) else ())]:
            self._report.note(LEFT_OUT, "operations: another method than those of OpenAPI 3.0", f"{method} {path}")

    def _operation(
        self, item: Node, operation: Node, path: str, method: str, selection: Selection, base: str
    ) -> dict[str, Json] | None:
        node = operation.value
        given = node.get("tags")
        tags = [str(tag) for tag in given] if given and is_list(given) else [_first_word(path)]
        wish = str(node.get("operationId") or f"{method} {path}")
        where = f"{method.upper()} {path}"
        if not selection.has(wish, tags):
            return None
        if why := self._obstacle(item, node, operation, base):
            self._report.note(LEFT_OUT, f"operations: {why}", where)
            return None
        name = operation_id(wish, self._ids)
        if name != node.get("operationId"):
            self._report.note(CHANGED, "operation without an id that Python takes: named", f"{where}: {name}")
        if len(tags) > 1:
            self._report.note(CHANGED, "operation of several tags: the first one", f"{where}: {tags[0]}")
        made: dict[str, Json] = {"operationId": name, "tags": [tag_name(tags[0])]}
        made |= {
            key: " ".join(str(node[key]).split())
            for key in ("summary",)
            if key in node and self._schemas.described("x")
        }
        made |= self._schemas.described(str(node.get("description") or ""))
        made |= {"deprecated": True} if node.get("deprecated") is True else {}
        made |= {"security": node["security"]} if is_list(node.get("security")) else {}
        if is_map(node.get("callbacks")) and node["callbacks"]:
            self._report.note(LEFT_OUT, "callbacks", where)
        if parameters := self._parameters.convert(item, operation, path, where):
            made["parameters"] = parameters
        if body := self._body(operation, name, where):
            made["requestBody"] = body
        made |= self._responses(operation, name, where)
        if method == "post" and any(word in name.lower() for word in _LOOKS):
            self._report.note(DECIDE, "may only read: x-reads: true lets it be sent again", where)
        return made

    def _obstacle(self, item: Node, node: dict[str, Json], operation: Node, base: str) -> str:
        """Why an operation cannot be had, if it cannot."""
        for holder in (node, item.value):
            servers = holder.get("servers")
            if is_list(servers) and servers and address(servers) != base:
                return "another address, which needs a spec of its own"
        body, content = self._kinds(operation)
        if content and not self._sendable(body, content):
            return f"a body of {' or '.join(content)} cannot be described"
        statuses = {str(status) for status, _ in _items(node, "responses")}
        if not any(status.startswith("2") or status == "default" for status in statuses):
            return "no success is documented"
        return ""

    def _kinds(self, operation: Node) -> tuple[Node, dict[str, Json]]:
        body = self._references.resolved(operation.inside(operation.value.get("requestBody")))
        content = body.value.get("content") if is_map(body.value) else None
        return body, content if is_map(content) else {}

    def _sendable(self, body: Node, content: dict[str, Json]) -> list[str]:
        """The content types that can be sent: a form has files or fields with names."""
        return [kind for kind in content if kind.partition(";")[0] not in _FORMS or self._is_form(body, kind, content)]

    def _is_form(self, body: Node, kind: str, content: dict[str, Json]) -> bool:
        media = content[kind]
        if kind not in _FORMS or not is_map(media):
            return False
        return self._schemas.flat(body.inside(media.get("schema", {}))).is_object

    def _body(self, operation: Node, name: str, where: str) -> dict[str, Json] | None:
        node, content = self._kinds(operation)
        kinds = self._sendable(node, content)
        if not kinds:
            return None
        kind = min(kinds, key=lambda one: (_rank(one, MULTIPART), kinds.index(one)))
        if len(kinds) > 1:
            self._report.note(CHANGED, "body of several content types: one", f"{where}: {kind}")
        media = node.value["content"][kind]
        given = node.inside(media.get("schema", {}) if is_map(media) else {})
        schema, sent = self._sent(kind, given, f"{pascal(name)}Request")
        required = node.value.get("required") is True or not is_json(sent)
        if not required:
            schema = without(schema, "nullable")
        if "$ref" in schema:
            self.bodies.add(schema["$ref"])
        told = self._schemas.described(str(node.value.get("description") or ""))
        encoding = _indexed(media) if sent == URL_FORM else {}
        return {**told, "required": required, "content": {sent: {"schema": schema, **encoding}}}

    def _sent(self, kind: str, given: Node, wish: str) -> tuple[dict[str, Json], str]:
        """The schema of a body, and the content type that it is sent with."""
        part = self._schemas.flat(given)
        if kind == MULTIPART:
            return self._schemas.convert(given, wish, FORM), kind
        if kind == URL_FORM:
            return self._schemas.convert(given, wish, SENT, whole=DEEPER), kind  # of one kind, as its fields have names
        if is_json(kind) or (kind == "*/*" and part.type not in {"string", ""}):
            return without(self._schemas.convert(given, wish, SENT), "x-wire"), kind if is_json(
                kind
            ) else "application/json"
        return ({"type": "string"} if kind.startswith("text/") else dict(BINARY)), kind

    def _responses(self, operation: Node, name: str, where: str) -> dict[str, Json]:
        made: dict[str, Json] = {}
        told: dict[str, Json] = {}
        given = {str(status).upper(): one for status, one in _items(operation.value, "responses")}
        if not any(status.startswith("2") for status in given):
            self._report.note(DECIDE, "only a default response is documented: taken for a success", where)
            given = {"200": given["DEFAULT"], **{status: one for status, one in given.items() if status != "DEFAULT"}}
        exactly = any(status.startswith("2") and status.isdigit() for status in given)
        for status, one in sorted(given.items()):
            response = self._references.resolved(operation.inside(one))
            value: dict[str, Json] = response.value if is_map(response.value) else {}
            text = {"description": self._schemas.described(str(value.get("description") or "")).get("description", "")}
            if status == "DEFAULT":
                told["x-default-error"] = True
            elif status.startswith("2") and (status.isdigit() or not exactly):
                number = status if status.isdigit() else "200"
                made[number] = {**text, **self._content(response, value, number, name, where)}
            elif status.isdigit() and int(status) >= 400:
                made[status] = text  # the client reads errors itself
            else:
                self._report.note(LEFT_OUT, f"responses with {status}", where)
        return {"responses": made, **told}

    def _content(self, response: Node, value: dict[str, Json], status: str, name: str, where: str) -> dict[str, Json]:
        content = value.get("content")
        if not is_map(content) or not content or status in {"204", "205"}:
            return {}
        kinds = list(content)
        kind = min(kinds, key=lambda one: (_rank(one, "text/csv"), kinds.index(one)))
        if len(kinds) > 1:
            self._report.note(CHANGED, "answer of several content types: one", f"{where}: {kind}")
        media = content[kind]
        schema: Json = media.get("schema", {}) if is_map(media) else {}
        if kind == "*/*":
            kind = "application/json"
        if not is_json(kind):
            return {"content": {kind: {"schema": {"type": "string"} if kind.startswith("text/") else dict(BINARY)}}}
        wish = f"{pascal(name)}Response" if status == "200" else f"{pascal(name)}Response{status}"
        made = without(self._schemas.convert(response.inside(schema), wish, READ, whole=ANSWER), "nullable", "x-wire")
        return {"content": {kind: {"schema": made}}}


def address(servers: Any) -> str:
    """The first address of a list of servers, its variables filled in, without a slash at the end."""
    first = servers[0] if is_list(servers) and servers and is_map(servers[0]) else {}
    url = str(first.get("url", ""))
    for name, one in _items(first, "variables"):
        url = url.replace(f"{{{name}}}", str(one.get("default", name)) if is_map(one) else name)
    return url.rstrip("/")


def guess_pages(paths: dict[str, Json], schemas: dict[str, dict[str, Json]], report: Report) -> None:
    """Guess which answers are pages: objects of which one property alone is a list of objects."""
    for path, item in paths.items():
        for method, operation in item.items():
            answer: Json = next(one for status, one in operation["responses"].items() if status.startswith("2"))
            for media in answer.get("content", {}).values() if method == "get" else ():
                _guess_page(media["schema"], schemas, path, report)


def _guess_page(schema: dict[str, Json], schemas: dict[str, dict[str, Json]], path: str, report: Report) -> None:
    page, where = schemas.get(schema.get("$ref", ""), {}), f"GET {path}"
    lists = [name for name, one in page.get("properties", {}).items() if _is_list_of_objects(one, schemas)]
    if path.endswith("}"):  # mostly one thing, whose lists are its parts
        lists = [name for name in lists if name in _LISTS and not page["properties"].keys() & {*_IDS}]
    usual = [name for name in lists if name in {*_LISTS, path.rpartition("/")[2]}]
    if "x-items" in page:
        return
    if len(lists) == 1 or len(usual) == 1:
        name = (usual or lists)[0]
        note = f"The {'only' if len(lists) == 1 else 'usual'} list of objects in the answer of {where}."
        page.update({"x-items": name, "x-source": "inferred", "x-source-note": note})
        report.note(GUESSED, "the list of a page, x-items", f"{where}: {name}")
    elif lists:
        report.note(DECIDE, "which list of the answer is the page's, x-items", f"{where}: {', '.join(lists)}")


def _is_list_of_objects(schema: Json, schemas: dict[str, dict[str, Json]]) -> bool:
    items: Json = schema.get("items", {}) if schema.get("type") == "array" else {}
    return bool(schemas.get(items.get("$ref", ""), {}).get("properties"))


def guess_ids(schemas: dict[str, dict[str, Json]], wishes: dict[str, str], report: Report) -> None:
    """Guess what identifies an object that is read and requires nothing: its id, if it has one."""
    for key, schema in schemas.items():
        names = [name for name in _IDS if name in schema.get("properties", {})]
        if key.startswith("read:") and names and not schema.get("required"):
            one = schema["properties"][names[0]]
            if one.get("type") in {"string", "integer"} and not one.get("nullable"):
                schema["properties"][names[0]] = {
                    **one,
                    "x-source": "inferred",
                    "x-source-note": "By its name, it identifies the object.",
                }
                report.note(GUESSED, "what identifies an object; it is not required", f"{wishes[key]}.{names[0]}")


def _indexed(media: dict[str, Json]) -> dict[str, Json]:
    """The encoding of a form's fields, as far as it says how lists are sent."""
    given = media.get("encoding")
    known = given if is_map(given) else {}
    deep = {
        key: {"style": "deepObject"} for key, one in known.items() if is_map(one) and one.get("style") == "deepObject"
    }
    return {"encoding": deep} if deep else {}


def _rank(kind: str, second: str) -> int:
    media_type = kind.partition(";")[0].strip().lower()
    return 0 if media_type == "application/json" else 1 if is_json(kind) else 2 if media_type == second else 3


def _first_word(path: str) -> str:
    return next((word for word in path.split("/") if word and not word.startswith("{")), "default")


def _items(node: dict[str, Json], key: str) -> list[tuple[str, Json]]:
    found: Any = node.get(key)
    return list(found.items()) if is_map(found) else []
