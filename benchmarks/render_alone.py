"""The render without generator, proof or publication: python -m benchmarks.render_alone DOCS FOLDER JOBS"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.timing import ROOT
from jianbao.site.file_hashes import Hashes
from jianbao.site.render import Place, render


def main(docs: Path, folder: Path, jobs: int) -> None:
    """Render everything under ``docs`` into ``folder``, which is empty or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    published, site, state, scratch = (folder / name for name in ("published", "site", "state", "scratch"))
    place = Place(ROOT / "mkdocs.yml", docs, published, site, state, Hashes(folder / "hashes"), scratch)
    with ProcessPoolExecutor(jobs) as executor:
        render(place, executor, jobs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
