"""Make ``jianbao/data/strokes.txt`` from the Unicode CLDR's stroke order, as ICU has it.

    pip install icukit-pyicu && python tools/strokes.py > jianbao/data/strokes.txt

Needed again only when Unicode's data change; a build reads the table, not ICU.
"""

from __future__ import annotations

import icu

HEADER = """\
# Han characters by number of strokes, within a number in the order of the Unicode CLDR's stroke collation (zh-Hant).
# Read by jianbao/site/sorting.py. One line a number: the number, a tab, the characters. Made by tools/strokes.py with
# ICU {version}; CLDR's data are under the Unicode License v3.
"""
RANGES = ((0x4E00, 0xA000), (0x3400, 0x4DC0), (0x3007, 0x3008))


def main() -> None:
    """Print the table."""
    locale = icu.Locale("zh-Hant-u-co-stroke")
    index, collator = icu.AlphabeticIndex(locale), icu.Collator.createInstance(locale)
    characters = [chr(code) for start, end in RANGES for code in range(start, end)]
    lines: dict[int, list[str]] = {}
    last = index.bucketCount - 1
    for character in sorted(characters, key=lambda character: (collator.getSortKey(character), character)):
        strokes = index.getBucketIndex(character)
        if 0 < strokes < last:
            lines.setdefault(strokes, []).append(character)
    print(HEADER.format(version=icu.ICU_VERSION), end="")
    for strokes in sorted(lines):
        print(strokes, "".join(lines[strokes]), sep="\t")


if __name__ == "__main__":
    main()
