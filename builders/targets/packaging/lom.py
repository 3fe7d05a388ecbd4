"""What a package says of itself, as IEEE Learning Object Metadata: a content comes in, the ``lom`` element of one standard's
binding goes out.

The bindings say the same in different names, and Common Cartridge allows a part of it; :data:`SCORM12`, :data:`SCORM2004`,
:data:`CARTRIDGE11` and :data:`CARTRIDGE13` tell them apart. There are no dates in it, and nothing that nobody has stated:
neither cost nor status.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from builders.targets.packaging.content import Content, Words, first
from builders.targets.packaging.xml import child

_CATALOGUE, _VERSIONS = "curriculum", "curriculum-version"
_NO_LANGUAGE = "x-none"
"""The language of what is in no language, as SCORM writes it."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One binding of LOM. ``prefix`` and ``address`` are its namespace, which the manifest declares. ``string`` is the element
    that holds words in one language and ``language`` the attribute that names it, as ``child`` takes it. ``old`` is the binding
    of 2001: all names in lower case, vocabularies in capitals, vCards and catalogue entries in elements of their own.
    ``profile`` is the part that Common Cartridge allows. ``schemas`` are the metadata's own schemas."""

    prefix: str
    address: str
    string: str = "string"
    language: str = "language"
    old: bool = False
    profile: bool = False
    schemas: tuple[str, ...] = ()

    @property
    def namespace(self) -> tuple[str, str]:
        return self.prefix, self.address


SCORM12 = Dialect(
    "imsmd",
    "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    string="langstring",
    language="xml_lang",
    old=True,
    schemas=("ADL SCORM 1.2",),
)
"""IMS Learning Resource Meta-data 1.2.1."""

SCORM2004 = Dialect("lom", "http://ltsc.ieee.org/xsd/LOM", schemas=("LOMv1.0", "ADLv1.0"))
"""IEEE 1484.12.3."""

CARTRIDGE11 = Dialect("lomimscc", "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest", profile=True)
CARTRIDGE13 = Dialect("lomimscc", "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest", profile=True)


def lom(content: Content, dialect: Dialect) -> ElementTree.Element:
    """The whole metadata of a package, to be put last into the manifest's ``metadata``. The manifest declares
    ``dialect.namespace``; names are literal, with its prefix."""
    return _Builder(dialect).lom(content)


class _Builder:
    """Writes elements in the names of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def lom(self, content: Content) -> ElementTree.Element:
        root = ElementTree.Element(self._name("lom"))
        self._general(root, content)
        self._life_cycle(root, content)
        self._schemas(root)
        self._add(self._add(root, "technical"), "format", "text/html")
        if not self.dialect.profile:
            self._educational(root, content)
        self._rights(root, content)
        self._classified(root, "educational objective", ((goal.id, goal.text) for goal in content.goals))
        self._classified(root, "competency", content.competencies)
        if self.dialect.profile and first(content.audience):
            audience = self._add(root, "classification")
            self._term(audience, "purpose", "educational level")
            self._words(audience, "description", content.audience)
        return root

    def _general(self, root: ElementTree.Element, content: Content) -> None:
        """Clause 1. The profile has no place for a version, so the version has an identifier of its own there."""
        general = self._add(root, "general")
        if not self.dialect.old:
            self._identifier(general, _CATALOGUE, content.id)
            if self.dialect.profile:
                self._identifier(general, _VERSIONS, f"{content.id} {content.version}")
        self._words(general, "title", content.title)
        if self.dialect.old:
            self._identifier(general, _CATALOGUE, content.id)
        for language in content.languages:
            self._add(general, "language", language)
        self._words(general, "description", content.summary)
        for keyword in content.keywords:
            self._words(general, "keyword", keyword)

    def _life_cycle(self, root: ElementTree.Element, content: Content) -> None:
        cycle = self._add(root, "lifeCycle")
        if not self.dialect.profile:
            self._plain(cycle, "version", content.version)
        contribution = self._add(cycle, "contribute")
        self._term(contribution, "role", "publisher")
        card = _card(first(content.publisher))
        if self.dialect.old:
            self._add(self._add(contribution, "centity"), "vcard", card)
        else:
            self._add(contribution, "entity", card)

    def _schemas(self, root: ElementTree.Element) -> None:
        if self.dialect.schemas:
            meta = self._add(root, "metaMetadata")
            for schema in self.dialect.schemas:
                self._add(meta, "metadatascheme" if self.dialect.old else "metadataSchema", schema)

    def _educational(self, root: ElementTree.Element, content: Content) -> None:
        educational = self._add(root, "educational")
        self._term(educational, "intendedEndUserRole", "learner")
        if content.minutes:
            time = self._add(educational, "typicalLearningTime")
            self._add(time, "datetime" if self.dialect.old else "duration", duration(content.minutes))
        if first(content.audience):
            self._words(educational, "description", content.audience)

    def _rights(self, root: ElementTree.Element, content: Content) -> None:
        if content.licence:
            rights = self._add(root, "rights")
            self._term(rights, "copyrightAndOtherRestrictions", "yes")
            self._plain(rights, "description", content.licence)

    def _classified(self, root: ElementTree.Element, purpose: str, terms: Iterable[tuple[str, Words]]) -> None:
        """Terms with their ids, one path of one taxon each. Without terms nothing."""
        classification: ElementTree.Element | None = None
        for id, words in terms:
            if classification is None:
                classification = self._add(root, "classification")
                self._term(classification, "purpose", purpose)
            taxon = self._add(self._add(classification, "taxonPath"), "taxon")
            self._add(taxon, "id", id)
            self._words(taxon, "entry", words)

    def _identifier(self, parent: ElementTree.Element, catalogue: str, entry: str) -> None:
        element = self._add(parent, "catalogentry" if self.dialect.old else "identifier")
        self._add(element, "catalog", catalogue)
        if self.dialect.old:
            self._plain(element, "entry", entry)
        else:
            self._add(element, "entry", entry)

    def _term(self, parent: ElementTree.Element, name: str, value: str) -> None:
        """A value of LOM's vocabularies. The profile knows no other vocabulary and so names none."""
        element = self._add(parent, name)
        if self.dialect.old:
            self._plain(element, "source", "LOMv1.0")
            self._plain(element, "value", value if value in {"yes", "no"} else value.title())
        else:
            if not self.dialect.profile:
                self._add(element, "source", "LOMv1.0")
            self._add(element, "value", value)

    def _words(self, parent: ElementTree.Element, name: str, words: Words) -> None:
        """Words in every language that has some of its own: what only repeats the first language stands there once."""
        element = self._add(parent, name)
        source = first(words)
        for at, (language, text) in enumerate(words):
            if at == 0 or text != source:
                child(element, self._name(self.dialect.string), text, **{self.dialect.language: language})

    def _plain(self, parent: ElementTree.Element, name: str, text: str) -> None:
        """Words that are in no language: a version, an id, a licence."""
        self._words(parent, name, ((_NO_LANGUAGE, text),))

    def _add(self, parent: ElementTree.Element, name: str, text: str = "") -> ElementTree.Element:
        return child(parent, self._name(name), text)

    def _name(self, name: str) -> str:
        return f"{self.dialect.prefix}:{name.lower() if self.dialect.old else name}"


def duration(minutes: int) -> str:
    """As ISO 8601 writes it: ``PT1H30M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _card(name: str) -> str:
    """An organization as vCard 3.0 (RFC 2426). Line ends are bare: XML would turn any other into these."""
    escaped = name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", "N:;;;;", f"FN:{escaped}", f"ORG:{escaped}", "END:VCARD"))
