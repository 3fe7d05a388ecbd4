"""The packages, by module, language and standard: the stock comes in, a section of the page goes out."""

from __future__ import annotations

from builders.model.artefacts import ALL_LANGUAGES, PACKAGES
from builders.model.modules import Module
from builders.model.text import Text
from builders.targets.catalogue.items import package
from builders.targets.catalogue.markup import counted, facts, listed, named, plain, tag, titled
from builders.targets.catalogue.stock import Place, Places, Stock
from builders.targets.catalogue.translations import also, module_mark


def modules(stock: Stock) -> str:
    """Every module that has a package. Nothing where none has."""
    places = stock.places(*PACKAGES)
    held = {module for _, _, _, module in places}
    sections = [_module(module, stock, places) for module in stock.source.modules if module.id in held]
    heading = tag("h2", plain(stock.words["modules"]))
    lead = tag("p", plain(stock.words["modules-lead"]))
    return tag("section", heading, lead, *sections, id="modules") if sections else ""


def _module(module: Module, stock: Stock, places: Places) -> str:
    version = plain(stock.words["version-number"].format(version=module.version))
    status = plain(stock.words[f"status-{module.status}"])
    sessions = counted("sessions", len(module.sessions), stock.words)
    questions = counted("questions", len(module.questions), stock.words)
    return tag(
        "section",
        tag("h3", titled(module.title, stock.page)),
        also(stock, lambda edition: _module_in(edition.modules, module.id).title),
        facts((version, status, sessions, questions, titled(module.audience, stock.page))),
        in_all_languages(("", "", 0, module.id), module.title, stock, places),
        *(_edition(module.id, language, stock, places) for language in stock.editions),
        id=f"module-{module.id}",
        class_="group",
    )


def _edition(id: str, language: str, stock: Stock, places: Places) -> str:
    """The packages of one language; the sign alone where there is nothing to pack; nothing where none was asked for."""
    module = _module_in(stock.editions[language].modules, id)
    held = places.get(("", "", 0, id), ())
    entries = [entry for entry in held if entry.artefact.language == language]
    sign = module_mark(module, language, stock)
    if not entries and (module.translated or any(entry.artefact.language == ALL_LANGUAGES for entry in held)):
        return ""
    what = tag("p", named(language, stock.page), " ", sign, class_="what")
    none = tag("p", plain(stock.words["no-package"]), class_="note")
    return tag("div", what, listed((package(entry, stock, module.title) for entry in entries), kind="items") or none, class_="row")


def in_all_languages(place: Place, title: Text, stock: Stock, places: Places) -> str:
    """The packages that hold every language; nothing where there is none."""
    entries = [entry for entry in places.get(place, ()) if entry.artefact.language == ALL_LANGUAGES]
    what = tag("p", plain(stock.words["all-languages"]), class_="what")
    return (
        tag("div", what, listed((package(entry, stock, title) for entry in entries), kind="items"), class_="row") if entries else ""
    )


def _module_in(modules: tuple[Module, ...], id: str) -> Module:
    return next(module for module in modules if module.id == id)
