"""Forms of topics: the table as it is typed, and a list brought along."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.sheets import read_sheet
from hattama.core.sorting import search_key
from hattama.final.actions.topics import Assignment
from hattama.final.forms.inputs import StaffField, give_staff
from hattama.final.models import Attestation, Candidate
from hattama.people.models import Group, Person

LONGEST = 400  # characters of a topic
COLUMNS = ("name", "topic_kk", "topic_ru", "supervisor", "reviewer")
HEADINGS = {
    "name": _("Student"),
    "topic_kk": _("Topic in Kazakh"),
    "topic_ru": _("Topic in Russian"),
    "supervisor": _("Supervisor"),
    "reviewer": _("Reviewer"),
}


class EnrolForm(forms.Form):
    """Whose students are examined."""

    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(), label=_("Groups"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, attestation: Attestation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = attestation.programme.groups.all()
        self.fields["groups"].queryset = groups  # type: ignore[attr-defined]


class TopicForm(forms.Form):
    """One candidate's line of the table."""

    topic_kk = forms.CharField(
        required=False, max_length=LONGEST, label=HEADINGS["topic_kk"]
    )
    topic_ru = forms.CharField(
        required=False, max_length=LONGEST, label=HEADINGS["topic_ru"]
    )
    supervisor = StaffField(required=False, label=HEADINGS["supervisor"])
    reviewer = StaffField(required=False, label=HEADINGS["reviewer"])

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        candidate: Candidate,
        staff: Mapping[str, Person],
    ) -> None:
        labels = {person.pk: label for label, person in staff.items()}
        super().__init__(
            data,
            prefix=str(candidate.pk),
            initial={
                "topic_kk": candidate.topic.get("kk", ""),
                "topic_ru": candidate.topic.get("ru", ""),
                "supervisor": labels.get(candidate.supervisor_id or 0, ""),
                "reviewer": labels.get(candidate.reviewer_id or 0, ""),
            },
        )
        self.candidate = candidate
        give_staff(self, staff)

    def assignment(self) -> Assignment:
        """What the line says, once it is valid."""
        given = self.cleaned_data
        texts = {"kk": given["topic_kk"], "ru": given["topic_ru"]}
        topic = {code: text for code, text in texts.items() if text}
        return Assignment(topic, given["supervisor"], given["reviewer"])


class TopicListForm(forms.Form):
    """A list of topics as a file or pasted from a spreadsheet."""

    file = forms.FileField(required=False, label=_("File (XLSX or CSV)"))
    pasted = forms.CharField(
        required=False,
        label=_("Or rows pasted from a spreadsheet"),
        help_text=_(
            "Columns in this order: student, topic in Kazakh, topic in Russian,"
            " supervisor, reviewer."
        ),
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(
        self,
        *args: Any,
        candidates: Iterable[Candidate],
        staff: Mapping[str, Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = _by_name(candidates)
        self.staff = staff
        self.assignments: dict[Candidate, Assignment] = {}

    def clean(self) -> dict[str, Any]:
        """Read every row; one that cannot be read refuses the whole list."""
        given: dict[str, Any] = super().clean() or {}
        for number, row in enumerate(_rows(given), start=1):
            if any(row) and not (number == 1 and self._is_heading(row)):
                self._read(number, row)
        if not self.assignments and not self.errors:
            self.add_error(None, _("There is no row to read."))
        return given

    def _is_heading(self, row: Sequence[str]) -> bool:
        return search_key(row[0]) not in self.candidates

    def _read(self, number: int, row: Sequence[str]) -> None:
        cells = dict(zip(COLUMNS, [*row, *[""] * len(COLUMNS)], strict=False))
        candidate = self.candidates.get(search_key(cells.pop("name")))
        if candidate is None:
            wrong = _(
                "Row %(row)s: no candidate, or more than one, is called “%(name)s”."
            )
            self.add_error(None, wrong % {"row": number, "name": row[0][:100]})
            return
        data = {f"{candidate.pk}-{name}": text for name, text in cells.items()}
        line = TopicForm(data, candidate=candidate, staff=self.staff)
        if line.is_valid():
            self.assignments[candidate] = line.assignment()
        for errors in line.errors.values():
            wrong = _("Row %(row)s: %(problem)s")
            self.add_error(None, wrong % {"row": number, "problem": errors[0]})


def _by_name(candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    named = [(search_key(one.student.person.full_name), one) for one in candidates]
    times = Counter(name for name, _one in named)
    return {name: one for name, one in named if times[name] == 1}


def _rows(given: Mapping[str, Any]) -> list[list[str]]:
    file, pasted = given.get("file"), given.get("pasted", "")
    if file:
        return read_sheet(file.name, file.read()).rows
    if not pasted.strip():
        return []
    return [[cell.strip() for cell in line.split("\t")] for line in pasted.splitlines()]
