"""Two cold executions on one machine give the same bytes."""

import shutil

from annbook.chapters import ROOT, Chapter
from annbook.results import execution

from chapters.ours import each, ours


@each("one", ours({"training/initialization", "practice/mnist"}))
def test_two_cold_runs_give_the_same_bytes(one, tmp_path, small_data, monkeypatch):
    # Python drops assertions: the claims are about the real data, this is not.
    monkeypatch.setenv("PYTHONOPTIMIZE", "1")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")  # which small data give rise to
    executed = []
    for number in (1, 2):
        chapter = Chapter(one.name, tmp_path / str(number))
        chapter.source.parent.mkdir(parents=True)
        shutil.copy(one.source, chapter.source)
        shutil.copy(ROOT / "requirements.txt", chapter.root)
        shutil.copytree(ROOT / "annutils", chapter.root / "annutils")
        execution.execute([chapter], jobs=1, report=lambda line: None)
        lines = chapter.executed.read_bytes().splitlines()
        executed.append([line for line in lines if b'"seconds":' not in line])
    assert executed[0] == executed[1]
