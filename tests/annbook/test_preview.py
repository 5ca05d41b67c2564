"""A preview shows what was saved, survives what is wrong, and ends as a whole."""

import signal
import subprocess
import sys
import threading
import time
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import pytest
from annbook.preview import Task
from annbook.site.server import BUILD, Server
from whole_book import WholeBook

# nohup: one test closes the terminal, and the others need the preview after that
PREVIEW = ["nohup", sys.executable, "-m", "annbook.preview", "--port", "0"]
PATIENCE = 120  # seconds, on a busy machine


def awaited(condition, told=lambda: "it did not come"):
    """Return what the condition returns as soon as that is true."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, told()
        time.sleep(0.1)
    return found


class Preview:
    """A preview of a small book, and a reader of its pages."""

    def __init__(self, book):
        self.book = book
        self.process = book.start(*PREVIEW, stdin=subprocess.DEVNULL)
        self.lines, self.read = [], 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.address = self.told("Serving").split()[1]
        self.told("Built in")

    def _listen(self):
        """Keep what the preview prints."""
        self.lines.extend(self.process.stdout)

    def end(self):
        """End what a failed test would leave."""
        with self.process:  # which closes the pipe
            self.process.kill()
            self.listener.join()

    def page(self, name):
        """Return a page as the preview serves it; empty while there is none."""
        try:
            with urlopen(f"{self.address}book/{name}.html") as answer:  # noqa: S310
                return answer.read().decode()
        except URLError:
            return ""

    def told(self, text):
        """Wait until the preview prints this text; return what is new up to there."""

        def found():
            new = "".join(self.lines[self.read :])
            return new if text in new else ""

        new = awaited(found, lambda: "".join(self.lines))
        self.read = len(self.lines)
        return new


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    book = WholeBook(tmp_path_factory.mktemp("whole"))
    with pytest.MonkeyPatch.context() as patch:
        # the package annutils of this book is for its chapters alone
        patch.setenv("PYTHONSAFEPATH", "1")
        preview = Preview(book)
        yield preview
        preview.end()


def source(preview, name):
    return preview.book.root / "book" / f"{name}.md"


def test_under_nohup_a_closed_terminal_does_not_end_it_and_edits_are_served(preview):
    preview.process.send_signal(signal.SIGHUP)
    preview.book.chapter("two", "print(len('two'))  # a comment")
    text = source(preview, "two").read_text()
    source(preview, "two").write_text(f"{text}\nAn edited word.\n")
    awaited(lambda: "An edited word." in preview.page("two"))
    assert "a comment" in preview.page("two")


def test_a_broken_cell_is_told_and_what_the_mended_one_prints_is_served(preview):
    preview.book.chapter("one", "print(6 / 0)")
    assert "ZeroDivisionError" in preview.told("ZeroDivisionError")
    preview.book.chapter("one", "print(6 * 7)")
    preview.told("one: running its code")
    awaited(lambda: "<span></span>42" in preview.page("one"))


def test_a_broken_page_is_told_shown_and_mended_as_is_the_configuration(preview):
    text = source(preview, "two").read_text()
    source(preview, "two").write_text(f"{text}\n[A dead link](#nowhere)\n")
    said = preview.told("The build found the problems above")
    assert "two.md:" in said
    assert said.count("'nowhere'") == 1
    awaited(lambda: "A dead link" in preview.page("two"))
    config = preview.book.root / "_config.yml"
    title = config.read_text().replace("Artificial neural networks", "Another title")
    config.write_text(title)
    source(preview, "two").write_text(text)
    awaited(lambda: "Another title" in preview.page("two"))
    awaited(lambda: "A dead link" not in preview.page("two"))


def test_the_script_that_loads_pages_anew_is_not_in_the_site(preview):
    assert BUILD in preview.page("two")
    assert [
        path for path, body in preview.book.site().items() if BUILD.encode() in body
    ] == []


def test_ctrl_c_ends_quietly_all_that_the_preview_started(preview):
    preview.book.chapter("one", "import time; time.sleep(600)")
    preview.told("one: running its code")
    family = psutil.Process(preview.process.pid)

    def kernels():
        started = family.children(recursive=True)
        commands = [" ".join(process.cmdline()) for process in started]
        return started if any("ipykernel" in each for each in commands) else []

    started = awaited(kernels)
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) == 0
    assert psutil.wait_procs(started, PATIENCE)[1] == []
    assert "Traceback" not in "".join(preview.lines[preview.read :])


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path, capsys):
    from annbook import preview

    server = Server(tmp_path, 0)
    assert preview.main(["--port", str(server.server_port)]) == 1
    said = capsys.readouterr().err
    assert f"make preview PORT={server.server_port + 1}" in said
    assert len(said.splitlines()) == 1
    server.shutdown()
    server.server_close()


def test_of_a_long_problem_the_last_twelve_lines_are_told():
    said = "for n in range(40): print(n, '\\nreading one')"
    task = Task([sys.executable, "-c", said])
    task.process.wait()
    assert task.problem().split() == [str(n) for n in range(28, 40)]
    task.end()


def test_a_process_that_does_not_heed_its_end_is_killed():
    mute = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True)"
    )
    task = Task([sys.executable, "-c", f"{mute}; time.sleep(600)"])
    awaited(lambda: "1" in task.problem())
    patient = task.process.wait
    task.process.wait = lambda seconds=None: patient(0.1 if seconds else None)
    task.end()
    assert task.process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("there", "calls"),
    [([], 0), ([".venv"], 1), ([".venv", ".venv/full"], 0)],
)
def test_what_executes_chapters_is_added_to_an_environment_without(
    tmp_path, monkeypatch, there, calls
):
    from annbook import preview

    for name in there:
        (tmp_path / name).mkdir()
    made = []
    monkeypatch.setattr(preview, "ROOT", tmp_path)
    monkeypatch.setattr(
        preview.subprocess, "run", lambda command, cwd: made.append((command, cwd))
    )
    preview.complete()
    full = str(preview.FULL)
    assert made == [(["make", "--no-print-directory", full], tmp_path)] * calls


def test_pages_ask_which_build_they_are_of(tmp_path):
    (tmp_path / "index.html").write_text("<p>a</p>")
    (tmp_path / "b.css").write_text("p { color: red }")
    server = Server(tmp_path, 0)

    def answer(path):
        with urlopen(server.address + path) as answer:  # noqa: S310
            assert answer.headers["Cache-Control"] == "no-store"
            body = answer.read()
            assert answer.headers["Content-Length"] == str(len(body))
            return answer.headers["Content-Type"], body.decode()

    plain, before = answer(BUILD.strip("/"))
    kind, page = answer("")
    assert page.startswith("<p>a</p>")
    assert before in page
    assert (plain, kind) == ("text/plain; charset=utf-8", "text/html; charset=utf-8")
    assert answer("b.css") == ("text/css", "p { color: red }")
    server.tell()
    assert answer(BUILD.strip("/"))[1] != before
    server.shutdown()
    server.server_close()
