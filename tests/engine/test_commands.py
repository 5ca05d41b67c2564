"""The commands say what they did, and fail with one line that helps."""

import pytest
from annbook.__main__ import main
from annbook.chapters import all_chapters


def test_an_unknown_chapter_is_answered_with_the_known_ones(capsys):
    assert main(["execute", "--chapter", "practice/mnits"]) == 1
    message = capsys.readouterr().err
    assert "no chapter 'practice/mnits'" in message
    assert all_chapters()[0].name in message


def test_help_lists_the_commands(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "execute" in capsys.readouterr().out
