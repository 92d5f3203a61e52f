"""Forms of campaigns and attestations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.forms import TextsFormField
from hattama.base.texts import pick
from hattama.core.attestations import FORMS
from hattama.final.actions.campaign import Decision
from hattama.final.forms.inputs import DayField, MomentField
from hattama.final.models import Attestation
from hattama.people.models import Institution, Programme

MOST_TICKETS = 200


class CampaignForm(forms.Form):
    """A year's final attestation."""

    title = TextsFormField(label=_("Title"))
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))


class AttestationForm(forms.Form):
    """A programme's form and first sitting."""

    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Programme"))
    form = forms.ChoiceField(label=_("Form"))
    scope = forms.ChoiceField(
        choices=[("", _("Defence")), *Attestation.Scope.choices],
        required=False,
        label=_("What the exam asks about"),
    )
    subject = TextsFormField(
        required=False, label=_("Disciplines or modules of the exam")
    )
    disciplines = forms.IntegerField(
        min_value=1, max_value=20, initial=1, label=_("How many disciplines")
    )
    form_decision = forms.CharField(
        max_length=200, label=_("Decision on the form: number and date")
    )
    first_sitting = MomentField(label=_("First sitting"))
    minutes = forms.IntegerField(
        min_value=1,
        max_value=480,
        initial=15,
        label=_("Minutes for one student, or for the whole written exam"),
    )
    preparation_minutes = forms.IntegerField(
        min_value=0, max_value=240, initial=0, label=_("Minutes to prepare the answer")
    )
    health_rules = forms.BooleanField(
        required=False, label=_("Follows order KR DSM-46 (medical programmes)")
    )
    agreement = forms.FileField(
        required=False, label=_("Agreement of the accredited body to the dates")
    )

    def __init__(self, *args: Any, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = FORMS[institution.book]
        self.fields["form"].choices = [  # type: ignore[attr-defined]
            choice for choice in Attestation.Form.choices if choice[0] in offered
        ]
        self.fields["programme"].queryset = institution.programmes.all()  # type: ignore[attr-defined]
        self.fields["programme"].label_from_instance = _programme  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An exam asks about something; a defence does not."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("form") == Attestation.Form.DEFENCE:
            given["scope"] = ""
        elif not given.get("scope"):
            self.add_error("scope", _("Say what the exam asks about."))
        return given

    def decision(self) -> Decision:
        """What was decided, once the form is valid."""
        given = dict(self.cleaned_data)
        file = given.pop("agreement")
        return Decision(**given, agreement=(file.name, file.read()) if file else None)


class MoveForm(forms.Form):
    """Another first sitting."""

    first_sitting = MomentField(label=_("First sitting"))
    reason = forms.CharField(max_length=500, label=_("Reason"))


class TicketsForm(forms.Form):
    """The tickets of an oral exam."""

    tickets = forms.CharField(
        label=_("Tickets"),
        help_text=_("One ticket a line, in order."),
        widget=forms.Textarea({"rows": 12}),
    )

    def clean_tickets(self) -> list[str]:
        """Give the lines that hold something."""
        lines = [line.strip() for line in self.cleaned_data["tickets"].splitlines()]
        tickets = [line for line in lines if line]
        if len(tickets) > MOST_TICKETS:
            raise forms.ValidationError(_("At most 200 tickets."))
        return tickets


def _programme(programme: Programme) -> str:
    return f"{programme.code} {pick(programme.name)}".strip()
