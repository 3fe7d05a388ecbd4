"""The page of a module: a module comes in, Markdown goes out."""

from __future__ import annotations

from builders.model import places
from builders.model.artefacts import Artefact
from builders.model.modules import Module, Session
from builders.rendering.packages import package_name
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.lengths import length
from builders.targets.handbook.pages.writer import Writer


def module_page(edition: Edition, module: Module) -> Writer:
    write = Writer(edition, places.module(module.id), module=module.id)
    write.add(
        write.title(module.title),
        write.mark(module.title, module.summary, module.audience, module.objectives),
        write.prose(module.summary),
        _facts(write, module),
        write.section("objectives", write.word("objectives-lead"), write.listed(objective.text for objective in module.objectives)),
        write.section("sessions", _sessions(write, module)),
        write.section("sops", markup.listed(write.link(write.inline(sop.title), places.sop(sop.id)) for sop in module.sops)),
        write.section("scenarios", _scenarios(write, module)),
        write.for_trainer(write.section("questions", _questions(write, module))),
        source_list(write),
    )
    return write


def _facts(write: Writer, module: Module) -> str:
    known = {competency.id: competency.title for competency in write.edition.curriculum.competencies}
    competencies = ", ".join(write.inline(known[id]) for id in module.competencies if id in known)
    drawn = module.assessment_items or sum("final" in question.use for question in module.questions)
    final = f"{write.edition.count('questions', drawn)}, {write.word('test-mastery', n=module.mastery)}"
    return markup.facts(
        [
            (write.word("audience"), write.inline(module.audience)),
            (write.word("version"), markup.plain(module.version)),
            (write.word("status"), write.word(f"status-{module.status}")),
            (write.word("competencies"), competencies),
            (write.word("final-assessment"), final if drawn else ""),
            (write.word("packages"), "<br>".join(package(write, found) for found in write.edition.packages(module=module.id))),
        ]
    )


def package(write: Writer, artefact: Artefact) -> str:
    """A link to a package."""
    return write.download(package_name(artefact, write.edition.language), artefact.path)


def _sessions(write: Writer, module: Module) -> str:
    return markup.listed((_session(write, session) for session in module.sessions), numbered=True)


def _session(write: Writer, session: Session) -> str:
    title = write.link(write.inline(session.title), places.session(session.id))
    named = f"**{title}** {markup.span('chip', length(write, session))}"
    return "<br>".join(part for part in (named, write.inline(session.summary)) if part)


def _scenarios(write: Writer, module: Module) -> str:
    return markup.listed(
        f"{write.link(write.inline(scenario.title), places.scenario(scenario.id))} "
        f"{markup.span('chip', write.word('minutes', n=scenario.minutes))}"
        for scenario in module.scenarios
    )


def _questions(write: Writer, module: Module) -> str:
    if not module.questions:
        return ""
    return write.link(write.edition.count("questions", len(module.questions)), places.questions(module.id))
