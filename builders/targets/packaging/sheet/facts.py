"""What a sheet is about: a content, its file and the system it is for; and the words with these facts filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from builders.model.artefacts import SCORM, Kind
from builders.model.publications import ATTEMPTS
from builders.rendering.words import words
from builders.targets.packaging.content import Content, Words, first
from builders.targets.packaging.profiles import Profile

_NAMES = {
    Kind.SCORM12: "SCORM 1.2",
    Kind.SCORM2004: "SCORM 2004 4th edition",
    Kind.CMI5: "cmi5",
    Kind.CARTRIDGE13: "Common Cartridge 1.3",
    Kind.CARTRIDGE11: "Common Cartridge 1.1",
    Kind.MOODLE_XML: "Moodle XML",
    Kind.GIFT: "GIFT",
    Kind.QTI21: "QTI 2.1",
}
_SYSTEMS = {"moodle": "Moodle", "igot": "iGOT Karmayogi", "openedx": "Open edX"}
_KB, _MB = 1_000, 1_000_000


@dataclass(frozen=True)
class Facts:
    """``size`` is in bytes, ``words`` are those of the sheet's ``language``."""

    content: Content
    standard: Kind
    profile: Profile | None
    file: str
    size: int
    language: str
    words: Mapping[str, str]

    @property
    def mastery(self) -> int | None:
        """In per cent; None where no test decides."""
        return next((unit.mastery for unit in self.content.units if unit.mastery is not None), None)

    @property
    def several(self) -> bool:
        return len(self.content.units) > 1

    @property
    def attempts(self) -> int:
        return ATTEMPTS

    @property
    def system(self) -> str:
        """The profile's name; empty for the other standards."""
        return self.profile.name if self.profile else ""

    @property
    def system_name(self) -> str:
        if not self.profile:
            return self.words["system-web" if self.standard is Kind.WEB else "system-any"]
        return _SYSTEMS.get(self.profile.name, self.words["profile-generic"])

    @property
    def standard_name(self) -> str:
        return _NAMES.get(self.standard) or self.words["standard-web"]

    @property
    def started(self) -> str:
        """The status from the start, as a system shows it."""
        return "`incomplete`"

    @property
    def passed(self) -> str:
        """The status at the end."""
        if self.standard is Kind.SCORM12 and self.profile:
            return f"`{self.profile.passed if self.mastery is not None else 'completed'}`"
        return self.words["both"].format(a="`completed`", b="`passed`") if self.mastery is not None else "`completed`"

    @property
    def failed(self) -> str:
        """The status once all attempts are used up."""
        if self.standard is Kind.SCORM12 and self.profile:
            return f"`{self.profile.failed}`"
        return self.words["both"].format(a="`incomplete`", b="`failed`") if self.standard in SCORM else "`failed`"

    def size_text(self) -> str:
        if self.size >= _MB - _KB // 2:
            return self.words["megabytes"].format(n=f"{self.size / _MB:.1f}")
        return self.words["kilobytes"].format(n=max(1, round(self.size / _KB)))

    def time_text(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        if hours and rest:
            return self.words["hours-minutes"].format(h=hours, n=rest)
        return self.words["unit-h"].format(n=hours) if hours else self.words["unit-min"].format(n=rest)

    def mastery_text(self, mastery: int | None) -> str:
        return self.words["per-cent"].format(n=mastery) if mastery is not None else ""

    def say(self, key: str) -> str:
        """A text of the sheet, its blanks filled. Raises KeyError for words or facts that there are not."""
        return self.words[key].format_map(self._values)

    def own(self, words: Words) -> tuple[str, str]:
        """Words in the sheet's language, and the language that they are in: the package's first one where there are none of
        their own."""
        found = dict(words).get(self.language, "")
        language, source = words[0]
        return (found, self.language) if found and found != source else (source, language)

    @cached_property
    def _values(self) -> Mapping[str, str | int]:
        content = self.content
        return {
            "file": self.file,
            "size": self.size_text(),
            "title": self.own(content.title)[0].replace("`", "'"),
            "standard": self.standard_name,
            "module": content.goals[0].id.partition(".")[0] if content.goals else content.id,  # where ids of questions begin
            "page": content.units[0].page if content.units else "index.html",
            "units": len(content.units),
            "minutes": content.minutes,
            "mastery": self.mastery or 0,
            "attempts": self.attempts,
            "started": self.started,
            "passed": self.passed,
            "failed": self.failed,
            "format": {Kind.MOODLE_XML: "Moodle XML format", Kind.GIFT: "GIFT format"}.get(self.standard, ""),
            "save": words("player", content.languages[0])["save-and-exit"],
        }


def present(words: Words) -> bool:
    """Whether there are any words at all."""
    return bool(words) and bool(first(words))
