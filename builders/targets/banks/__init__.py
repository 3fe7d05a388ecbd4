"""A module's item bank alone, in one language: a module comes in, the bytes of one file go out.

How each format asks the seven kinds of question. In our player an answer is right or wrong as a whole; so it is here wherever
the format can say so.

============ ============================== =============================== =======================================
kind         Moodle XML                     GIFT                            QTI 2.1
============ ============================== =============================== =======================================
choice       multichoice, one answer        multiple choice                 choiceInteraction, match
multiple     multichoice with shares: the   the same shares                 choiceInteraction, all right ones and
             right ones make 100 % between                                  no wrong one
             them, the wrong ones take it
             away again
true-false   truefalse                      true-false                      choiceInteraction of two
match        matching, each pair counts     matching, each pair counts      matchInteraction
order        ordering, all or nothing       matching of line and place      orderInteraction
             (Moodle 4.4 and newer)         number: GIFT has no order
number       numerical with tolerance       numerical with tolerance        textEntryInteraction, equal
rating       multichoice, every answer      multiple choice, every answer   choiceInteraction without a score
             100 % of a mark of 0           100 %: set its mark to 0
============ ============================== =============================== =======================================

Moodle before 4.4 knows the ordering type only from a plug-in. Without that its import refuses the whole file, unless the
setting "Stop on error" is switched off: then it leaves those questions out. The head of the file says so; the GIFT file has
them as matching questions, which every Moodle takes.
"""

from builders.targets.banks.gift import gift
from builders.targets.banks.moodle import moodle_xml
from builders.targets.banks.qti21 import qti21

__all__ = ["gift", "moodle_xml", "qti21"]
