"""The shape of one file: a document and the name of its schema come in, findings go out."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.reading.document import Document, Path
from builders.storage.resources import resource

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "object": "keys with values",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "null": "nothing",
}


@cache
def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file."""
    loaded: dict[str, Any] = json.loads((resource("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _validator(kind: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - a fifth of a second, not needed for files read before

    return Draft202012Validator(schema(kind))


def validate(document: Document, kind: str) -> tuple[Finding, ...]:
    """All that the schema has to say, in the order of the file."""
    found = {finding for error in _validator(kind).iter_errors(document.data) for finding in _findings(error, document)}
    return tuple(sorted(found))


def _findings(error: ValidationError, document: Document) -> list[Finding]:
    path: Path = tuple(error.absolute_path)
    at = document.at(path)
    value: Any = error.validator_value
    rule: Any = error.schema
    if rule is False:  # the schema `false`: the key has no place in this kind
        path = (*path, _refused_key(error, document, path))
        return [Finding(document.key_at(path), "S007", f"`{path[-1]}` does not belong {_inside(document, path[:-1])}")]
    if error.validator == "additionalProperties":
        known = tuple(rule.get("properties", {}))
        extra = [key for key in _mapping(error.instance) if key not in known]
        return [
            Finding(document.key_at((*path, key)), "S001", f"`{key}` is not a key {_inside(document, path)}", nearest(key, known))
            for key in extra
        ]
    if error.validator == "required":
        missing = [key for key in value if key not in _mapping(error.instance)]
        return [Finding(_line_of(document, path), "S002", f"`{key}` is missing {_inside(document, path)}") for key in missing]
    return [Finding(at, *_about_value(error, document, path))]


def _about_value(error: ValidationError, document: Document, path: Path) -> tuple[str, str, str]:
    """Code, message and fix for a value that does not fit."""
    name, shown = _name(path), _short(error.instance)
    value: Any = error.validator_value
    described = str(error.schema.get("description", "")) if isinstance(error.schema, dict) else ""
    match error.validator:
        case "type" | "anyOf":
            wanted = value if error.validator == "type" else ["string", "array", "object"]
            names = " or ".join(_TYPES[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))
            quote = "put it in quotes" if "string" in wanted and isinstance(error.instance, int | float) else f"write {names}"
            return "S003", f"{name} is {_kind_of(error.instance)}, not {names}: {shown}", quote
        case "enum" | "const":
            allowed = value if error.validator == "enum" else [value]
            return "S004", f"{name} cannot be {shown}", nearest(str(error.instance), tuple(map(str, allowed)))
        case "pattern":
            return "S005", f"{name} has the wrong form: {shown}", described
        case "not":
            return "S007", f"`omit` and `only` exclude each other {_inside(document, path)}", "keep one of the two"
        case _:
            return "S006", f"{name}: {_limit(error)}", described


def _refused_key(error: ValidationError, document: Document, path: Path) -> str:
    """The key whose schema is `false`: jsonschema gives its value and leaves it out of both of the error's paths."""
    holder: Any = document.data
    for step in path:
        holder = holder[step]
    return str(next(key for key, value in holder.items() if value is error.instance))


def _mapping(instance: object) -> dict[str, object]:
    return instance if isinstance(instance, dict) else {}


def _limit(error: ValidationError) -> str:
    value = error.validator_value
    size = len(error.instance) if isinstance(error.instance, str | list) else error.instance
    return {
        "minItems": f"{size} given, at least {value} needed",
        "maxItems": f"{size} given, at most {value} allowed",
        "minLength": "the text is empty",
        "maxLength": f"{size} characters, at most {value} allowed",
        "minimum": f"{size} is less than {value}",
        "maximum": f"{size} is more than {value}",
        "uniqueItems": "something stands in the list twice",
    }.get(str(error.validator), f"{_short(error.instance)} is not allowed here")


def _line_of(document: Document, path: Path) -> Location:
    """Where somebody would add a missing key: at the key that holds the mapping, or at the item."""
    return document.key_at(path) if path and isinstance(path[-1], str) else document.at(path)


def _name(path: Path) -> str:
    if not path:
        return "the file"
    return (
        f"`{path[-1]}`"
        if isinstance(path[-1], str)
        else f"item {path[-1] + 1} of `{next((p for p in reversed(path) if isinstance(p, str)), '')}`"
    )


def _inside(document: Document, path: Path) -> str:
    """Names the item around a place by its id: ``in question empathy.q-barriers``."""
    value: Any = document.data
    label = "of this file"
    for index, step in enumerate(path):
        value = value[step]
        if isinstance(value, dict) and isinstance(step, int):
            holder = str(path[index - 1]).removesuffix("s")
            label = f"in {holder} `{value['id']}`" if isinstance(value.get("id"), str) else f"in {holder} {step + 1}"
        elif isinstance(step, str):
            label = f"in `{step}`"
    return label


def _kind_of(value: object) -> str:
    kinds = {
        bool: "`true` or `false`",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "keys with values",
    }
    return kinds.get(type(value), "empty")


def _short(value: object) -> str:
    text = "nothing" if value is None else f"`{value}`" if not isinstance(value, dict | list) else _kind_of(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…`"


_SHOWN = 60
