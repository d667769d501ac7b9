"""Whether short words between marks are what somebody says, or a term, a title, a slogan, the name of a plan."""

from __future__ import annotations

from functools import cache

from jianbao import regex as re
from jianbao.knowledge.speech_words import words

_HAN = re.compile(r"[\u3400-\u9fff]")
_INNER = re.compile(r"[，,；;？！?!…]")
_OPENS = re.compile(
    r"不(?!對稱|結盟|動產|丹|沉|倒|平等|明|法|死|破|干涉|擴散|設防)|沒(?!落|收)|無法|將(?!軍|領|官)|會(?!議|談|員|館|計|晤|展)|"
    r"要(?!道|塞|點|角|求|聞)|應(?!用|急|變|對|徵)|須|能(?!源|量|力|見)|可能|可以|已(?!開發|婚|故)|是|等於|像|好像|讓|把|被(?!害|動|告)|從(?!業|軍|屬)|"
    r"再(?!生|造|工業|平衡|教育)|還|都(?!市|會)|就(?!業|地)|也|只|絕|決不|請|別(?!墅)|勿|我|你|妳|您|他(?!國)|她|這|那|如果|為了|"
    r"在(?!地|野|線|宅|職|台|臺|校|任)|太(?!空|平|陽)|很|非常(?!規|任|設)|必須|必定|必將|誰|怎|什麼|"
    r"哪|有(?!機|線|限|感|氧|事)|走(?!廊|私)|敢|願|想|別"
)
"""What a predicate or a sentence begins with."""
_HOLDS = re.compile(
    r"不(?:會|能|要|應|再|是|可|願|必|想|敢|了|得|到|如|該|用|準|許|容|怕)|沒有|並非|絕不|從不|必須|應該|應當|可以|已經|還[有是要會在能]|就[是會要能]|都[是會要在能]|"
    r"等於|只[是有要能會]|如果|我們|你們|他們|咱|自己|[讓把被給]|什麼|怎麼|為什麼|(?<![印亞])太(?!空|平|陽)|很|更(?!新|生|換)|[嗎呢吧啊啦喔哦]|了$|[會要](?=[^議談長員館計晤])|而是|但是|因為|正在|"
    r"冇|唔|係|佢|毋|莫"
)
_MODAL = re.compile(
    "(?:[會要應須能可願想再都就也還肯敢將]|不是|只是|正在|已經|並非|必須|應該|可以|不會|不能|等於|沒有)$"
)
"""Right before the marks: the words are the rest of the sentence."""
_FAR = 40
"""Characters between a verb of saying and words that it has for object, one clause of them."""
_ENDS_CLAUSE = tuple("。，,；;！？!?、」』”）)")


def is_utterance(words_in_marks: str, gap: str) -> bool:
    """Whether the words are a sentence or its predicate and no noun. ``gap``: what stands before in the clause."""
    if _MODAL.search(gap):
        return True
    han = len(_HAN.findall(words_in_marks))
    if _INNER.search(words_in_marks) and han >= 8:
        return True
    return bool(_OPENS.match(words_in_marks) or _HOLDS.search(words_in_marks))


def ends_clause(text: str, at: int) -> bool:
    """Whether a clause ends at ``at``."""
    return at >= len(text) or text[at] in _ENDS_CLAUSE or text[at].isspace()


def is_object(text: str, verb: int, end: int, marks: int) -> bool:
    """Whether a verb of saying in ``[verb, end)`` may have the words in marks at ``marks`` for object; 被指 may not."""
    return marks - end <= _FAR and text[verb - 1 : verb] not in ("被", "遭", "所")


def names_something(before: str, after: str) -> bool:
    """Whether the words around marks say that there is a term, a slogan or the name of a plan in them."""
    return after.startswith(tuple(words("terms"))) or any(word in before for word in words("slogans"))


@cache
def clear_verbs() -> frozenset[str]:
    """Verbs of saying that never only name what follows."""
    return frozenset(words("clear"))
