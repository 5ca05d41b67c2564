"""A file is written whole or stays what it was."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from annutils.files import write_whole


def test_a_file_is_written_and_replaced(tmp_path):
    for content in (b"old", b"new"):
        write_whole(str(tmp_path / "a.json"), content)
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_failed_write_leaves_the_old_file_alone(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def refuse(self, _):
        self.touch()
        raise OSError("no space left on device")

    monkeypatch.setattr(f"pathlib.Path.{step}", refuse)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"old"


def test_threads_that_write_one_file_leave_one_of_their_contents(tmp_path):
    path, contents = tmp_path / "a.json", [bytes([n]) * 100_000 for n in range(32)]
    with ThreadPoolExecutor(8) as pool:
        [*pool.map(lambda content: write_whole(path, content), contents)]
    assert path.read_bytes() in contents
    assert os.listdir(tmp_path) == ["a.json"]


def test_the_longest_name_can_be_written(tmp_path):
    path = tmp_path / ("n" * os.pathconf(tmp_path, "PC_NAME_MAX"))
    write_whole(path, b"")
    assert path.exists()


def test_through_a_link_the_file_is_written_that_it_points_to(tmp_path):
    (tmp_path / "a.json").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a.json")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.json").read_bytes() == b"new"
