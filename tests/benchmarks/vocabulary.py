"""Words without meaning: a script and a seed come in, sentences of a wanted length go out, always the same ones."""

from __future__ import annotations

import random

_LATIN = (
    "officer counter station listen record statement question answer evening morning register complaint neighbour witness family "
    "chair table window paper number message account payment letter street market village corner patrol vehicle uniform colleague "
    "calm clear short honest patient careful open quiet quick plain fair steady ready early present recent common usual simple "
    "asks writes reads waits offers takes brings shows tells keeps opens closes checks counts names thanks follows leaves meets"
)
_DEVANAGARI = (
    "अधिकारी काउंटर थाना सुनना अभिलेख बयान सवाल जवाब शाम सुबह रजिस्टर शिकायत पड़ोसी गवाह परिवार कुर्सी मेज़ खिड़की काग़ज़ संख्या संदेश "
    "खाता भुगतान चिट्ठी सड़क बाज़ार गाँव कोना गश्त वाहन वर्दी साथी शांत साफ़ छोटा ईमानदार धैर्य सावधान खुला चुप तेज़ सीधा निष्पक्ष स्थिर तैयार "
    "जल्दी हाज़िर ताज़ा आम सरल पूछता लिखता पढ़ता रुकता देता लेता लाता दिखाता बताता रखता खोलता गिनता मिलता"
)
_STOP = {"latin": ".", "devanagari": "।"}
_WORDS = {"latin": _LATIN, "devanagari": _DEVANAGARI}
SCRIPTS = tuple(_WORDS)


class Vocabulary:
    """Words in one script. Two with the same seed say the same."""

    def __init__(self, script: str, seed: str) -> None:
        self._words, self._stop = _WORDS[script].split(), _STOP[script]
        self._random = random.Random(seed)  # noqa: S311 - nothing secret

    def words(self, count: int) -> str:
        """So many words, without a full stop."""
        return " ".join(self._random.choices(self._words, k=count)).capitalize()

    def prose(self, count: int) -> str:
        """So many words in sentences of about ten."""
        lengths = [10] * (count // 10) + ([count % 10] if count % 10 else [])
        return " ".join(self.words(length) + self._stop for length in lengths)
