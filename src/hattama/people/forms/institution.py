"""What an institution says of itself, and its own values."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.forms import TextsFormField, ValuesForm, day_input
from hattama.core.norms.rulebook import Rule
from hattama.people.models import Institution
from hattama.people.queries import value_text

CITIES = ("Almaty", "Aqtau", "Aqtobe", "Atyrau", "Oral", "Qostanay", "Qyzylorda")
ZONES = [f"Asia/{city}" for city in CITIES]
WEEKS = [(5, _("Five days")), (6, _("Six days"))]
YES_NO = [("yes", _("yes")), ("no", _("no"))]


class InstitutionForm(ValuesForm):
    """Names, contacts, week, zone, and how the public site names people."""

    name = TextsFormField(label=_("Name"))
    short_name = TextsFormField(label=_("Short name"))
    city = TextsFormField(label=_("City"), required=False)
    week = forms.TypedChoiceField(label=_("Working week"), choices=WEEKS, coerce=int)
    zone = forms.ChoiceField(label=_("Time zone"), choices=[(z, z) for z in ZONES])

    class Meta:
        model = Institution
        fields: ClassVar[Any] = [
            "name",
            "short_name",
            "city",
            "bin",
            "email",
            "phone",
            "week",
            "zone",
            "public_names",
        ]
        labels: ClassVar[Any] = {
            "bin": _("BIN"),
            "email": _("E-mail"),
            "phone": _("Telephone"),
            "public_names": _("Names on the public site"),
        }


class ProcedureForm(ValuesForm):
    """The procedure of final attestation and its technical requirements."""

    procedure = TextsFormField(label=_("Procedure of final attestation"), long=True)
    technical_requirements = TextsFormField(
        label=_("Technical requirements"), long=True
    )

    class Meta:
        model = Institution
        fields: ClassVar[Any] = ["procedure", "technical_requirements"]


class OwnValueForm(forms.Form):
    """A value of the rulebook, from a day on, by an order."""

    order = forms.CharField(label=_("Order: number and date"), max_length=200)
    since = forms.DateField(label=_("From"), widget=day_input())

    def __init__(self, rule: Rule, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule = rule
        self.fields = {"value": value_field(rule), **self.fields}

    def clean_value(self) -> Any:
        """The value as the table keeps it."""
        value = self.cleaned_data["value"]
        if isinstance(self.rule.value, bool):
            return value == "yes"
        return value.isoformat() if isinstance(value, date) else value


def value_field(rule: Rule) -> forms.Field:
    """The field for a rule: yes or no, a choice, a number, a share, a day."""
    if isinstance(rule.value, bool):
        return forms.ChoiceField(label=_("Value"), choices=YES_NO)
    if rule.choices:
        return forms.ChoiceField(
            label=_("Value"), choices=[(c, value_text(c)) for c in rule.choices]
        )
    if isinstance(rule.value, int):
        return forms.IntegerField(label=_("Value"), max_value=10_000)
    if isinstance(rule.value, date):
        return forms.DateField(label=_("Value"), widget=day_input())
    return forms.RegexField(
        r"^[1-9]\d?/[1-9]\d?$", label=_("Value"), help_text=_("A share such as 2/3.")
    )
