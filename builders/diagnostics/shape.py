"""Codes for the shape of one file: files (F), schema (S), Markdown (M)."""

from __future__ import annotations

from builders.diagnostics.code import Code, Severity

_E, _W = Severity.ERROR, Severity.WARNING

SHAPE_CODES: tuple[Code, ...] = (
    Code("F001", _E, "file is not UTF-8", "other encodings turn Devanagari and dashes into rubbish",
         "save the file as UTF-8 in your editor"),
    Code("F002", _E, "tab in the indentation", "YAML allows no tabs there, and editors show them in different widths",
         "replace the tab with spaces"),
    Code("F003", _E, "YAML cannot be read", "nothing after this place is understood",
         "look at the line and the one above it: indentation, a missing colon, an unclosed quote"),
    Code("F004", _E, "key given twice", "only one of the two values would count, and nobody could say which",
         "remove or rename one of them"),
    Code("F005", _E, "file is too large or too deep", "such a file can exhaust the machine that reads it",
         "split it into smaller files, or nest it less deeply"),
    Code("F006", _E, "YAML anchors, aliases and tags are not used here",
         "a few lines of them can grow into gigabytes, and they hide what a value is", "write the value out"),
    Code("F007", _E, "file is missing", "something refers to it, and nothing can be built from it",
         "create the file, or remove what refers to it"),
    Code("F008", _W, "file belongs to nothing", "it is never read, so what it says reaches nobody",
         "refer to it, rename it or remove it"),
    Code("F009", _E, "path leads out of the curriculum", "a build reads files of the curriculum alone",
         "copy the file into the curriculum and remove the link or the `..`"),
    Code("F010", _E, "no curriculum here", "there is nothing to build", "run the command in the folder that holds curriculum/, or name it with --root"),
    Code("S001", _E, "unknown key", "it would be ignored in silence", "correct its spelling or remove it"),
    Code("S002", _E, "key is missing", "what it says is needed", "add the key"),
    Code("S003", _E, "value is of the wrong type", "a list, a text and a number are used in different ways",
         "write a value of the type that is named"),
    Code("S004", _E, "value is not one of those allowed", "only these have a meaning", "take one of the values that are listed"),
    Code("S005", _E, "value has the wrong form", "ids, clock times and durations have a form of their own",
         "write it in the form that is described"),
    Code("S006", _E, "too few, too many, too small or too large", "it could not be shown or used as intended",
         "stay within the limits that are named"),
    Code("S007", _E, "key does not belong to this kind", "it has no meaning here", "remove the key, or change the kind"),
    Code("M001", _E, "front matter is missing or not closed", "title and objectives of the session stand there",
         "begin the file with a line `---`, the keys, and another line `---`"),
    Code("M002", _E, "container is not closed", "everything after it would become part of it", "close it with a line `:::`"),
    Code("M003", _E, "closing ::: without a container", "a container was closed twice or never opened",
         "remove the line, or open the container"),
    Code("M004", _E, "unknown container or leaf", "nobody would see what it holds", "correct its name"),
    Code("M005", _E, "attribute is unknown or wrong", "it would be ignored in silence", "correct or remove it"),
    Code("M006", _E, "text before the first segment", "it has no time and no place in the session",
         "put it under a `##` heading"),
    Code("M007", _E, "segment heading is incomplete", "without id, minutes and depth it cannot be put on the clock",
         "write `## Title {#id minutes=15 depth=core}`"),
    Code("M008", _E, "block stands in the wrong place", "here nobody would see it as intended", "move it to where it belongs"),
    Code("M009", _E, "leaf says nothing", "it does not say what to show", "write the id behind its name"),
    Code("M010", _E, "slide has no title", "a slide without a title cannot be found, and a screen reader has no name for it",
         "begin the slide with a line `### Title`"),
    Code("M011", _W, "heading of the wrong level", "segments are `##`; what stands inside starts at `###`", "use `###` or `####`"),
    Code("M012", _W, "HTML that will not be shown", "scripts, frames, forms and event handlers are removed from every output",
         "write Markdown, or remove it"),
)  # fmt: skip
"""What can be wrong with a file by itself."""
