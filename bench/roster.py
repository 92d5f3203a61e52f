"""./hattama roster on a list of 20,000 students.

PYTHONPATH=src:. .venv/bin/python bench/roster.py [--rows 20000]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from openpyxl import Workbook

from hattama.demo.names import crowd

HEADING = ("ЖСН", "Тегі", "Аты", "Әкесінің аты", "Туған күні", "Топ", "Курс")
A_GROUP = 250


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rows", type=int, default=20_000)
    rows = options.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="hattama-roster-") as folder:
        path = Path(folder) / "list.xlsx"
        write(path, rows)
        began = time.perf_counter()
        command = [sys.executable, "-m", "hattama", "roster", str(path), "--json"]
        told = json.loads(subprocess.run(command, capture_output=True).stdout)
        took = time.perf_counter() - began
    print(f"{told['rows']} rows, {told['accepted']} accepted   {took:.1f} s")


def write(path, rows):
    """Write a workbook of made-up students."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADING)
    for number in range(0, rows, A_GROUP):
        people = islice(crowd(str(number), range(2000 + number % 7, 2010)), A_GROUP)
        for one in people:
            names = (one.surname, one.given, one.patronymic)
            born = one.birth.isoformat()
            sheet.append((one.iin, *names, born, f"Т-{number // A_GROUP}", 3))
    book.save(path)


if __name__ == "__main__":
    main()
