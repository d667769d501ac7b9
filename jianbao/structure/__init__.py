"""From clean lines to articles of blocks. The only place that joins lines."""

from __future__ import annotations

from jianbao.structure.read import LEGAL, read

__all__ = ["LEGAL", "read"]
