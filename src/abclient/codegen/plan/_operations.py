"""The modules that a spec's operations become, ready for endpoint_module.py.jinja to print."""

from __future__ import annotations

from attrs import evolve, frozen
from openapi_python_client import strings

from ..spec._document import SpecError
from ..spec._model import Operation, Parameter, RequestBody, Schema, Spec, Success
from ._docs import hints, prose, section, sentence
from ._types import FORM, URL_FORM, VALUE, WIRE_CODECS, PyType, Types, class_name, is_json, python_name

# What a generated operation's own code is called; a parameter called so gets an underscore.
_OPERATION_NAMES = {
    *(
        "body",
        "body_type",
        "day",
        "dumps",
        "epoch",
        "flag",
        "form",
        "header_lines",
        "joined",
        "moment",
        "number",
        "octets",
        "parse",
        "plain",
        "query_string",
        "real",
    ),
    *("request", "segment", "several", "text", "url_form", "whole"),
    *(f"to_{codec}" for _, codec in WIRE_CODECS.values()),
}

_JSON = "application/json"


@frozen(kw_only=True)
class Argument:
    """A parameter of an operation.

    Attributes:
        reader: what makes its value text, and refuses what is of another type.
    """

    name: str
    key: str
    location: str
    annotation: str
    required: bool
    integer: bool
    reader: str
    description: str

    @property
    def declaration(self) -> str:
        """How it stands in a signature."""
        return f"{self.name}: {self.annotation}" + ("" if self.required else " = None")


@frozen(kw_only=True)
class Answer:
    """What one success status, or several, answer with."""

    annotation: str
    expression: str
    models: frozenset[str] = frozenset()
    statuses: tuple[int, ...] = ()
    unchecked: bool = False

    @property
    def statement(self) -> str:
        """What gives it back: checkers of types see no value in a call that only looks at an answer without one."""
        if self.unchecked:  # a single value, which is taken as it is, or objects of several kinds
            return f"value: {self.annotation} = {self.expression}\nreturn value"
        return f"{self.expression}\nreturn None" if self.annotation == "None" else f"return {self.expression}"


@frozen(kw_only=True)
class BodyPlan:
    """What an operation sends.

    Attributes:
        annotation: its type, None included where it may be null or left out.
        optional: whether it may be left out.
        statement: what comes before the request is made; mostly nothing.
        content_type: code of the header's value.
        content: code of the bytes.
        checked: the models that the code names.
        named: the models that only annotations name.
    """

    annotation: str
    optional: bool
    statement: str
    content_type: str
    content: str
    checked: frozenset[str]
    named: frozenset[str]

    @property
    def declaration(self) -> str:
        """How it stands in a signature."""
        return f"body: {self.annotation}" + (" = None" if self.optional else "")

    @property
    def header(self) -> str:
        """Code of the header that says what it is."""
        line = f'("content-type", {self.content_type})'
        return f"*(() if body is None else ({line},))" if self.optional else line

    @property
    def sent(self) -> str:
        """Code of what is sent, if anything."""
        return f"None if body is None else {self.content}" if self.optional else self.content


@frozen(kw_only=True)
class OperationPlan:
    """A module for an operation."""

    operation: str
    method: str
    path: str
    path_expression: str
    docstring: str
    arguments: list[Argument]
    accept: str
    constants: list[tuple[str, str]]
    reads: bool
    body: BodyPlan | None
    answers: list[Answer]
    resource: str
    items: str | None
    models: list[str]
    typing_models: list[str]

    @property
    def positional(self) -> list[Argument]:
        """The path's parameters, in its order."""
        return [argument for argument in self.arguments if argument.location == "path"]

    @property
    def keywords(self) -> list[str]:
        """Declarations of what is keyword-only, required ones first."""
        others = [argument for argument in self.arguments if argument.location != "path"]
        given = [argument.declaration for argument in sorted(others, key=lambda one: not one.required)]
        return [self.body.declaration, *given] if self.body else given

    @property
    def rare_readers(self) -> list[str]:
        """Readers of parameters that few operations need, imported for those only, since long imports stay long."""
        return [name for name in ("epoch", "joined") if any(f"{name}(" in one.reader for one in self.arguments)]

    @property
    def binary(self) -> bool:
        """Whether it answers with a file; what reads one is imported for that only, since long imports stay long."""
        return any(answer.annotation == "bytes" for answer in self.answers)

    @property
    def kind_readers(self) -> list[str]:
        """What reads its answers of objects of several kinds, imported for the same reason as ``rare_readers``."""
        return [one for one in ("read_kind", "read_kinds") if any(f"{one}(" in a.expression for a in self.answers)]

    @property
    def answer_type(self) -> str:
        """What it answers."""
        return " | ".join(dict.fromkeys(answer.annotation for answer in self.answers))


