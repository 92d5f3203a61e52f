"""./hattama roster FILE: what an import would take and refuse, without a database."""

import argparse
import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hattama.base.sheets import Sheet, must_fit, read_sheet
from hattama.core.roster import Kind, Problem, Roster, read_roster
from hattama.core.rules import RuleBroken

KAZAKHSTAN = timezone(timedelta(hours=5))


def run(arguments: list[str]) -> int:
    """Exit status: 0 something can be imported, 1 nothing can, 2 no readable file."""
    options = parser().parse_args(arguments)
    speak_english()
    try:
        sheet = opened(options.file)
    except OSError as error:
        return complain(f"{options.file}: {error.strerror}")
    except RuleBroken as broken:
        return complain(said(broken))
    kind: Kind = "staff" if options.staff else "students"
    today = datetime.now(UTC).astimezone(KAZAKHSTAN).date()
    roster = read_roster(sheet.rows, today=today, kind=kind)
    problems = [*map(about_file, sheet.warnings), *roster.problems]
    print(as_json(roster, problems) if options.json else as_text(roster, problems))
    return 0 if roster.accepted else 1


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="./hattama roster", description=__doc__)
    options.add_argument("file", type=Path, help="XLSX, XLS, ODS or CSV")
    options.add_argument("--staff", action="store_true", help="a list of staff")
    options.add_argument("--json", action="store_true", help="for programs")
    return options


def opened(path: Path) -> Sheet:
    """The sheet; the size is looked at before anything is read."""
    must_fit(path.name, path.stat().st_size)
    return read_sheet(path.name, path.read_bytes())


def complain(line: str) -> int:
    """Say on standard error why there is nothing to read."""
    print(" ".join(line.split()), file=sys.stderr)
    return 2


def about_file(code: str) -> Problem:
    """A warning about the file as a remark like any other."""
    return Problem(1, "", code)


def as_json(roster: Roster, problems: list[Problem]) -> str:
    """One object for programs."""
    answer = {
        "rows": roster.rows,
        "accepted": len(roster.accepted),
        "problems": [
            {
                "row": problem.row,
                "column": problem.column,
                "code": problem.code,
                "level": problem.level,
                "message": sentence(problem),
            }
            for problem in problems
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(roster: Roster, problems: list[Problem]) -> str:
    """A line per remark, then the sum."""
    lines = [
        f"{p.level:<8} row {p.row:<6} {p.column:<20} {sentence(p)}" for p in problems
    ]
    total = f"{len(roster.accepted)} of {roster.rows} rows can be imported."
    return "\n".join([*lines, total])


def sentence(problem: Problem) -> str:
    """What is wrong and what to do, in English."""
    return said(RuleBroken(problem.code, **problem.facts))


def said(broken: RuleBroken) -> str:
    """Both sentences of a refusal."""
    from django.utils.translation import override

    from hattama.base.messages import refusal

    with override("en"):
        words = refusal(broken)
    return f"{words.what} {words.now}"


def speak_english() -> None:
    """Sentences need some settings, but neither rooms nor a database."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False, USE_TZ=True)
