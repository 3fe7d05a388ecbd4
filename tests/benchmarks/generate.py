"""A curriculum of any size for measuring: a number of modules and a script come in, a folder with ``curriculum/`` goes out.

Each module has 6 sessions of about 700 words with 12 slides and 8 questions each, one scenario and one SOP. Two courses,
one of core and one of extended depth, take as many of the sessions as fit into the 30 days that a course may have.
The same arguments give the same bytes, and ``curriculum check`` finds nothing in them.

    python tests/benchmarks/generate.py --modules 10 DIR
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml
from vocabulary import SCRIPTS, Vocabulary

SESSIONS = 6
QUESTIONS = 8
_LONGEST_COURSE = 30  # days: the limit of schemas/course.schema.json
_SEGMENTS = ("first", "second", "third", "fourth")
_LANGUAGE = {"latin": "en", "devanagari": "hi"}
_TEA, _LUNCH, _SHORT = {"break": "tea", "minutes": 15}, {"break": "lunch", "minutes": 60}, {"break": "short", "minutes": 15}


def generate(root: Path, *, modules: int, script: str = "latin") -> None:
    """Write ``root/curriculum``. Raises FileExistsError where there is one."""
    top = root / "curriculum"
    top.mkdir(parents=True)
    words = Vocabulary(script, "programme")
    programme = {
        "title": words.words(3),
        "issuer": words.words(2),
        "languages": [_LANGUAGE[script]],
        "licence": "MIT",
        "day-rules": {"longest-stretch": 150},
    }
    _write(top / "curriculum.yaml", programme)
    for number in range(1, modules + 1):
        _module(top / "modules" / module_id(number), number, script)
    sessions = [f"{module_id(number)}.session-{session}" for number in range(1, modules + 1) for session in range(1, SESSIONS + 1)]
    for depth in ("core", "extended"):
        _write(top / "courses" / f"{depth}-course.yaml", _course(depth, sessions, Vocabulary(script, depth)))


def module_id(number: int) -> str:
    return f"module-{number:03d}"


def _module(folder: Path, number: int, script: str) -> None:
    words, id = Vocabulary(script, f"module {number}"), module_id(number)
    numbers = range(1, SESSIONS + 1)
    module = {
        "title": words.words(3),
        "summary": words.prose(25),
        "version": "1.0.0",
        "status": "draft",
        "audience": words.words(3),
        "objectives": [{"id": f"{id}.objective-{session}", "text": words.prose(8)} for session in numbers],
        "sessions": [f"session-{session}" for session in numbers],
        "assessment": {"items": 10},
    }
    _write(folder / "module.yaml", module)
    for session in numbers:
        (folder / f"session-{session}.md").write_text(_session(id, session, words), encoding="utf-8", newline="\n")
    questions = [_question(id, session, item, words) for session in numbers for item in range(1, QUESTIONS + 1)]
    _write(folder / "questions.yaml", {"questions": questions})
    _write(folder / "scenarios" / "encounter.yaml", _scenario(id, words))
    _write(folder / "sops" / "procedure.yaml", _sop(words))


def _session(module: str, number: int, words: Vocabulary) -> str:
    """Three segments of 20 minutes for every course and one of 15 for the extended one: 60 or 75 minutes."""
    front = {
        "title": words.words(4),
        "summary": words.prose(12),
        "objectives": [f"{module}.objective-{number}"],
        "materials": [words.words(3)],
        "prepare": [words.prose(8)],
    }
    body = [_segment(module, number, place, words) for place in range(len(_SEGMENTS))]
    return f"---\n{_yaml(front)}---\n\n" + "\n\n".join(body) + "\n"


def _segment(module: str, number: int, place: int, words: Vocabulary) -> str:
    minutes, depth = (20, "core") if place < 3 else (15, "extended")
    parts = [f"## {words.words(4)} {{#{_SEGMENTS[place]} minutes={minutes} depth={depth}}}", words.prose(60)]
    parts += [_slide(words) for _ in range(3)]
    parts.append(f"::: facilitator\n{words.prose(14)}\n:::")
    if place == 0:
        parts.append(_activity(words))
    if place < 2:
        parts.append(f":: question {module}.q-{number}-{place + 1}")
    if place == 2 and number in (1, 2):
        parts.append(f":: {'scenario' if number == 1 else 'sop'} {module}.{'encounter' if number == 1 else 'procedure'}")
    if place == 3:
        parts.append(f"::: keypoints\n- {words.words(6)}\n- {words.words(6)}\n:::")
    return "\n\n".join(parts)


def _slide(words: Vocabulary) -> str:
    bullets = "\n".join(f"- {words.words(4)}" for _ in range(3))
    return f"::: slide\n### {words.words(3)}\n{bullets}\n\n::: notes\n{words.prose(10)}\n:::\n:::"


def _activity(words: Vocabulary) -> str:
    steps = "\n".join(f"{step}. {words.prose(8)}" for step in range(1, 4))
    head = f'::: activity {{#practice title="{words.words(3)}" method=pairs group=pairs minutes=10}}'
    return f"{head}\n{steps}\n\n::: debrief\n{words.prose(10)}\n:::\n\n::: online\n{words.prose(15)}\n:::\n:::"


def _question(module: str, session: int, item: int, words: Vocabulary) -> dict[str, Any]:
    """Half of them ask for one choice, the others are one each of multiple, true-false, match and order."""
    kind = ("choice", "choice", "choice", "choice", "multiple", "true-false", "match", "order")[item - 1]
    question: dict[str, Any] = {
        "id": f"{module}.q-{session}-{item}",
        "kind": kind,
        "objective": f"{module}.objective-{session}",
        "level": "apply",
        "use": ["check", "pre-test", "post-test", "final"],
        "stem": words.prose(14),
    }
    if kind in ("choice", "multiple"):
        right = {1} if kind == "choice" else {0, 2}
        question["choices"] = [
            {"text": words.words(7), "correct": place in right, "feedback": words.prose(9)} for place in range(4)
        ]
        return question
    feedback = ("if-true", "if-false") if kind == "true-false" else ("correct", "incorrect")
    if kind == "true-false":
        question["answer"] = item % 2 == 0
    elif kind == "match":
        question["pairs"] = [{"id": f"pair-{n}", "left": words.words(2), "right": words.words(3)} for n in range(1, 5)]
    else:
        question["items"] = [{"id": f"item-{n}", "text": words.words(4)} for n in range(1, 5)]
    return question | {"feedback": {key: words.prose(9) for key in feedback}}


def _scenario(module: str, words: Vocabulary) -> dict[str, Any]:
    """Three moments with three choices each, and three endings."""

    def choice(number: int, points: int, following: str) -> dict[str, Any]:
        made = {"id": f"choice-{number}", "text": words.words(8), "consequence": words.prose(10), "feedback": words.prose(10)}
        return made | {"score": {f"{module}.objective-1": points}, "next": following}

    def node(id: str, *following: str) -> dict[str, Any]:
        choices = [choice(number, 3 - number, next) for number, next in enumerate(following, start=1)]
        return {"id": id, "scene": words.prose(20), "speaker": words.words(1), "says": words.prose(10), "choices": choices}

    return {
        "title": words.words(4),
        "summary": words.prose(12),
        "role": words.prose(10),
        "minutes": 15,
        "objectives": [f"{module}.objective-1"],
        "mastery": 60,
        "roles": [{"id": f"role-{n}", "title": words.words(2), "card": words.prose(20)} for n in (1, 2)],
        "start": "one",
        "nodes": [node("one", "two", "two", "three"), node("two", "good", "fair", "three"), node("three", "fair", "poor", "poor")],
        "endings": [
            {"id": grade, "grade": grade, "title": words.words(3), "text": words.prose(20)} for grade in ("good", "fair", "poor")
        ],
        "debrief": [words.prose(8), words.prose(8)],
    }


def _sop(words: Vocabulary) -> dict[str, Any]:
    """Eight steps, the fourth of them a decision."""
    steps: list[dict[str, Any]] = [
        {
            "id": f"step-{number}",
            "title": words.words(3),
            "actor": words.words(2),
            "action": words.prose(15),
            "within": f"{5 * number} min",
            "record": "register",
        }
        for number in range(1, 9)
    ]
    steps[3]["decision"] = {"question": words.prose(7), "yes": "step-5", "no": "step-7"}
    return {
        "title": words.words(3),
        "version": "1.0.0",
        "status": "draft",
        "jurisdiction": words.words(3),
        "purpose": words.prose(12),
        "scope": words.prose(12),
        "who": [words.words(2), words.words(2)],
        "clock": {"starts": words.words(5), "limit": "60 min"},
        "legal-basis": words.prose(10),
        "records": [{"id": "register", "name": words.words(2)}],
        "steps": steps,
        "recall": {"never": [words.words(6), words.words(6)]},
    }


def _course(depth: str, sessions: list[str], words: Vocabulary) -> dict[str, Any]:
    """Days of 480 minutes: six sessions of 60 minutes at core depth, five of 75 at extended depth. Days are full."""
    a_day = 6 if depth == "core" else 5
    count = min(len(sessions) // a_day, _LONGEST_COURSE)
    days = [
        {
            "title": words.words(4),
            "start": "09:30",
            "end": "17:30",
            "slots": _slots([{"session": id} for id in sessions[day * a_day : (day + 1) * a_day]]),
        }
        for day in range(count)
    ]
    modules = sorted({id.partition(".")[0] for id in sessions[: count * a_day]})
    # A list of its own for each test: YAML would write one list twice as an alias, which the reader refuses.
    tests = {"pre-test": {"items": 15, "from": modules}, "post-test": {"items": 15, "from": list(modules), "mastery": 70}}
    return {"title": words.words(4), "audience": words.words(3), "depth": depth, "days": days, "assessment": tests}


def _slots(sessions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """120 minutes of breaks among six sessions, 105 among five."""
    breaks = [_TEA, _LUNCH, _TEA, _SHORT] + ([_SHORT] if len(sessions) == 6 else [])
    slots = [sessions[0]]
    for pause, session in zip(breaks, sessions[1:], strict=True):
        slots += [dict(pause), session]
    return slots


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(data), encoding="utf-8", newline="\n")


def _yaml(data: dict[str, Any]) -> str:
    found: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, help="a folder that has no curriculum/ yet")
    parser.add_argument("--modules", type=int, default=10)
    parser.add_argument("--script", choices=SCRIPTS, default="latin")
    arguments = parser.parse_args()
    generate(arguments.root, modules=arguments.modules, script=arguments.script)


if __name__ == "__main__":
    main()
