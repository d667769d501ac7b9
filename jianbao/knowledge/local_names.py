"""Names of persons that only the article knows: 部長林宜敬, 馬洛費耶夫(Konstantin Malofeyev)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jianbao.document import EditionBlock
from jianbao.knowledge.speech_words import function_pattern, role_pattern
from jianbao.word_lists import words

_GLOSSED = re.compile(
    r"([\u3400-\u9fff·．・‧]{2,16})[」』]?\s?[（(]([A-Z][A-Za-zÀ-ž'’.\-]+(?: [A-Za-zÀ-ž'’.\-]+){1,3})(?:[,，][^()（）]{0,20})?[)）]"
)
_BODY = re.compile(
    r"Univers|Institut|College|Center|Centre|Committee|Council|Association|Ministry|Agency|Corp|Compan|Group|Bank|News|"
    r"Times|Post|Party|Union|Organi[sz]ation|Foundation|Department|Office|Court|Street|House|City|Sea|Act\b|Treaty|War\b|"
    r"Forum|Conference|Summit|Project|Program|Strateg|Policy|Initiative|Media|Society|School|Alliance|Force"
)


def local_names(blocks: Iterable[EditionBlock]) -> tuple[str, ...]:
    """Persons introduced in an article by a role or a foreign name, longest first; of Foreign·Name the last part too."""
    found: set[str] = set()
    surnames = words("surnames")
    for block in blocks:
        for match in _GLOSSED.finditer(block.text):
            if not _BODY.search(match[2]):
                found.add(_after_role(match[1]))
        for role in role_pattern().finditer(block.text):
            stop = function_pattern().search(block.text, role.end() + 2, role.end() + 5)
            name = block.text[role.end() : stop.start()] if stop else ""
            if 2 <= len(name) <= 3 and name.startswith(surnames) and re.fullmatch(r"[\u3400-\u9fff]+", name):
                found.add(name)
    parts = {part for name in found for part in re.split("[·．・‧]", name)[1:]}
    return tuple(sorted((name for name in found | parts if len(name) >= 2), key=lambda name: (-len(name), name)))


def _after_role(run: str) -> str:
    """What is left of a run of characters before a bracket when descriptions and function words are gone."""
    cut = max((match.end() for match in role_pattern().finditer(run) if match.end() < len(run)), default=0)
    for match in function_pattern().finditer(run, cut):
        if match.end() < len(run) - 1:
            cut = match.end()
    return run[cut:] if len(run) - cut <= 8 else ""