def plan_operations(spec: Spec) -> dict[str, OperationPlan]:
    """A plan for each operation, by the name of its module."""
    return {str(strings.PythonIdentifier(one.name, "")): _operation(spec, one) for one in spec.operations}


def _operation(spec: Spec, operation: Operation) -> OperationPlan:
    constants = [(one.name.lower(), one.constant) for one in operation.parameters if one.constant is not None]
    arguments = [_argument(spec, one) for one in operation.parameters if one.constant is None]
    order = [part.split("}")[0] for part in operation.path.split("{")[1:]]
    arguments.sort(key=lambda one: order.index(one.key) if one.location == "path" else len(order))
    body = _body(spec, operation.body) if operation.body else None
    answers = _answers(spec, operation)
    resource, items = _resource(spec, operation)
    accept = next((one.content_type for one in operation.successes if one.content_type), _JSON)
    named = frozenset[str]().union(*(answer.models for answer in answers), body.checked if body else ())
    only_typed = ((body.named if body else frozenset[str]()) | ({resource} - {"Never"})) - named
    return OperationPlan(
        operation=operation.name,
        method=operation.method,
        path=operation.path,
        path_expression=_path_expression(operation.path, arguments),
        docstring=_operation_docstring(operation, arguments),
        arguments=arguments,
        accept=accept,
        constants=constants,
        reads=operation.reads,
        body=body,
        answers=answers,
        resource=resource,
        items=items,
        models=sorted(named),
        typing_models=sorted(only_typed),
    )


def _argument(spec: Spec, parameter: Parameter) -> Argument:
    annotation = Types(spec, sending=True).of(parameter.schema).annotation
    if parameter.schema.type == "array":
        annotation = "Sequence" + annotation.removeprefix("list")
    name = python_name(parameter.name, parameter.python_name)
    return Argument(
        name=f"{name}_" if name in _OPERATION_NAMES else name,
        key=parameter.name,
        location=parameter.location,
        annotation=annotation if parameter.required else f"{annotation} | None",
        required=parameter.required,
        integer=parameter.schema.type == "integer",
        reader=_argument_reader(spec, parameter.schema, explode=parameter.exploded, default=parameter.default),
        description=sentence(parameter.description) + hints(parameter, parameter.required),
    )


def _argument_reader(spec: Spec, schema: Schema, *, explode: bool = True, default: str = "") -> str:
    """The function of ``_arguments.py`` that reads a parameter of this type.

    A list of values that the spec has does not bind: vendors add values, and then this client need not know them.
    """
    kind = schema.type
    if schema.items is not None:
        return f"{'several' if explode else 'joined'}({_argument_reader(spec, spec.target(schema.items))})"
    if schema.wire:
        return f"epoch(to_{WIRE_CODECS[schema.wire][1]})"
    if kind in ("integer", "number"):
        # What these vendors take as whole numbers are ids, sizes, places and times since 1970, unless others are named.
        named = [int(one) for one in (*schema.enum, default) if str(one).removeprefix("-").isdecimal()]
        least = min([0, *named]) if kind == "integer" and schema.minimum is None else schema.minimum
        given = (least,) if schema.maximum is None else (least, schema.maximum)
        return f"{'whole' if kind == 'integer' else 'real'}({', '.join(map(str, given))})"
    formats = {"date-time": "moment", "date": "day"}
    return "flag" if kind == "boolean" else formats.get(schema.format, "text")


def _path_expression(path: str, arguments: list[Argument]) -> str:
    by_key = {one.key: one for one in arguments if one.location == "path"}
    pieces: list[str] = []
    for index, part in enumerate(path.replace("}", "{").split("{")):
        if index % 2:
            argument = by_key[part]
            guard = "number" if argument.integer else "segment"
            pieces.append(f"{{{guard}('{argument.name}', {argument.name})}}")
        else:
            pieces.append(strings.in_f_string_literal(part))
    text = "".join(pieces)
    return f'f"{text}"' if by_key else f'"{text}"'


def _operation_docstring(operation: Operation, arguments: list[Argument]) -> str:
    described = [(one.name, one.description) for one in arguments]
    keywords = [("body", "what to send.")] if operation.body else []
    positional = sum(1 for one in arguments if one.location == "path")
    deprecated = "The vendor has deprecated it." if operation.deprecated else ""
    blocks = [
        prose(sentence(operation.summary)),
        f"``{operation.method} {strings.safe_for_docstring(operation.path)}``",
        prose(operation.description, deprecated),
        section("Args", described[:positional] + keywords + described[positional:]),
    ]
    return "\n\n".join(filter(None, blocks))


