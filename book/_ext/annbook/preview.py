"""``make preview``: serves the book, and shows what an author saved in a moment.

It watches the sources and builds when one changes; the chapters whose code was edited
run beside it. What goes wrong is told in a few lines, and the preview goes on.
"""

import argparse
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from annbook.arguments import whole_number
from annbook.paths import ROOT
from annbook.results.failures import plain
from annbook.site import up_to_date
from annbook.site.server import Server
from annbook.stopping import heed_signals

POLL = 0.3  # seconds
BUILD = [sys.executable, "-m", "annbook.standby"]
EXECUTE = [sys.executable, "-m", "annbook", "execute", "--chapter"]
FULL = Path(".venv", "full")
# What a build has imported or read before it looks at pages.
IMPORTED = re.compile(r"_config\.yml|(annutils|book[/\\]_ext)[/\\].*")
PROGRESS = re.compile(r"reading |writing |Running Sphinx|loading translations|$")
TOLD = 12  # lines of a problem


def main(arguments=None):
    """Preview until Ctrl+C; return the exit status."""
    parser = argparse.ArgumentParser(description="serve the book as it is edited")
    parser.add_argument("--port", type=whole_number(0, 65535), default=8000)
    port = parser.parse_args(arguments).port
    try:
        server = Server(ROOT / up_to_date.SITE, port)
    except OSError as error:
        told = f"Port {port} cannot be had ({error.strerror})"
        print(f"{told}: make preview PORT={port + 1}", file=sys.stderr)
        return 1
    heed_signals()
    preview = Preview(server)
    try:
        say(f"Serving {server.address} (stop with Ctrl+C)")
        preview.watch()
    except KeyboardInterrupt:
        return 0
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl+C is too late
        preview.end()


class Preview:
    """Watches, builds and runs.

    Parameters
    ----------
    server : Server
    """

    def __init__(self, server):
        self.server = server
        self.standby = Task(BUILD)
        self.runs = {}  # of chapters, by their sources

    def watch(self):
        """Build whenever a source changes, for ever."""
        seen = up_to_date.files(ROOT, up_to_date.SOURCES)
        self.build()
        while True:
            now = up_to_date.files(ROOT, up_to_date.SOURCES)
            names = now.keys() | seen.keys()
            edited = {name for name in names if now.get(name) != seen.get(name)}
            seen = now
            if edited:
                if any(map(IMPORTED.fullmatch, edited)):
                    self.renew()
                self.build()
                self.run(edited)
            self.report()
            time.sleep(POLL)

    def build(self):
        """Build the site, and have open pages load it."""
        started = time.perf_counter()
        status = self.standby.go()
        self.server.tell()
        seconds = time.perf_counter() - started
        say(f"Built in {seconds:.1f} s" if status == 0 else self.standby.problem())
        self.renew()

    def renew(self):
        """Have a process ready for the next build."""
        self.standby.end()
        self.standby = Task(BUILD)

    def run(self, edited):
        """Run the chapters that were edited and whose results are of other code."""
        for name in up_to_date.stale(ROOT):
            source = str(Path("book", f"{name}.md"))
            if source not in edited:
                continue
            complete()
            if source in self.runs:
                self.runs.pop(source).end()
            say(f"{name}: running its code")
            self.runs[source] = Task([*EXECUTE, name])

    def report(self):
        """Tell how the runs went that are over; their results are a change to build."""
        for source, task in list(self.runs.items()):
            if (status := task.process.poll()) is not None:
                say("Done" if status == 0 else task.problem())
                self.runs.pop(source).end()

    def end(self):
        """Leave nothing running."""
        for task in (self.standby, *self.runs.values()):
            task.end()
        self.server.server_close()


class Task:
    """A process whose output is kept, to tell of it when it fails.

    Parameters
    ----------
    command : list of str
    """

    def __init__(self, command):
        self.log = tempfile.TemporaryFile()  # noqa: SIM115
        self.process = subprocess.Popen(  # noqa: S603
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def go(self):
        """Give the word that the process waits for; return its exit status."""
        with suppress(BrokenPipeError):  # it failed before: its log says why
            self.process.communicate(b"go\n")
        return self.process.wait()

    def problem(self):
        """Return the end of what the process said, without how far it was."""
        self.log.seek(0)
        text = plain(self.log.read().decode("utf-8", "replace"))
        lines = [line for line in text.splitlines() if not PROGRESS.match(line)]
        return "\n".join(lines[-TOLD:])

    def end(self):
        """End the process, in order if it can."""
        self.process.terminate()
        self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def complete():
    """Let make add what executes chapters, unless it is here."""
    if (ROOT / ".venv").exists() and not (ROOT / FULL).exists():
        command = ["make", "--no-print-directory", str(FULL)]
        subprocess.run(command, cwd=ROOT)  # noqa: S603


def say(text):
    """Print at once."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
