"""How long the book takes to build, to show an edit, and to execute.

Run by ``make bench``. Two clones, one of them of the commit before the build knew what
had changed, take turns in one run: what else the machine does meets both. They use this
checkout's environment and, for the cold execution, the data files that
``ANNUTILS_DATA`` or Keras's cache folder holds.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
BEFORE = "2f15c04"
BIN = Path(sys.executable).parent
CHAPTER = "history/xor"  # runs in seconds
CELL = "\n```{{code-cell}} python\nprint({word!r})\n```\n"
BUILD = [[BIN / "jupyter-book", "build", ".", "-W", "-n", "--keep-going"]]
BOOK = [sys.executable, "-m", "annbook.book"]
PREVIEW = [sys.executable, "-m", "annbook.preview", "--port", "0"]
EXECUTE = [sys.executable, "-m", "annbook", "execute"]
PATIENCE = 5  # seconds that an author reads before the next edit


class Clone:
    """The book in a folder of its own, at a commit.

    Parameters
    ----------
    folder : Path
    commit : str
    show : list of list of str
        The commands that bring an edit of prose onto the page.
    run : list of list of str
        Those that bring an edited cell's result there.
    """

    def __init__(self, folder, commit, show, run):
        self.folder, self.show, self.run = folder, show, run
        call(["git", "clone", "--quiet", ROOT, folder], ROOT)
        call(["git", "checkout", "--quiet", commit], folder)

    def edit(self, text):
        """Add a text to the chapter."""
        with (self.folder / "book" / f"{CHAPTER}.md").open("a") as file:
            file.write(text)

    def page(self):
        """Return the chapter's page."""
        return (
            self.folder / "_build" / "html" / "book" / f"{CHAPTER}.html"
        ).read_text()

    def seconds(self, commands):
        """Return how long the commands take; stop when one fails."""
        started = time.perf_counter()
        for command in commands:
            call(command, self.folder)
        return time.perf_counter() - started

    def prose(self, word):
        """Return the seconds until the page holds an added word."""
        self.edit(f"\nThe {word}.\n")
        taken = self.seconds(self.show)
        assert word in self.page()  # noqa: S101
        return taken

    def code(self, word):
        """Return the seconds until the page holds what an added cell prints."""
        self.edit(CELL.format(word=word))
        taken = self.seconds(self.run)
        assert self.page().count(word) > 1  # noqa: S101
        return taken

    def preview(self, words):
        """Return the seconds until a preview serves each of the words."""
        process = subprocess.Popen(  # noqa: S603
            PREVIEW,
            cwd=self.folder,
            env=environment(self.folder),
            stdout=subprocess.PIPE,
            text=True,
        )
        address = process.stdout.readline().split()[1]
        process.stdout.readline()  # built
        taken = []
        for word in words:
            time.sleep(PATIENCE)
            started = time.perf_counter()
            self.edit(f"\nThe {word}.\n")
            while word not in urlopen(f"{address}book/{CHAPTER}.html").read().decode():  # noqa: S310
                time.sleep(0.05)
            taken.append(time.perf_counter() - started)
        process.terminate()
        process.wait()
        return min(taken)


def environment(folder):
    """Return the environment in which a clone uses its own packages."""
    paths = [folder / "book" / "_ext", folder]
    return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))}


def call(command, folder):
    """Run a command; stop when it fails."""
    subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        env=environment(folder),
        check=True,
        stdout=subprocess.DEVNULL,
    )


def changed(folder):
    """Return the files that differ from the commit."""
    status = ["git", "status", "--porcelain"]
    done = subprocess.run(  # noqa: S603
        status, cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


def best(measure, *arguments):
    """Return the shorter of two measurements, before and now in turn."""
    return [
        min(pair) for pair in zip(*(measure(each) for each in arguments), strict=True)
    ]


def main():
    """Print the table."""
    results = ROOT / "book" / "_executed"
    megabytes = sum(path.stat().st_size for path in results.rglob("*.ipynb")) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        chapter = [*EXECUTE, "--chapter", CHAPTER]
        before = Clone(Path(folder, "before"), BEFORE, BUILD, BUILD)
        now = Clone(Path(folder, "now"), "HEAD", [BOOK], [chapter, BOOK])
        both = before, now
        print(f"{'the book, in seconds':40} {'before':>10} {'now':>10} {'target':>8}")

        def row(name, taken, target):
            cells = [f"{seconds:10.1f}" for seconds in taken]
            print(f"{name:40} {' '.join(cells)} {target:>8}", flush=True)

        row(
            "site from a clean clone",
            [each.seconds(each.show) for each in both],
            "before",
        )
        row(
            "without a change",
            best(lambda _: [c.seconds(c.show) for c in both], 1, 2),
            1,
        )
        words = "firstword", "secondword"
        row("an edit of prose", best(lambda w: [c.prose(w) for c in both], *words), 6)
        words = "thirdword", "fourthword"
        row("an edited cell", best(lambda w: [c.code(w) for c in both], *words), "")
        preview = now.preview(["fifthword", "sixthword"])
        print(f"{'an edit of prose, in a preview':40} {'':>10} {preview:10.1f} {4:>8}")
        call(["git", "checkout", "--quiet", "."], now.folder)
        cold = now.seconds([[*EXECUTE, "--force"]])
        print(f"{'cold execution of all chapters':40} {'':>10} {cold:10.1f} {480:>8}")
        moved = changed(now.folder)
    print(f"{'files that it changed':51} {len(moved):10} {0:>8}")
    print(f"{'size of book/_executed, in MB':51} {megabytes:10.2f} {14:>8}")


if __name__ == "__main__":
    main()
