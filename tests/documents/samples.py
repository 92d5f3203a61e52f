"""Facts of each template, as the rooms above would give them."""

PROGRAMME = {
    "code": "6B06102",
    "name": {"kk": "Ақпараттық жүйелер", "ru": "Информационные системы"},
    "form": "defence",
}
CAMPAIGN = {
    "kk": "2026 жылғы қорытынды аттестаттау",
    "ru": "Итоговая аттестация 2026 года",
}
ORDER = {"number": "14", "date": "2026-04-20"}


def both(kk, ru):
    return {"kk": kk, "ru": ru}


def member(name, role, kk, ru):
    return {"name": name, "role": role, "position": both(kk, ru)}


MEMBERS = [
    member(
        "Қасымов Данияр Ержанұлы",
        "chair",
        "«Қазақтелеком» АҚ департамент директоры",
        "директор департамента АО «Казахтелеком»",
    ),
    member(
        "Ким Вера Сергеевна",
        "member",
        "қауымдастырылған профессор",
        "ассоциированный профессор",
    ),
    member("Жүнісов Марат Әлиұлы", "member", "аға оқытушы", "старший преподаватель"),
    member("Нұрланов Олжас", "member", "аға оқытушы", "старший преподаватель"),
]
SECRETARY = member("Ахметова Сәуле Болатқызы", "secretary", "әдіскер", "методист")
TOPIC = both(
    "Колледж журналын электрондық жүргізудің ақпараттық жүйесі",
    "Информационная система ведения электронного журнала колледжа",
)
STUDENTS = [
    "Сәрсенова Айгерім Ғабитқызы",
    "Иванов Болат Петрович",
    "Өмірзақ Іңкәр Ұланқызы",
    "Щербаков Ярослав Игоревич",
    "Әбілқайыр Һафиз",
]
GRADE = {"grade": "A-", "grade_words": both("өте жақсы", "отлично"), "points": 92}


def entry(hour, kk, ru, *, by_hand=False):
    return {
        "at": f"2026-06-15T{hour}:00+05:00",
        "what": both(kk, ru),
        "by_hand": by_hand,
    }


