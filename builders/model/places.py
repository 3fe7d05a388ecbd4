"""Where everything lies inside the handbook: ids come in, paths go out. The same in every language, all ASCII."""

from __future__ import annotations

import posixpath

HOME = "index.md"
GUIDE = "using.md"
GLOSSARY = "glossary.md"
SOURCES = "sources.md"
DOWNLOADS = "downloads.md"
OBJECTIVES = "coverage/objectives.md"
COMPETENCIES = "coverage/competencies.md"
COURSES = "coverage/courses.md"


def course(id: str) -> str:
    return f"courses/{id}.md"


def paper(course: str, use: str) -> str:
    """A test to print: ``use`` is pre-test or post-test."""
    return f"tests/{course}/{use}.md"


def paper_key(course: str, use: str) -> str:
    return f"tests/{course}/{use}-key.md"


def run(course: str) -> str:
    """What happens on each day of a course, minute by minute, a sheet for every day."""
    return f"run/{course}.md"


def questions(module: str) -> str:
    return f"questions/{module}.md"


def module(id: str) -> str:
    return f"modules/{id}/index.md"


def session(id: str) -> str:
    """Not below ``modules/``: a session may be called ``index``."""
    return f"sessions/{_folder_and_slug(id)}.md"


def sop(id: str) -> str:
    return f"sops/{_folder_and_slug(id)}.md"


def scenario(id: str) -> str:
    return f"scenarios/{_folder_and_slug(id)}.md"


def media(module: str, path: str) -> str:
    """``path`` as sessions write it (``media/name.png``)."""
    return f"media/{module}/{path.removeprefix('media/')}"


def slide(name: str) -> str:
    """The picture of a slide; ``name`` is that of its file."""
    return f"slides/{name}"


def html(path: str) -> str:
    """The place of a page in the finished site."""
    return path.removesuffix(".md") + ".html"


def relative(origin: str, target: str, anchor: str = "") -> str:
    """The address of one place as seen from the page at ``origin``."""
    folder, parts = origin.split("/")[:-1], target.split("/")
    shared = len(posixpath.commonprefix([folder, parts[:-1]]))
    address = "/".join([*[".."] * (len(folder) - shared), *parts[shared:]])
    return f"{address}#{anchor}" if anchor else address


def outside(origin: str, path: str) -> str:
    """The address of something beside the handbooks (``decks/…``), as seen from a page of a language's handbook.

    Two folders up from the handbook's root: ``handbook/<language>/``.
    """
    return "../" * (origin.count("/") + 2) + path


def _folder_and_slug(id: str) -> str:
    module, _, slug = id.partition(".")
    return f"{module}/{slug}"
