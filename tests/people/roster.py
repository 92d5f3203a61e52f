"""Lists for the tests of imports."""

from datetime import UTC, datetime

from hattama.people.actions import roster as deeds

NOW = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
HEADING = "ЖСН;Тегі;Аты;Туған күні;Топ;E-mail;Қамқоршы;Қамқоршы телефоны"
DARIGA = "040101600000;Нұрпейісова;Дариға;01.01.2004;ИС-22;dariga@example.org;;"
ROWS = [
    ";Әбілова;Жанар;05.02.2004;ИС-22;zhanar@example.org;Әбілова Роза;87010000001",
    ";Серіков;Ерлан;06.03.2004;ИС-22;;;",
]


def csv(*rows, heading=HEADING):
    return "\n".join([heading, *rows]).encode()


def begin(cast, data, kind="students", name="list.csv"):
    return deeds.begin_import(
        institution=cast.university,
        kind=kind,
        name=name,
        data=data,
        by=cast.zarina,
        now=NOW,
    )


def confirm(cast, roster, by=None):
    counts = deeds.planned(roster, NOW).counts
    return deeds.confirm_import(roster, seen=counts, by=by or cast.zarina, now=NOW)


def imported(cast, *rows, kind="students", heading=HEADING, **mapping):
    roster = begin(cast, csv(*rows, heading=heading), kind)
    if mapping:
        deeds.map_columns(roster, mapping)
    return confirm(cast, roster)