COMMISSION_ORDER = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "starts_on": "2026-06-01",
    "ends_on": "2026-06-30",
    "programmes": [PROGRAMME, {**PROGRAMME, "code": "7M06101", "form": "oral-exam"}],
    "members": [*MEMBERS, SECRETARY],
    "control": "",
}
ADMISSION_ORDER = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "programme": PROGRAMME,
    "admitted": [{"name": name, "group": "ИС-22"} for name in STUDENTS],
    "refused": [
        {
            "name": "Тұрсынов Нұржан",
            "group": "ИС-22",
            "reason": both(
                "академиялық берешегі бар: 2 пән",
                "академическая задолженность: 2 предмета",
            ),
        }
    ],
    "control": "оқу ісі жөніндегі проректор Г. Сейітова",
}
TOPICS_ORDER = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "programme": PROGRAMME,
    "topics": [
        {
            "name": name,
            "group": "ИС-22",
            "topic": TOPIC,
            "supervisor": "Ким В.С.",
            "reviewer": "Жүнісов М.Ә.",
        }
        for name in STUDENTS
    ],
    "control": "",
}
APPEALS_ORDER = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "starts_on": "2026-06-15",
    "ends_on": "2026-07-03",
    "members": [*MEMBERS[1:], SECRETARY],
    "commissions": [ORDER],
    "control": "",
}
TECHNICAL_ACT = {
    "programme": PROGRAMME,
    "commission_order": ORDER,
    "sitting_at": "2026-06-15T09:00:00+05:00",
    "student": STUDENTS[0],
    "group": "ИС-22",
    "what": "Баяндаманың 4-минутында білім алушының байланысы үзілді.",
    "cause": "Провайдердің желісіндегі апат.",
    "since": "2026-06-15T09:14:00+05:00",
    "until": "2026-06-15T09:36:00+05:00",
    "measures": [both("телефон арқылы байланысты", "связались по телефону")],
    "decision": both(
        "Тыңдау басқа күнге ауыстырылсын.", "Перенести заслушивание на другой день."
    ),
    "next_at": "2026-06-17T09:00:00+05:00",
    "copies": [who["name"] for who in MEMBERS],
}
APPLICATION = {
    "addressee": both(
        "аттестаттау комиссиясының төрағасы Д. Қасымовқа",
        "председателю аттестационной комиссии Д. Касымову",
    ),
    "applicant": STUDENTS[0],
    "applicant_line": both("ИС-22 тобының білім алушысы", "обучающаяся группы ИС-22"),
    "text": "15 маусымда ауруыма байланысты қорғауға қатыса алмаймын.\n\n"
    "#strong[Анықтама] қоса беріледі: <script>alert(1)</script> $x$.",
    "grounds": [both("дәлелді себеп: ауру", "уважительная причина: болезнь")],
    "attachments": ["анықтама.pdf"],
}
HEARING_PROTOCOL = {
    "sitting": "sitting:1",
    "programme": PROGRAMME,
    "commission_order": ORDER,
    "admission_order": {"number": "31", "date": "2026-05-29"},
    "remote": True,
    "platform": "Hattama",
    "started_at": "2026-06-15T09:00:00+05:00",
    "ended_at": "2026-06-15T09:15:00+05:00",
    "student": STUDENTS[0],
    "group": "ИС-22",
    "identified": both(
        "жеке куәліктің түпнұсқасы, бейне арқылы",
        "по видео, оригинал удостоверения личности",
    ),
    "topic": TOPIC,
    "supervisor": "Ким Вера Сергеевна",
    "reviewer": "Жүнісов Марат Әлиұлы",
    "ticket": "",
    "papers": [
        both("дипломдық жұмыс, 64 бет", "дипломная работа, 64 страницы"),
        both("рецензия", "рецензия"),
        both("жетекшінің пікірі", "отзыв руководителя"),
    ],
    "present": MEMBERS[:3],
    "absent": MEMBERS[3:],
    "secretary": SECRETARY["name"],
    "guests": [],
    "course": [
        entry(
            "09:00",
            "Білім алушы шақырылды, жеке басы сәйкестендірілді.",
            "Обучающийся вызван, личность установлена.",
        ),
        entry(
            "09:01",
            "Бөлме көрсетілді, бөгде заттар жоқ.",
            "Комната показана, посторонних предметов нет.",
        ),
        entry(
            "09:02",
            "Тақырып пен ғылыми жетекші жарияланды.",
            "Объявлены тема и научный руководитель.",
        ),
        entry("09:03", "Баяндама басталды.", "Начат доклад."),
        entry(
            "09:10",
            "Баяндама аяқталды, сұрақтар қойылды.",
            "Доклад окончен, заданы вопросы.",
        ),
        entry(
            "09:13",
            "Білім алушы техникалық хатшыға алғыс айтты.",
            "Обучающийся поблагодарил технического секретаря.",
            by_hand=True,
        ),
    ],
    "questions": [
        {
            "asker": "Жүнісов М.Ә.",
            "text": "Деректер қоры қалай қорғалған?",
            "answer": "",
        },
        {
            "asker": "Қасымов Д.Е.",
            "text": "Почему выбрана такая архитектура?",
            "answer": "Мектептердегі байланыс әлсіз болғандықтан.",
        },
    ],
    "reviews": [
        {"author": "Жүнісов М.Ә.", "opinion": "«өте жақсы» деген баға ұсынылады"}
    ],
    "grade_secret": False,
    "degree_secret": True,
    "quorum": "3 / 4",
    "grade_tally": [{"choice": "A-", "votes": 2}, {"choice": "A", "votes": 1}],
    "degree_tally": [{"choice": "award", "votes": 3}],
    **GRADE,
    "passed": True,
    "basis": "ballot",
    "degree": both(
        "6B06102 Ақпараттық жүйелер бойынша бакалавр",
        "бакалавр по программе 6B06102 Информационные системы",
    ),
    "special_opinions": [],
    "incidents": [
        entry(
            "09:05",
            "Байланыс 20 секундқа үзілді, комиссия жалғастыруға шешті.",
            "Связь прервалась на 20 секунд, комиссия решила продолжить.",
        )
    ],
}
SITTING_PROTOCOL = {
    "programmes": [PROGRAMME],
    "commission_order": ORDER,
    "remote": True,
    "platform": "Hattama",
    "started_at": "2026-06-15T09:00:00+05:00",
    "ended_at": "2026-06-15T12:40:00+05:00",
    "present": MEMBERS[:3],
    "absent": [],
    "secretary": SECRETARY["name"],
    "hearings": [
        {
            "name": name,
            "group": "ИС-22",
            "topic": TOPIC,
            "started_at": "2026-06-15T09:00:00+05:00",
            **GRADE,
            "outcome": {},
            "protocol": str(41 + place),
        }
        for place, name in enumerate(STUDENTS[:4])
    ]
    + [
        {
            "name": STUDENTS[4],
            "group": "ИС-22",
            "topic": {},
            "started_at": "",
            "grade": "",
            "grade_words": {},
            "points": None,
            "outcome": both(
                "келмеді, себебі дәлелді", "не явился по уважительной причине"
            ),
            "protocol": "",
        }
    ],
    "decisions": [both("Нәтижелер бекітілсін.", "Утвердить результаты.")],
    "course": [entry("09:00", "Отырыс ашылды.", "Заседание открыто.")],
    "draw_seed": "9f2c0d6a51",
}
RESULTS_REGISTER = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "programme": PROGRAMME,
    "commission_order": ORDER,
    "held_on": ["2026-06-15", "2026-06-16"],
    "lines": [
        {
            "name": name,
            "group": "ИС-22",
            "topic": TOPIC,
            **GRADE,
            "protocol": {"number": "41", "date": "2026-06-15"},
        }
        for name in STUDENTS
    ],
}
APPEAL_DECISION = {
    "order": {"number": "32", "date": "2026-05-29"},
    "sitting_at": "2026-06-17T15:00:00+05:00",
    "application": {"number": "3", "date": "2026-06-16"},
    "student": STUDENTS[1],
    "group": "ИС-22",
    "programme": PROGRAMME,
    "protocol": {"number": "42", "date": "2026-06-15"},
    "claim": "Комиссия не учла ответы на второй и третий вопросы.",
    "old_grade": "C+",
    "old_points": 72,
    "present": MEMBERS[1:],
    "secretary": SECRETARY["name"],
    "considered": [both("бейнежазба", "видеозапись"), both("хаттама", "протокол")],
    "decision": "changed",
    "tally": [{"choice": "changed", "votes": 3}],
    "new_grade": "B-",
    "new_grade_words": both("жақсы", "хорошо"),
    "new_points": 75,
    "reason": "На видеозаписи слышны полные ответы на оба вопроса.",
}
COMMISSION_DECISION = {
    "matter": "readmission",
    "programme": PROGRAMME,
    "commission_order": ORDER,
    "remote": True,
    "sitting_at": "2026-06-18T10:00:00+05:00",
    "present": MEMBERS,
    "secretary": SECRETARY["name"],
    "grounds": [both("білім алушының өтініші", "заявление обучающегося")],
    "ayes": 4,
    "noes": 0,
    "decided": [
        {
            "what": both(
                "Мына білім алушылар осы оқу жылында қайта жіберілсін:",
                "Повторно допустить в текущем учебном году:",
            ),
            "students": STUDENTS[:2],
        }
    ],
}
CHAIR_REPORT = {
    "campaign": CAMPAIGN,
    "school_year": "2025-2026",
    "commission_order": ORDER,
    "chair": MEMBERS[0]["name"],
    "starts_on": "2026-06-01",
    "ends_on": "2026-06-30",
    "sittings": 4,
    "remote": True,
    "lines": [
        {
            "programme": PROGRAMME,
            "admitted": 24,
            "appeared": 23,
            "passed": 22,
            "failed": 1,
            "absent": 1,
            "grades": [
                {"choice": "A", "votes": 6},
                {"choice": "A-", "votes": 9},
                {"choice": "B+", "votes": 7},
            ],
        }
    ],
    "incidents": 1,
    "appeals_lodged": 1,
    "appeals_changed": 1,
    "conclusions": ["Жұмыстардың деңгейі жоғары."],
    "recommendations": ["Тақырыптарды кәсіпорындармен келісу."],
}
FACTS = {
    "commission-order": COMMISSION_ORDER,
    "admission-order": ADMISSION_ORDER,
    "topics-order": TOPICS_ORDER,
    "appeals-order": APPEALS_ORDER,
    "technical-act": TECHNICAL_ACT,
    "application": APPLICATION,
    "hearing-protocol": HEARING_PROTOCOL,
    "sitting-protocol": SITTING_PROTOCOL,
    "results-register": RESULTS_REGISTER,
    "appeal-decision": APPEAL_DECISION,
    "commission-decision": COMMISSION_DECISION,
    "chair-report": CHAIR_REPORT,
}
META = {
    "institution": both(
        "Қарағанды политехникалық жоғары колледжі",
        "Карагандинский политехнический высший колледж",
    ),
    "city": both("Қарағанды", "Караганда"),
    "title": both("Құжаттың атауы", "Название документа"),
    "number": "41",
    "date": "2026-06-15",
    "signatures": [
        {
            "role": both("Төраға", "Председатель"),
            "name": MEMBERS[0]["name"],
            "at": "2026-06-15T13:02:00+05:00",
            "digest": "0123456789abcdef",
        },
        {
            "role": both("Техникалық хатшы", "Технический секретарь"),
            "name": SECRETARY["name"],
            "at": "2026-06-15T13:05:00+05:00",
            "digest": "0123456789abcdef",
        },
    ],
    "supersedes": None,
    "check_code": "ABCD-EFGH-JKLM",
    "check_url": "https://hattama.example.kz/documents/check/ABCDEFGHJKLM/",
    "draft": False,
}
