"""Which briefings have which grams: single characters and pairs of neighbours, folded, as numbers.

A gram's number is a hash of 32 bits that ``assets/search.js`` computes too; change them together. Its upper bits name
the bucket, so that grams in order of their numbers are in order of buckets, and a bucket splits when there are twice
as many. Grams that share a bucket share its briefings, which costs a few texts more to look at and saves naming them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jianbao.document import Edition
from jianbao.findings import Prepared
from jianbao.site.fold import fold, targets

GRAMS_PER_BUCKET = 10
"""About: between 7 and 14, since buckets are doubled or not."""
_MOST_BUCKET_BITS = 20
"""With a group's number of briefings still in 32 bits."""
BYTES_PER_FILE = 32_768
"""Of one ``grams`` file, about: between 0.7 and 1.4 times as many."""
_SAMPLE = 4
"""Of grams with these many upper bits unset, all are counted; they stand for the others."""
_BYTES_PER_ENTRY = 1.5

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LAST, _MORE = (np.frombuffer(digits, np.uint8) for digits in (_DIGITS[:32], _DIGITS[32:]))
_DIGIT = 5
_SPACE = ord(" ")

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Size:
    """Of an edition's grams: the buckets and the files that they lie in, both as powers of two."""

    bucket_bits: int
    file_bits: int

    @property
    def per_file(self) -> int:
        """Buckets in a file."""
        return 1 << self.bucket_bits - self.file_bits


def prepare(edition: Edition) -> Prepared:
    """The grams of all blocks of a text. No gram holds white space."""
    text = fold("\n".join(block.text for block in edition.blocks))
    codes = np.frombuffer(" ".join(text.split()).encode("utf-32-le", "surrogatepass"), "<u4")
    black = codes != _SPACE
    pairs = black[:-1] & black[1:]
    grams = np.concatenate([_hash(codes[black], np.zeros(1, np.uint32)), _hash(codes[:-1][pairs], codes[1:][pairs])])
    used = "".join(sorted(targets().intersection(text)))
    return Prepared(_distinct(grams).astype("<u4").tobytes(), len(text), used)


def _hash(first: Array, second: Array) -> Array:
    """Of pairs of code points, of single ones with 0: a product, well stirred (the end of MurmurHash3)."""
    value = first * np.uint32(0x9E3779B1) + second
    value = (value ^ (value >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    value = (value ^ (value >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    mixed: Array = value ^ (value >> np.uint32(16))
    return mixed


def _distinct(numbers: Array) -> Array:
    """``numpy.unique`` by sorting in place, which is several times as fast as its hashing."""
    numbers.sort()
    fresh = np.ones(len(numbers), bool)
    fresh[1:] = numbers[1:] != numbers[:-1]
    return numbers[fresh]


@dataclass(frozen=True, slots=True)
class Measure:
    """Of some texts: how many grams they have in all, and, as numbers, the distinct ones that stand for all others."""

    entries: int
    sample: Array


def measure(texts: Iterable[Prepared]) -> Measure:
    """What ``gram_size`` needs of texts."""
    entries = 0
    samples = [np.zeros(0, "<u4")]
    for text in texts:
        numbers = numbers_of(text)
        entries += len(numbers)
        samples.append(numbers[: np.searchsorted(numbers, np.uint32(1 << 32 - _SAMPLE))])
    return Measure(entries, _distinct(np.concatenate(samples)))


def gram_size(measures: Sequence[Measure]) -> Size:
    """How to lay out the grams of an edition's texts. Powers of two, which an edit rarely changes."""
    entries = sum(measure.entries for measure in measures)
    distinct = (
        len(_distinct(np.concatenate([np.zeros(0, "<u4"), *(measure.sample for measure in measures)]))) << _SAMPLE
    )
    buckets = min(max(_power(distinct / GRAMS_PER_BUCKET), 1), _MOST_BUCKET_BITS)
    return Size(buckets, min(_power(entries * _BYTES_PER_ENTRY / BYTES_PER_FILE), buckets))


def _power(wanted: float) -> int:
    return round(log2(max(wanted, 1)))


def group_grams(size: Size, texts: Sequence[Prepared]) -> tuple[str, ...]:
    """For each file its buckets, parted by spaces: which of these texts, by their places, have one of their grams.

    Places rise; each is written as its distance to the one before in digits of 32, the last digit in upper case.
    """
    numbers = [numbers_of(text) for text in texts]
    bits = np.uint32(len(texts).bit_length())
    owners = np.repeat(np.arange(len(texts), dtype=np.uint32), [len(found) for found in numbers])
    entries = _distinct(np.concatenate(numbers) >> np.uint32(32 - size.bucket_bits) << bits | owners)
    buckets, owners = (entries >> bits).astype(np.int32), (entries & ((1 << bits) - 1)).astype(np.int32)
    distances = owners.copy()
    same = buckets[1:] == buckets[:-1]
    distances[1:][same] -= owners[:-1][same] + 1
    return _coded(size, buckets, distances)


def _coded(size: Size, buckets: Array, distances: Array) -> tuple[str, ...]:
    lengths = np.ones(len(distances), np.int32)
    rest = distances >> _DIGIT
    while rest.any():
        lengths += rest > 0
        rest >>= _DIGIT
    ends = np.cumsum(lengths, dtype=np.int32) + buckets  # a space after every bucket
    coded = np.full(int(lengths.sum()) + (1 << size.bucket_bits), _SPACE, np.uint8)
    coded[ends - 1] = _LAST[distances & (len(_LAST) - 1)]
    places, rest = ends - 2, distances >> _DIGIT
    while (more := np.flatnonzero(rest)).size:
        places, rest = places[more], rest[more]
        coded[places] = _MORE[rest & (len(_MORE) - 1)]
        places, rest = places - 1, rest >> _DIGIT
    firsts = np.arange((1 << size.file_bits) + 1) * size.per_file
    entries = np.searchsorted(buckets, firsts)
    starts = np.concatenate([[0], ends - buckets])[entries] + firsts
    return tuple(coded[start : end - 1].tobytes().decode() for start, end in pairwise(starts.tolist()))


def numbers_of(prepared: Prepared) -> Array:
    """The grams, without a copy."""
    return np.frombuffer(prepared.grams, "<u4")
