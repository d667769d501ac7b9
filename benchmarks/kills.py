"""Kill builds at random moments: is the published site always whole, and the next build right?

    python -m benchmarks.kills [--kills 50] [--workers 20] [--seed N] [--folder DIR]

The input changes between three states (an edit, an addition, a deletion); each build from one to the next is killed
with its whole process group, or (``--workers``) only one of its worker processes is. The site must then be, byte by
byte, that of the old state or that of the new, must never be away meanwhile, and the next build must give the bytes of
a clean one and leave nothing behind.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import text_of
from jianbao.site.folders import files

ROOT = Path(__file__).resolve().parents[1]
STATES = ({0: "", 1: "", 2: ""}, {0: "又及。", 1: "", 3: ""}, {0: "再及。", 2: "另及。", 3: "", 4: ""})
"""Which articles there are, and what each has at its end."""
LIMIT = 300.0
"""Seconds after which a build hangs."""


class NotWholeError(AssertionError):
    """A site that is neither the old nor the new one, or a build that did not do what it should."""


def tree(folder: Path) -> dict[str, str]:
    """Hash of every file under a folder, by path."""
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in files(folder)}


@dataclass
class Victim:
    """A small project whose builds get killed."""

    folder: Path
    dice: random.Random
    states: int = len(STATES)
    state: int = 0
    seconds: float = 0.0
    sites: list[dict[str, str]] = field(default_factory=list)
    docs: list[dict[str, str]] = field(default_factory=list)

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def prepare(self) -> None:
        """Build each state twice: one after the other, to time it, and clean, to know what is right."""
        (self.folder / "knowledge").mkdir(parents=True)
        for state in range(self.states):
            self._lay(state)
            begin = time.monotonic()
            self._finish(self._start("out"))
            self.seconds = time.monotonic() - begin
        for state in range(self.states):
            self._lay(state)
            clean = self.folder / f"clean{state}"
            clean.mkdir()
            shutil.copy(self.out / "permalinks.yml", clean)
            self._finish(self._start(clean.name))
            self.sites.append(tree(clean / "site"))
            self.docs.append(tree(clean / "docs"))
        self.state = self.states - 1
        self._lay(self.state)

    def kill(self, worker: bool) -> str:
        """Go to another state, be killed on the way, and go there after all; how it went, in a word."""
        old, new = self.state, self.dice.choice([state for state in range(self.states) if state != self.state])
        self._lay(new)
        away = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(away, done := threading.Event()))
        watcher.start()
        moment = self.dice.uniform(0.0, self.seconds)
        process = self._start("out")
        time.sleep(moment)
        if worker:
            how = self._kill_worker(process)
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            how = "killed" if process.wait() == -signal.SIGKILL else "too late"
        process.communicate()
        done.set()
        watcher.join()
        if away.is_set():
            raise NotWholeError(f"killed after {moment:.2f} s: the site was away")
        site = tree(self.out / "site")
        if site not in (self.sites[old], self.sites[new]):
            raise NotWholeError(f"killed after {moment:.2f} s: the site is neither old nor new")
        self.state = new
        self._finish(self._start("out"))
        self._is_right(new)
        return f"{how}, site {'old' if site == self.sites[old] else 'new'}"

    def _lay(self, state: int) -> None:
        shutil.rmtree(self.folder / "seeds", ignore_errors=True)
        (self.folder / "seeds").mkdir()
        for number, end in STATES[state].items():
            (self.folder / "seeds" / f"{number}.txt").write_text(text_of(number) + end, encoding="utf-8")

    def _start(self, out: str) -> subprocess.Popen[str]:
        folders = ["--seeds", "seeds", "--knowledge", "knowledge", "--output", out]
        command = [sys.executable, str(ROOT / "build.py"), "build", "-q", "--jobs", "2", *folders]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, stdout=pipe, stderr=pipe, text=True, start_new_session=True)

    def _finish(self, process: subprocess.Popen[str]) -> None:
        _, said = process.communicate(timeout=LIMIT)
        if process.returncode or said:
            raise NotWholeError(f"a build that nobody killed left with {process.returncode}: {said}")

    def _kill_worker(self, process: subprocess.Popen[str]) -> str:
        """Kill one child of a build; the build must end, with one line unless it was not in need of that child."""
        children = _children(process.pid)
        if children:
            with suppress(ProcessLookupError):
                os.kill(self.dice.choice(children), signal.SIGKILL)
        try:
            _, said = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise NotWholeError("the build hangs without its worker") from None
        if process.returncode == 0 and not said:
            return "worker killed, not needed" if children else "no worker yet or any more"
        if process.returncode != 1 or len(said.splitlines()) != 1 or "worker" not in said:
            raise NotWholeError(f"a dead worker is told as {process.returncode}: {said}")
        return "worker killed, told"

    def _watch(self, away: threading.Event, done: threading.Event) -> None:
        while not done.is_set():
            if not (self.out / "site" / "index.html").exists():
                away.set()
            time.sleep(0.0005)

    def _is_right(self, state: int) -> None:
        if tree(self.out / "site") != self.sites[state] or tree(self.out / "docs") != self.docs[state]:
            raise NotWholeError("the build after a kill is not what a clean one is")
        left = [path for path in files(self.out) if path.endswith(".part") or "/site-" in path or "/staged/" in path]
        if left:
            raise NotWholeError(f"a kill left behind {left[:3]}")


def _children(process: int) -> list[int]:
    """Living children of a process (Linux)."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number, _, rest = place.read_text().partition(" (")
            state, parent = rest.rpartition(") ")[2].split()[:2]
            if int(parent) == process and state != "Z":
                found.append(int(number))
    return sorted(found)


def run(folder: Path, kills: int, workers: int, seed: int, states: int = len(STATES)) -> Counter[str]:
    """Kill so many builds, and so many builds' workers; how often each went how."""
    victim = Victim(folder, random.Random(seed), states)
    victim.prepare()
    went: Counter[str] = Counter()
    for number in range(kills + workers):
        went[how := victim.kill(worker=number >= kills)] += 1
        sys.stderr.write(f"{number + 1}: {how}\n")
    return went


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="kills-"))
    begin = time.monotonic()
    for how, count in sorted(run(folder, given.kills, given.workers, given.seed).items()):
        print(f"{count:4}  {how}")
    print(f"{given.kills + given.workers} builds killed in {time.monotonic() - begin:.0f} s; every site whole")


if __name__ == "__main__":
    main()
