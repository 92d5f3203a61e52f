"""Forms of commissions."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.forms import TextsFormField
from hattama.base.texts import pick
from hattama.final.actions.commission import Composition
from hattama.final.forms.inputs import StaffField, give_staff
from hattama.final.models import Attestation, Campaign
from hattama.people.models import Person

PLACES = range(1, 9)


class CommissionForm(forms.Form):
    """Whom a commission consists of and whom it examines."""

    name = TextsFormField(label=_("Name of the commission"))
    attestations = forms.ModelMultipleChoiceField(
        Attestation.objects.none(),
        label=_("Examines"),
        widget=forms.CheckboxSelectMultiple,
    )
    chair = StaffField(label=_("Chair"))
    secretary = StaffField(label=_("Technical secretary"))

    def __init__(
        self,
        *args: Any,
        campaign: Campaign,
        staff: Mapping[str, Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for place in PLACES:
            self.fields[f"member_{place}"] = StaffField(
                required=place in (1, 2), label=_("Member")
            )
        waiting = campaign.attestations.filter(commissions=None)
        self.fields["attestations"].queryset = waiting.select_related("programme")  # type: ignore[attr-defined]
        self.fields["attestations"].label_from_instance = _examined  # type: ignore[attr-defined]
        give_staff(self, staff)

    def composition(self) -> Composition:
        """Who sits, once the form is valid."""
        given = self.cleaned_data
        members = (given[f"member_{place}"] for place in PLACES)
        return Composition(
            given["chair"], tuple(filter(None, members)), given["secretary"]
        )


class SuccessorForm(forms.Form):
    """Who takes a seat."""

    successor = StaffField(label=_("Who takes the seat"))

    def __init__(self, *args: Any, staff: Mapping[str, Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        give_staff(self, staff)


def _examined(attestation: Attestation) -> str:
    parts = (
        f"{attestation.programme.code} {pick(attestation.programme.name)}",
        attestation.get_form_display(),
        attestation.get_scope_display() if attestation.scope else "",
        pick(attestation.subject),
    )
    return " · ".join(filter(None, parts))
