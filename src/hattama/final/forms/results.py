"""Forms of applications and readmission."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.final.actions.readmission import Vote
from hattama.final.models import Application, Candidate, Seat
from hattama.people.models import Person


class ApplicationForm(forms.Form):
    """A student's application to the chair, in free form."""

    kind = forms.ChoiceField(label=_("What you ask for"), choices=Application.Kind)
    text = forms.CharField(
        label=_("Your application"),
        help_text=_("In your own words: what happened and what you ask for."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=5000,
    )
    evidence = forms.FileField(
        label=_("Document that confirms it"),
        help_text=_("PDF or picture; an absence cannot be excused without one."),
        required=False,
    )
    medical = forms.BooleanField(
        label=_("The document is about the state of health"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Turn the upload into its name and content."""
        cleaned = super().clean() or {}
        upload = cleaned.get("evidence")
        cleaned["evidence"] = (upload.name, upload.read()) if upload else None
        return cleaned


class RefusalForm(forms.Form):
    """Why an application is refused."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class ReadmissionForm(forms.Form):
    """What the commission decided on readmission."""

    again_on = forms.DateField(
        label=_("Heard again on"), widget=forms.DateInput(attrs={"type": "date"})
    )
    present = forms.ModelMultipleChoiceField(
        label=_("Present"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    ayes = forms.IntegerField(label=_("Votes for"), min_value=0, max_value=50)
    noes = forms.IntegerField(label=_("Votes against"), min_value=0, max_value=50)

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Seat.objects.filter(commission=candidate.commission)
        voters = seats.exclude(role=Seat.Role.SECRETARY)
        present = cast("forms.ModelMultipleChoiceField[Person]", self.fields["present"])
        present.queryset = Person.objects.filter(seats__in=voters)

    def vote(self) -> Vote:
        """How the commission voted."""
        cleaned = self.cleaned_data
        return Vote(list(cleaned["present"]), cleaned["ayes"], cleaned["noes"])
