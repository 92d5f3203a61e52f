"""What is typed or chosen in this room."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hattama.appeals.actions.hearing import Verdict
from hattama.appeals.actions.lodging import GROUNDS
from hattama.appeals.models import Appeal, AppealsSeat
from hattama.base import files
from hattama.base.models import StoredFile
from hattama.core.ballots import SCALES
from hattama.people.models import Institution, Person

MOMENT = "%Y-%m-%dT%H:%M"


class ManyFilesInput(forms.ClearableFileInput):
    """A field at which several files can be chosen."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files; each is looked at on its own."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Give a list, empty where nothing was chosen."""
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyFilesField, self).clean(one, initial) for one in chosen]


class AppealForm(forms.Form):
    """The student's appeal."""

    grounds = forms.MultipleChoiceField(
        label=_("What the appeal rests on"),
        choices=list(GROUNDS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    text = forms.CharField(
        label=_("What you disagree with"),
        help_text=_("In your own words. The commission reads exactly this text."),
        widget=forms.Textarea(attrs={"rows": 7}),
        max_length=8000,
    )
    evidence = ManyFilesField(
        label=_("Files"),
        help_text=_("PDF, pictures, Word, MP4 or WebM; several can be chosen."),
        required=False,
    )
    medical = forms.BooleanField(
        label=_("There are papers about health among the files"), required=False
    )

    def kept(self, institution: Institution) -> list[StoredFile]:
        """Keep the files; give them.

        Raises:
            RuleBroken: as `base.files.must_be_acceptable`.
        """
        return [
            files.keep(
                institution=institution.pk,
                name=given.name,
                data=data,
                kind=files.must_be_acceptable(given.name, data),
            )
            for given in self.cleaned_data["evidence"]
            for data in [given.read()]
        ]


class SittingForm(forms.Form):
    """When the appeals commission meets."""

    at = forms.DateTimeField(
        label=_("Day and time"),
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )
    link = forms.URLField(
        label=_("Link of the online meeting"), required=False, assume_scheme="https"
    )


class DecisionForm(forms.Form):
    """What the appeals commission came to."""

    present = forms.ModelMultipleChoiceField(
        label=_("Present"),
        queryset=AppealsSeat.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    upheld = forms.IntegerField(
        label=_("Votes: the result stands"), min_value=0, initial=0
    )
    changed = forms.IntegerField(
        label=_("Votes: the result is changed"), min_value=0, initial=0
    )
    reheard = forms.IntegerField(
        label=_("Votes: the hearing is held anew"), min_value=0, initial=0
    )
    grade = forms.ChoiceField(
        label=_("New grade"),
        help_text=_("Only where the result is changed."),
        required=False,
    )
    points = forms.IntegerField(
        label=_("New points"), min_value=0, max_value=100, required=False
    )
    considered = forms.CharField(
        label=_("What was looked at"),
        help_text=_("One thing a line: the protocol, the recording, the work …"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=8000,
    )
    reason = forms.CharField(
        label=_("Why it was decided so"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=8000,
    )

    def __init__(self, *args: Any, seats: list[AppealsSeat], scale: str, **rest: Any):
        super().__init__(*args, **rest)
        voters = [seat.pk for seat in seats if seat.role != AppealsSeat.Role.SECRETARY]
        present = self.fields["present"]
        present.queryset = AppealsSeat.objects.filter(  # type: ignore[attr-defined]
            pk__in=voters
        ).select_related("person")
        present.label_from_instance = _seated  # type: ignore[attr-defined]
        codes = [(code, code) for code in SCALES[scale].codes]
        self.fields["grade"].choices = [("", "—"), *codes]  # type: ignore[attr-defined]

    def verdict(self) -> Verdict:
        """Give what was entered as the action takes it."""
        entered = self.cleaned_data
        return Verdict(
            present=list(entered["present"]),
            votes={choice: entered[choice] for choice in Appeal.Decision.values},
            considered=entered["considered"],
            reason=entered["reason"],
            grade=entered["grade"],
            points=entered["points"],
        )


class CommissionForm(forms.Form):
    """Of whom an appeals commission is made."""

    chair = forms.ModelChoiceField(label=_("Chair"), queryset=Person.objects.none())
    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        help_text=_("With the chair an odd number: three, five or seven."),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    secretary = forms.ModelChoiceField(
        label=_("Secretary"),
        help_text=_("Does not vote."),
        queryset=Person.objects.none(),
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name in ("chair", "members", "secretary"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]

    def seats(self) -> list[tuple[Person, str]]:
        """Give the chosen people with their roles, chair first."""
        chosen, role = self.cleaned_data, AppealsSeat.Role
        return [
            (chosen["chair"], role.CHAIR),
            *((person, role.MEMBER) for person in chosen["members"]),
            (chosen["secretary"], role.SECRETARY),
        ]


def _seated(seat: AppealsSeat) -> str:
    return f"{seat.person.full_name} ({seat.get_role_display()})"


class ReportForm(forms.Form):
    """The chair's own words; the numbers are counted."""

    conclusions = forms.CharField(
        label=_("Conclusions"),
        help_text=_("One paragraph a line."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    recommendations = forms.CharField(
        label=_("Recommendations"),
        help_text=_("One paragraph a line."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )

    def clean_conclusions(self) -> list[str]:
        """One text a line."""
        return str(self.cleaned_data["conclusions"]).splitlines()

    def clean_recommendations(self) -> list[str]:
        """One text a line."""
        return str(self.cleaned_data["recommendations"]).splitlines()
