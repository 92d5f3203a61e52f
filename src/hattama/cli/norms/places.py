"""Whether a dotted place exists in the source, found out without importing it."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def exists(place: str, source: Path) -> bool:
    """Say whether `place` is a module or something defined in one.

    Args:
        place: dotted path, such as "hattama.core.deadlines.count".
        source: the folder that holds the package.
    """
    parts = place.split(".")
    for cut in range(len(parts), 0, -1):
        module = module_file(source.joinpath(*parts[:cut]))
        if module:
            tree = ast.parse(module.read_text(encoding="utf-8"))
            return defines(tree.body, parts[cut:])
    return False


def module_file(path: Path) -> Path | None:
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((found for found in candidates if found.is_file()), None)


def defines(body: Iterable[ast.stmt], names: list[str]) -> bool:
    if not names:
        return True
    return any(
        names[0] in names_of(statement)
        and (len(names) == 1 or defines(getattr(statement, "body", ()), names[1:]))
        for statement in body
    )


def names_of(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.ImportFrom):
        yield from (alias.asname or alias.name for alias in statement.names)
    elif isinstance(statement, ast.Assign):
        yield from map(ast.unparse, statement.targets)
    elif isinstance(statement, ast.AnnAssign):
        yield ast.unparse(statement.target)
