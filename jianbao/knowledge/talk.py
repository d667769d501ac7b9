"""Who spoke and who was talked of, as a text goes on: what 他, 該官員 and words without a speaker lean on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from jianbao import regex as re
from jianbao.knowledge.speaking import Speaker
from jianbao.knowledge.speech_words import words

_MANY = re.compile(
    "^(?:[0-9二兩三四五六七八九十百千萬餘]+|[多數幾]十?|許多|不少)[名位個]|^(?:民眾|居民|網友|村民|選民|球迷|讀者)$|們$"
)
"""Descriptions of more than one."""
_BACK = 3
"""Blocks; further above a pronoun nobody is looked for."""


@dataclass(slots=True)
class Talk:
    """Memory over the blocks of an article.

    ``speaker`` spoke last, in ``block``; ``person`` is the last one that was no body, ``described`` the last without a
    name; ``topic`` the last subject of a sentence in which nobody spoke; ``seen`` the last person mentioned.
    """

    speaker: Speaker | None = None
    block: int = -10
    person: Speaker | None = None
    described: Speaker | None = None
    topic: Speaker | None = None
    topic_block: int = -10
    seen: Speaker | None = None
    seen_block: int = -10
    person_block: int = -10
    bodies: dict[str, Speaker] = field(default_factory=dict)
    """By the last character of its name, the body that spoke or was named last: 該課, 該會."""

    def hear(self, who: Speaker, block: int) -> None:
        """Somebody speaks."""
        self.speaker, self.block = who, block
        if who.kind in ("name", "description"):
            self.person, self.person_block = who, block
        if who.kind == "description":
            self.described = who
        if who.kind == "group":
            self.bodies[who.text[-1]] = who

    def mention(self, person: Speaker | None, topic: Speaker | None, block: int) -> None:
        """A sentence in which nobody speaks: a person in it, and its subject."""
        if person is not None:
            self.seen, self.seen_block = person, block
        if topic is not None:
            self.topic, self.topic_block = topic, block

    def again(self, who: Speaker) -> Speaker:
        """Whom 這位官員 means: the one described before, where the word would fit anybody. 該課: the body so called."""
        if len(who.text) == 2 and (body := self.bodies.get(who.text[-1])):
            return body
        generic = who.text.endswith(tuple(words("generic")))
        return self.described if generic and self.described else replace(who, kind="description")

    def pronoun(self, who: Speaker, block: int) -> Speaker | None:
        """Whom 他 means where the sentence itself does not tell: who spoke last, the last topic, who was last named.

        The block itself goes before what stands above it, and that only as far as ``_BACK`` blocks. One is not many.
        """
        one = not who.text.endswith("們")
        heard = (self.person, self.person_block)
        told = (heard, (self.topic, self.topic_block), (self.seen, self.seen_block))
        near = [(who, at) for who, at in told if who and block - at <= _BACK and not (one and _MANY.search(who.text))]
        return max(near, key=lambda item: item[1])[0] if near else None

    def carried(self, block: int) -> Speaker | None:
        """Who says words beside which nobody stands: who spoke in the block, its topic, who spoke in the one before."""
        if self.topic is not None and self.topic_block == block and self.block != block:
            return self.topic
        return self.speaker if block - self.block <= 1 else None