def _body(spec: Spec, body: RequestBody) -> BodyPlan:
    """All content types of a body are JSON, told apart by the type of what is given, or there is one only."""
    kinds = {content_type: _body_type(spec, content_type, schema) for content_type, schema in body.schemas.items()}
    content_type, made = next(iter(kinds.items()))
    statement, type_code, content = "", f'"{strings.in_double_quote_literal(content_type)}"', "dumps(body)"
    checked = frozenset[str]()
    if len(kinds) > 1:
        given = ", ".join(f"({_kind(one)}, {name!r})" for name, one in kinds.items())
        type_code = f"body_type(body, {given})"
        checked = frozenset(_kind(one) for one in kinds.values()) - {"list", "dict"}
    elif content_type == FORM:
        statement, type_code, content = "_content_type, _content = form(body)", "_content_type", "_content"
    elif content_type == URL_FORM:
        content = "url_form(body, indexed=True)" if body.indexed else "url_form(body)"
    elif not is_json(content_type):
        content = "plain(body)" if content_type.startswith("text/") else "octets(body)"
    annotations = dict.fromkeys(one.annotation for one in kinds.values())
    if made.nullable or not body.required:
        annotations["None"] = None
    return BodyPlan(
        annotation=" | ".join(annotations),
        optional=not body.required,
        statement=statement,
        content_type=type_code,
        content=content,
        checked=checked,
        named=frozenset[str]().union(*(one.models | one.lazy for one in kinds.values())),
    )


def _body_type(spec: Spec, content_type: str, schema: Schema) -> PyType:
    if is_json(content_type) or content_type in (FORM, URL_FORM):
        return Types(spec, sending=True).of(schema)
    return PyType(annotation="str" if content_type.startswith("text/") else "bytes")


def _kind(made: PyType) -> str:
    """The class of a body's values."""
    return made.annotation.partition("[")[0]


def _answers(spec: Spec, operation: Operation) -> list[Answer]:
    """One answer for all statuses that answer alike; the first one also takes what no status names."""
    statuses: dict[Answer, list[int]] = {}
    for success in operation.successes:
        statuses.setdefault(_answer(spec, success), []).append(success.status)
    answers = [evolve(answer, statuses=tuple(known)) for answer, known in statuses.items()]
    return sorted(answers, key=lambda one: one.annotation == "None")


def _answer(spec: Spec, success: Success) -> Answer:
    if success.schema is None:
        return Answer(annotation="None", expression="read_empty(response)")
    if success.content_type == "text/csv":
        return Answer(annotation="str", expression="read_table(response)")
    if success.content_type.startswith("text/"):
        return Answer(annotation="str", expression="response.text")
    if not is_json(success.content_type):
        return Answer(annotation="bytes", expression="read_binary(response)")
    made = Types(spec, sending=False).of(success.schema)
    if (tagged := _tagged(spec, success.schema, made)) is not None:
        return tagged
    if made.lazy:
        raise SpecError(f"an answer is one of {', '.join(sorted(made.lazy))}; merge them into one schema")
    unchecked = made.decode == VALUE and not made.free
    return Answer(annotation=made.annotation, expression=_reading(made), models=made.models, unchecked=unchecked)


def _tagged(spec: Spec, schema: Schema, made: PyType) -> Answer | None:
    """An answer that is an object of several kinds, or a list of these; None for any other."""
    items = spec.target(schema).items
    union = schema if items is None else items
    tag = spec.target(union).tag
    if not tag:
        return None
    kinds = spec.classes_of(spec.target(union))
    models = ", ".join(f"{value!r}: {class_name(name)}" for value, name in kinds.items())
    function = "read_kind" if items is None else "read_kinds"
    expression = f"{function}(response, {class_name(union.reference or '')!r}, {tag!r}, {{{models}}})"
    return Answer(annotation=made.annotation, expression=expression, models=made.lazy, unchecked=True)


def _reading(made: PyType) -> str:
    """What reads the JSON of an answer of this type: a model, a list of models, any object, or something else."""
    for model in made.models:
        if made.annotation == model:
            return f"read_one(response, {model})"
        if made.annotation == f"list[{model}]":
            return f"read_list(response, {model})"
    if made.annotation == "dict[str, Any]":
        return "read_object(response)"
    return f"read(response, {made.annotation!r}, lambda data: {made.decoding('data')})"


def _resource(spec: Spec, operation: Operation) -> tuple[str, str | None]:
    """The model of the operation's resources, and where its answer keeps a list of them."""
    types = Types(spec, sending=False)
    for success in operation.successes:
        if success.schema is None or not is_json(success.content_type):
            continue
        target = spec.target(success.schema)
        listed = target.properties[target.items_key].items if target.items_key else target.items
        if listed is not None:
            return _model_or_never(types.of(listed)), target.items_key or ""
        return _model_or_never(types.of(success.schema)), None
    return "Never", None


def _model_or_never(made: PyType) -> str:
    return made.annotation if {made.annotation} == set(made.models) else "Never"
