"""Cases that stand beside an exercise, as Python: what a function is tried on.

A block such as this one holds all that is needed::

    def double(x):
        ...

    double(3) == 6
    double(np.array([1, 2])) == [2, 4]

    def double(x):
        \"\"\"That is the square.\"\"\"
        return x**2

The first function of a name, or class, is what the reader begins with. A comparison is
a case: a call and what it should return, in which a list is an array. Each further
function of that name is a usual slip, and its docstring the words that help. ``np`` is
NumPy, and assignments are for all of these.
"""

import ast
import inspect
from dataclasses import dataclass

import numpy as np

from annutils.project.check import problem

__all__ = ["Exercise"]

FILE = "cases"


@dataclass(frozen=True)
class Exercise:
    """What a block says.

    Attributes
    ----------
    names : tuple of str
        The functions that are tried.
    cases : dict of str to list
        For each function pairs of arguments, by name, and of what is expected.
    slips : dict of str to dict
        For each function usual mistakes, by the words that help.
    """

    names: tuple
    cases: dict
    slips: dict

    @classmethod
    def read(cls, block):
        """Read a block.

        Parameters
        ----------
        block : str

        Returns
        -------
        Exercise

        Raises
        ------
        ValueError
            If a case is not a call of a function that is asked for and its result, or
            a slip has no words.
        """
        known, first, slips, compared = {"np": np}, {}, {}, []
        for statement in ast.parse(block).body:
            if isinstance(statement, ast.Expr):
                compared.append(statement.value)
                continue
            name = getattr(statement, "name", None)
            if name in first:
                words = ast.get_docstring(statement)
                if not words:
                    raise ValueError(f"a slip says what helps: {name} has no docstring")
                run(statement, known)
                slips[name][" ".join(words.split())] = known[name]
                continue
            run(statement, known)
            if name:
                first[name], slips[name] = known[name], {}
        cases = {}
        for node in compared:
            name, case = read_case(node, first, known)
            cases.setdefault(name, []).append(case)
        return cls(tuple(cases), cases, slips)

    def problem(self, name, function):
        """Try a function on its cases.

        Parameters
        ----------
        name : str
        function : callable
            The reader's own.

        Returns
        -------
        str
            What is wrong with the first case that fails; "" when none does.
        """
        return problem(self.cases[name], self.slips[name], function)

    def check(self, own):
        """Say what is wrong with functions, or that nothing is.

        Parameters
        ----------
        own : dict
            Functions by their names, such as ``globals()`` in a notebook.
        """
        for name in self.names:
            n = len(self.cases[name])
            if name not in own:
                print(f"✗ {name}: write it in a cell above, and run that first")
            elif problem := self.problem(name, own[name]):
                print(f"✗ {name}, {problem}")
            else:
                print(f"✓ {name}: {n} case{'s' if n > 1 else ''}")


def run(statement, known):
    """Run one statement of a block."""
    exec(compile(ast.Module([statement], []), FILE, "exec"), known)  # noqa: S102


def read_case(node, first, known):
    """Return the function that a comparison calls, its arguments and the result."""
    match node:
        case ast.Compare(ast.Call(ast.Name(name), values), [ast.Eq()], [right]) if (
            name in first
        ):
            values = [evaluated(value, known) for value in values]
            bound = inspect.signature(first[name]).bind(*values)
            return name, (bound.arguments, evaluated(right, known))
    raise ValueError(f"a case is a call == a result, got {ast.unparse(node)}")


def evaluated(node, known):
    """Return the value of an expression of a block."""
    return arrays(eval(compile(ast.Expression(node), FILE, "eval"), known))  # noqa: S307


def arrays(value):
    """Return a list as an array; in a tuple of results, each one."""
    if isinstance(value, tuple):
        return tuple(map(arrays, value))
    return np.array(value) if isinstance(value, list) else value
