"""Which encoding are these bytes in? Certain where a mark or UTF-8's own form says so, by statistics elsewhere, or not.

A legacy encoding is accepted only if the bytes decode strictly and the text reads like a language: in running text a
few hundred characters make up a large share of all (``data/common_characters.yml``), and bytes read in the wrong
encoding do not show them.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jianbao import regex as re
from jianbao.data_file import load_data

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),  # before UTF-16: its mark starts with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_LEGACY = (
    ("cp950", "zh"),
    ("big5hkscs", "zh"),
    ("gb18030", "zh"),
    ("cp932", "ja"),
    ("euc_jp", "ja"),
    ("cp949", "ko"),
)
_SAMPLE = 200_000
_LIKELY = 0.2
"""Least share of common characters in a text that is read rightly; running Chinese has 0.6 to 0.7."""
_AHEAD = 1.3
"""How many times better than any other language's reading the best must be."""
_REPAIRABLE = 50
"""UTF-8 with fewer bad bytes than one to so many characters beyond ASCII is damaged UTF-8, not something else."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableError(Exception):
    """The bytes are no text that can be read without guessing. ``help`` says what to do."""

    def __init__(self, message: str, help: str = "save it as UTF-8") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Decoded:
    """``repairs``: (offset in the text, offset in the bytes, bytes) of each place that does not encode back."""

    text: str
    encoding: str
    bom: bytes = b""
    repairs: tuple[tuple[int, int, bytes], ...] = ()
    guessed: bool = False

    def encode(self) -> bytes:
        """The bytes that the text was read from."""
        codec = "utf-8" if self.encoding == "utf-8-sig" else self.encoding
        parts, position = [self.bom], 0
        for offset, _, raw in self.repairs:
            parts += [self.text[position:offset].encode(codec), raw]
            position = offset + 1
        return b"".join([*parts, self.text[position:].encode(codec)])


def decode(data: bytes) -> Decoded:
    """Read bytes as text. Raises ``UnreadableError``; a result always encodes back (``Decoded.encode``)."""
    decoded = _decode(data)
    if decoded.encode() != data:
        raise UnreadableError(f"read as {decoded.encoding} it does not write back to the same bytes")
    return decoded


def _decode(data: bytes) -> Decoded:
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            if codec == "utf-8":
                return _utf8(body, name, bom) or _refuse(data)
            return _utf16(body, codec, bom)
    if b"\0" in data:
        return _unmarked_utf16(data)
    return _utf8(data, "utf-8", b"") or _legacy(data)


def _utf8(data: bytes, name: str, bom: bytes) -> Decoded | None:
    """UTF-8, damaged here and there at most; None if it is something else."""
    _refuse_nul(data)
    text = data.decode("utf-8", "surrogateescape")
    bad = [match.start() for match in _SURROGATE.finditer(text)]
    if not bad:
        return Decoded(text, name, bom)
    beyond_ascii = sum(1 for character in text if character > "\x7f") - len(bad)
    if len(bad) * _REPAIRABLE > beyond_ascii + _REPAIRABLE or not beyond_ascii:
        return None
    repairs, before, position = [], len(bom), 0
    for offset in bad:
        before += len(text[position:offset].encode())
        repairs.append((offset, before, bytes([ord(text[offset]) - 0xDC00])))
        before, position = before + 1, offset + 1
    return Decoded(_SURROGATE.sub("\ufffd", text), name, bom, tuple(repairs))


def _utf16(data: bytes, codec: str, bom: bytes) -> Decoded:
    try:
        text = data.decode(codec, "surrogatepass")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not {codec}, although its first bytes say so ({error.reason})") from None
    if "\0" in text:
        raise UnreadableError(f"character {text.index(chr(0)) + 1} is NUL: not a text file", "remove it from the seeds")
    bad = [match.start() for match in _SURROGATE.finditer(text)]
    repairs, before, position = [], len(bom), 0
    for offset in bad:
        before += len(text[position:offset].encode(codec))
        raw = text[offset].encode(codec, "surrogatepass")
        repairs.append((offset, before, raw))
        before, position = before + len(raw), offset + 1
    return Decoded(_SURROGATE.sub("\ufffd", text), codec, bom, tuple(repairs))


def _unmarked_utf16(data: bytes) -> Decoded:
    if len(data) % 2 == 0:
        for codec in ("utf-16-le", "utf-16-be"):
            text = _strictly(data, codec)
            if text is not None and "\0" not in text and _share(text, "zh") >= _LIKELY:
                return Decoded(text, codec, guessed=True)
    _refuse_nul(data)
    raise AssertionError("there is a NUL")


def _refuse_nul(data: bytes) -> None:
    if b"\0" in data:
        raise UnreadableError(
            f"byte {data.index(0)} is NUL: not a text file", "save it as UTF-8, or remove it from the seeds"
        )


def _legacy(data: bytes) -> Decoded:
    readings: list[tuple[float, str, str, str]] = []
    for codec, language in _LEGACY:
        text = _strictly(data, codec)
        if text is not None:
            readings.append((_share(text, language), codec, language, text))
    if not readings:
        return _refuse(data)
    best = max(readings, key=lambda reading: reading[0])  # the first of equals: cp950 before big5hkscs
    # Two encodings of one language that give the same text, or nearly, do not compete.
    others = [reading for reading in readings if reading[2] != best[2] or not _alike(reading[3], best[3])]
    second = max((reading[0] for reading in others), default=0.0)
    if best[0] < _LIKELY or best[0] < second * _AHEAD:
        return _refuse(data)
    return _with_repairs(data, best[1], best[3])


def _refuse(data: bytes) -> Decoded:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start} is not UTF-8, and the text is in no other encoding that is certain"
        raise UnreadableError(place) from None
    raise AssertionError("valid UTF-8 is never refused")


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _alike(one: str, other: str) -> bool:
    sample = list(zip(one[:_SAMPLE], other[:_SAMPLE], strict=False))
    return sum(a == b for a, b in sample) * 10 >= len(sample) * 9


def _with_repairs(data: bytes, codec: str, text: str) -> Decoded:
    """Where two codes stand for one character the text cannot be written back: name each such place."""
    if text.encode(codec) == data:
        return Decoded(text, codec, guessed=True)
    decoder = codecs.getincrementaldecoder(codec)()
    repairs: list[tuple[int, int, bytes]] = []
    offset, pending = 0, 0
    for index in range(len(data)):
        piece = decoder.decode(data[index : index + 1], index + 1 == len(data))
        if piece:
            raw = data[pending : index + 1]
            if piece.encode(codec) != raw and len(piece) == 1:
                repairs.append((offset, pending, raw))
            offset, pending = offset + len(piece), index + 1
    return Decoded(text, codec, b"", tuple(repairs), guessed=True)


def _share(text: str, language: str) -> float:
    """Share of the language's common characters among all beyond ASCII that are letters or signs of no kind."""
    counts = Counter(text[:_SAMPLE])
    common = _common()[language]
    letters = sum(n for character, n in counts.items() if character > "\x7f" and not _is_mark(character))
    if any(character in counts for character in "\x00\x1b\x7f"):
        return 0.0
    return sum(n for character, n in counts.items() if character in common) / letters if letters else 0.0


def _is_mark(character: str) -> bool:
    """Punctuation and full-width forms, which every reading may hold."""
    return "\u2000" <= character <= "\u206f" or "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff65"


@lru_cache(maxsize=1)
def _common() -> Mapping[str, frozenset[str]]:
    table: dict[str, str] = load_data("common_characters")
    return {language: frozenset("".join(letters.split())) for language, letters in table.items()}
