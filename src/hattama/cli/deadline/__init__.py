"""./hattama deadline: count a period of the regulations, day by day."""

import argparse
import json
import sys
from datetime import date, datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

from hattama.cli.deadline.words import as_json, as_text, in_words, told
from hattama.core.calendar import national_calendar
from hattama.core.deadlines import count
from hattama.core.norms.rulebook import BOOKS, Rule, rulebook
from hattama.core.rules import RuleBroken

HOME = ZoneInfo("Asia/Almaty")
REFUSALS = {
    "unknown-rule": "%(book)s has no rule %(rule)r; see --list",
    "no-period": "%(rule)r is no period that could be counted; see --list",
}


class OneLineParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sys.exit(refused(message))


def run(arguments: list[str]) -> int:
    asked = parser().parse_args(arguments)
    if asked.list:
        return listed(asked)
    if not (asked.rule and asked.book and asked.event):
        return refused("give a RULE, --book and --from, or --list")
    try:
        return counted(asked)
    except RuleBroken as broken:
        return refused(REFUSALS[broken.code] % vars(asked))
    except (OverflowError, ValueError):
        return refused(f"no calendar reaches as far as {asked.event.isoformat()}")


def parser() -> OneLineParser:
    command = OneLineParser(prog="hattama deadline", description=__doc__)
    command.add_argument("rule", nargs="?", metavar="RULE")
    command.add_argument("--book", choices=BOOKS)
    command.add_argument(
        "--from",
        dest="event",
        type=moment,
        metavar="TIME",
        help="the first sitting (counted back) or the event (counted forwards)",
    )
    command.add_argument("--week", type=int, choices=(5, 6), default=5)
    command.add_argument(
        "--off",
        type=day,
        action="append",
        default=[],
        metavar="DATE",
        help="a day off of the institution itself; may be repeated",
    )
    command.add_argument("--list", action="store_true", help="list the rules")
    command.add_argument("--json", action="store_true")
    return command


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=HOME)


def counted(asked: argparse.Namespace) -> int:
    on = asked.event.astimezone(HOME).date()
    since = rulebook(asked.book, on).since
    rule = rulebook(asked.book, max(on, since)).rule(asked.rule)
    years = range(on.year - 1, on.year + 2)
    found = count(rule, asked.event, national_calendar(asked.week, asked.off, years))
    warnings = [f"the days off of {year} are not settled" for year in found.unsettled]
    if on < since:
        warnings.append(f"{asked.book} was not in force before {since}")
    for warning in warnings:
        print(f"hattama deadline: {warning}", file=sys.stderr)
    print(as_json(found, warnings) if asked.json else as_text(found))
    return 0


def listed(asked: argparse.Namespace) -> int:
    books = [asked.book] if asked.book else BOOKS
    rules = [(book, rule) for book in books for rule in periods(book)]
    if asked.json:
        print(json.dumps([told(book, rule) for book, rule in rules], indent=2))
        return 0
    for book, rule in rules:
        print(f"{book:<7} {rule.id:<17} {in_words(rule):<37} {', '.join(rule.basis)}")
    return 0


def periods(book: str) -> list[Rule]:
    rules = rulebook(book, date.max).rules.values()
    return [rule for rule in rules if rule.is_period]


def refused(message: str) -> int:
    print(f"hattama deadline: {message}", file=sys.stderr)
    return 2
