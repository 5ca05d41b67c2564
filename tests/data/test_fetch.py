"""Data files are found, downloaded whole, and never trusted unverified."""

import hashlib
import http.server
import re
import sys
import threading
import urllib.parse

import pytest

from annutils.data import download, fetch

NAME = "mnist.npz"
CONTENT = bytes(range(256)) * 2000  # several chunks


class Server(http.server.ThreadingHTTPServer):
    """Serves CONTENT, with the faults that a test asks for."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = CONTENT
        self.statuses = []  # answered one after the other; then 200
        self.cuts = []  # bytes after which the next connections end
        self.gate = threading.Event()  # closed, it keeps back all but the first piece
        self.gate.set()
        self.n_requests = 0
        self.url = f"http://127.0.0.1:{self.server_port}/{NAME}"

    def handle_error(self, request, client_address):
        """Keep silent about clients that went away."""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.n_requests += 1
        if server.statuses:
            return self.send_error(server.statuses.pop(0))
        content = server.content
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        sent = content[: server.cuts.pop(0)] if server.cuts else content
        self.wfile.write(sent[: download.CHUNK])
        server.gate.wait()
        return self.wfile.write(sent[download.CHUNK :])

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.gate.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def cache(server, tmp_path, monkeypatch):
    """An empty Keras cache; the registry's first file is at our server."""
    monkeypatch.delenv("ANNUTILS_DATA", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(download, "PAUSES", (0, 0))
    monkeypatch.setitem(fetch.DATASETS, NAME, entry(server))
    return tmp_path / "keras" / "datasets"


def entry(server):
    digest = hashlib.sha256(CONTENT).hexdigest()
    return fetch.Dataset(server.url, digest, len(CONTENT), "none")


def put(folder, content=CONTENT):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(content)
    return folder


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", fetch.DATASETS)
def test_the_registry_has_https_addresses_and_full_hashes(name):
    dataset = fetch.DATASETS[name]
    assert urllib.parse.urlsplit(dataset.url).scheme == "https"
    assert re.fullmatch("[0-9a-f]{64}", dataset.sha256)
    assert dataset.size > 0
    assert dataset.license


def test_annutils_data_comes_before_the_cache(cache, tmp_path, monkeypatch, server):
    put(cache)
    assert fetch.read(NAME) == CONTENT
    own = put(tmp_path / "own", b"another file")
    monkeypatch.setenv("ANNUTILS_DATA", str(own))
    with pytest.raises(ValueError, match=f"{re.escape(str(own / NAME))} is corrupt"):
        fetch.read(NAME)
    assert server.n_requests == 0


def test_without_keras_home_the_cache_is_in_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("KERAS_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ANNUTILS_DATA", "~/data")
    expected = [tmp_path / "data", tmp_path / ".keras" / "datasets"]
    assert fetch.search_folders() == expected


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"mnist\.npz.*got 'cifar\.npz'"):
        fetch.read("cifar.npz")


def test_a_corrupt_file_is_refused_with_both_hashes_and_kept(cache, server):
    put(cache, b"something else")
    with pytest.raises(ValueError, match="corrupt") as caught:
        fetch.read(NAME)
    expected = fetch.DATASETS[NAME].sha256
    got = hashlib.sha256(b"something else").hexdigest()
    for part in (str(cache / NAME), expected, got, server.url):
        assert part in str(caught.value)
    assert (cache / NAME).read_bytes() == b"something else"
    assert server.n_requests == 0


def test_a_missing_file_is_downloaded_into_the_cache(cache, server, capfd):
    assert fetch.read(NAME) == CONTENT
    assert (cache / NAME).read_bytes() == fetch.read(NAME) == CONTENT
    assert files(cache) == [NAME]
    assert server.n_requests == 1
    assert capfd.readouterr() == ("", ""), "no terminal, no progress bar"


def test_a_missing_file_is_downloaded_into_a_cache_that_has_others(cache):
    cache.mkdir(parents=True)
    (cache / "other.npz").write_bytes(b"")
    assert fetch.read(NAME) == CONTENT
    assert files(cache) == [NAME, "other.npz"]


def test_a_terminal_gets_a_progress_bar_on_standard_error(cache, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    fetch.read(NAME)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(f"\r{NAME} [{30 * '#'}] 0.5 of 0.5 MB\n")


def test_a_broken_connection_is_tried_again(cache, server):
    server.cuts = [100_000, 50_000]
    assert fetch.read(NAME) == CONTENT
    assert server.n_requests == 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(cache, server, status):
    server.statuses = [status]
    assert fetch.read(NAME) == CONTENT


def test_a_download_that_keeps_breaking_leaves_nothing(cache, server):
    server.cuts = [100_000, 1000, 1000]
    with pytest.raises(ConnectionError, match="stopped after 1000 of 512000 bytes"):
        fetch.read(NAME)
    assert files(cache) == []


def test_a_silent_server_is_given_up(cache, server, monkeypatch):
    monkeypatch.setattr(download, "TIMEOUT", 0.05)
    monkeypatch.setattr(download, "PAUSES", ())
    server.gate.clear()
    with pytest.raises(ConnectionError, match="timed out"):
        fetch.read(NAME)


def test_without_network_the_error_says_all_that_helps(cache, server, monkeypatch):
    monkeypatch.setenv("ANNUTILS_DATA", "/nowhere")
    server.shutdown()
    server.server_close()
    with pytest.raises(ConnectionError, match="cannot be reached") as caught:
        fetch.read(NAME)
    for part in (NAME, "/nowhere", str(cache), server.url, "set ANNUTILS_DATA"):
        assert part in str(caught.value)
    assert files(cache) == []


@pytest.mark.parametrize("status", [403, 404, 416])
def test_a_file_that_the_server_refuses_is_not_found(cache, server, status):
    server.statuses = [status]
    with pytest.raises(FileNotFoundError, match=f"answers {status}.*ANNUTILS_DATA"):
        fetch.read(NAME)
    assert server.n_requests == 1
    assert files(cache) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"log in first", "announces 12"), (CONTENT[::-1], "corrupt")],
    ids=["of another size", "of the same size"],
)
def test_a_wrong_download_leaves_nothing_behind(cache, server, content, message):
    server.content = content
    with pytest.raises(ValueError, match=message):
        fetch.read(NAME)
    assert files(cache) == []


def test_a_cache_that_cannot_be_written_is_named(cache):
    cache.parent.write_text("a file where a folder should be")
    with pytest.raises(OSError, match=f"{NAME} is not in {re.escape(str(cache))}"):
        fetch.read(NAME)
