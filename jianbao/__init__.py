"""Jianbao 剪報→簡報: raw clippings in, linked briefings in the reader's own script out."""

__version__ = "1.0.0"
