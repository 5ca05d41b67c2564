"""A file is written whole or stays what it was."""

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
