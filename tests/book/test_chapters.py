"""Every chapter's code runs: on small made-up data, trained briefly, in one process.

Assertions are left out, as Python does under ``-O``: what the chapters claim is true of
the real data and the whole training, where an execution checks it.
"""

import ast
import sys

import pytest
from annbook.results.cells import code_cells
from IPython.core.interactiveshell import InteractiveShell

EPOCHS, UPDATES = 2, 5


class Shorten(ast.NodeTransformer):
    """Replace each assertion by nothing, epochs by 2, loops by 5."""

    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)

    def visit_keyword(self, node):
        match node:
            case ast.keyword("epochs", ast.Constant(int(n))) if n > EPOCHS:
                node.value.value = EPOCHS
        return self.generic_visit(node)

    def visit_For(self, node):
        match node:
            case ast.For(ast.Name("_"), ast.Call(ast.Name("range"), [count])):
                least = ast.Call(
                    ast.Name("min", ast.Load()), [count, ast.Constant(UPDATES)], []
                )
                node.iter.args = [least]
                ast.fix_missing_locations(node)
        return self.generic_visit(node)


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """Return an IPython shell that works in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    # IPython takes the place of the main module, which new processes look for.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    shell = InteractiveShell()
    shell.history_manager.enabled = False
    shell.ast_transformers.append(Shorten())
    yield shell
    shell.reset(new_session=False)


@pytest.mark.weekly  # whoever edits a chapter runs the same code on all data
@pytest.mark.filterwarnings("ignore")  # small data warn where real data do not
def test_the_code_runs_on_small_data(chapter, shell, small_data):
    for number, cell in enumerate(code_cells(chapter.notebook()), start=1):
        outcome = shell.run_cell(cell.source, silent=True)
        assert outcome.success, f"cell {number}: {outcome.error_in_exec}\n{cell.source}"
