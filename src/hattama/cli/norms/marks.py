"""Which tests are marked with which norms, read from their source without running."""

import ast
from collections.abc import Iterator
from pathlib import Path

MARK = "pytest.mark.norm"
UNREADABLE = ""  # stands for a mark whose argument is not a plain text

Marks = dict[str, list[str]]
Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def marked(tests: Path) -> Marks:
    """Map each norm id to the tests marked with it, as "tests/…/test_x.py::test_y"."""
    found: Marks = {}
    for path in sorted(tests.rglob("test_*.py")):
        name = path.relative_to(tests.parent).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for norm_id, test in marks_of(tree, name):
            found.setdefault(norm_id, []).append(test)
    return found


def marks_of(tree: ast.Module | ast.ClassDef, name: str) -> Iterator[tuple[str, str]]:
    for statement in tree.body:
        if isinstance(statement, Named) and statement.name.lower().startswith("test"):
            test = f"{name}::{statement.name}"
            for decorator in statement.decorator_list:
                yield from ((norm_id, test) for norm_id in ids_in(decorator))
            if isinstance(statement, ast.ClassDef):
                yield from marks_of(statement, test)
        elif isinstance(statement, ast.Assign) and is_pytestmark(statement):
            yield from ((norm_id, name) for norm_id in ids_in(statement.value))


def is_pytestmark(statement: ast.Assign) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == "pytestmark"
        for target in statement.targets
    )


def ids_in(expression: ast.expr) -> Iterator[str]:
    for call in ast.walk(expression):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == MARK:
            for argument in call.args:
                plain = isinstance(argument, ast.Constant)
                yield str(ast.literal_eval(argument)) if plain else UNREADABLE
