"""Slides that no author would write: a seed comes in, the Markdown of segments goes out, full of what breaks layouts."""

from __future__ import annotations

import random

import pytest

_SYLLABLES = {
    "en": tuple("re spon si bil i ty counter sta tion com plain ant po lice listen ing a wo man".split(" ")),  # noqa: SIM905
    "hi": tuple("सं वे दन शील ता प्र शिक्ष ण का र्य स्थ ल उत् पी ड़न नि वार क्षे त्रा धि कार द्ध ज्ञ".split(" ")),  # noqa: SIM905
}

_KINDS = (
    "bullets", "bullets", "table", "table", "columns", "compared", "quote", "prose", "grid", "process", "chart", "picture", "mixed",
)  # fmt: skip


class Chance:
    """Words by chance, the same for the same seed."""

    def __init__(self, seed: int, script: str) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self._script = script

    def number(self, least: int, most: int) -> int:
        return self._chance.randint(least, most)

    def word(self) -> str:
        """One word in twelve is a compound of up to thirty syllables."""
        long = self._chance.random() < 1 / 12
        parts = self._chance.choices(_SYLLABLES[self._script], k=self.number(8, 30) if long else self.number(1, 4))
        word = "".join(parts)
        return f"**{word}**" if self._chance.random() < 0.05 else word

    def words(self, least: int, most: int) -> str:
        return " ".join(self.word() for _ in range(self.number(least, most)))

    def title(self) -> str:
        return self.words(12, 45) if self._chance.random() < 0.15 else self.words(2, 8)

    def one_of(self, *kinds: str) -> str:
        return self._chance.choice(kinds)

    def slide(self) -> str:
        kind = self.one_of(*_KINDS)
        options, body = "", ""
        match kind:
            case "bullets":
                body = self.bullets(9)
            case "table":
                body = self.table(self.number(2, 5), self.number(2, 12))
            case "columns" | "compared":
                heads = ("### " + self.words(1, 4) + "\n\n") if kind == "compared" else ""
                column = "".join(f"::: column\n{heads}{self.bullets(5)}\n:::\n" for _ in range(2 if heads else self.number(2, 3)))
                body = f"::: columns\n{column}:::\n"
            case "quote":
                body = f"> {self.words(5, 40)}\n\n{self.words(1, 6)}\n"
            case "prose":
                body = "\n\n".join(self.words(10, 60) for _ in range(self.number(1, 4))) + "\n"
            case "grid":
                options = " {layout=grid}"
                body = f"| | {self.words(1, 2)} | {self.words(1, 2)} |\n| --- | --- | --- |\n" + "".join(
                    f"| {self.words(1, 2)} | {self.words(1, 14)} | {self.words(1, 14)} |\n" for _ in range(2)
                )
            case "process":
                options = " {layout=process}"
                body = self.bullets(self.number(2, 6), numbered=True)
            case "chart":
                options = f" {{layout={self.one_of('bar-chart', 'line-chart')}}}"
                body = f"| {self.words(1, 1)} | {self.words(1, 1)} |\n| --- | --- |\n" + "".join(
                    f"| {self.words(1, 2)} | {self.number(1, 900)} |\n" for _ in range(self.number(3, 6))
                )
            case "picture":
                body = f"{self.bullets(4)}\n\n![{self.words(2, 5)}](media/desk.png)\n"
            case _:
                body = f"{self.words(4, 20)}\n\n{self.table(3, self.number(2, 4))}\n"
        return f"::: slide{options}\n### {self.title()}\n\n{body}\n:::\n"

    def bullets(self, number: int, *, numbered: bool = False) -> str:
        rows = []
        for _ in range(number):
            rows.append(f"{'1.' if numbered else '-'} {self.words(1, 12)}")
            rows += [f"    - {self.words(1, 9)}" for _ in range(self.number(0, 2))]
        return "\n".join(rows)

    def table(self, columns: int, rows: int) -> str:
        head = "| " + " | ".join(self.words(1, 2) for _ in range(columns)) + " |\n" + "| --- " * columns + "|\n"
        return head + "".join("| " + " | ".join(self.words(1, 10) for _ in range(columns)) + " |\n" for _ in range(rows))

    def activity(self) -> str:
        steps = "".join(f"1. {self.words(3, 30)}\n" for _ in range(self.number(2, 7)))
        attributes = f'title="{self.words(1, 8)}" method=group-work group=4 minutes=5 materials="{self.words(1, 20)}"'.replace(
            "**", ""
        )
        return f"::: activity {{#a-{self.number(0, 10**9)} {attributes}}}\n{steps}:::\n"

    def segments(self, slides: int) -> str:
        """One segment with so many slides and an activity for every sixth."""
        blocks = [self.slide() if at % 6 else self.activity() for at in range(1, slides + 1)]
        return f"## {self.words(2, 5)} {{#first minutes=120 depth=core}}\n\n" + "\n".join(blocks)


@pytest.fixture(scope="session")
def chance() -> type[Chance]:
    return Chance
