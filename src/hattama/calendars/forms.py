"""A day, a period."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.forms import TextsFormField, ValuesForm, day_input
from hattama.calendars.models import Day, Period

OWN_KINDS = [
    (Day.Kind.OWN, Day.Kind.OWN.label),
    (Day.Kind.WORKED, Day.Kind.WORKED.label),
]
NATIONAL_KINDS = [
    (kind, kind.label) for kind in (Day.Kind.HOLIDAY, Day.Kind.MOVED, Day.Kind.WORKED)
]


class OwnDayForm(ValuesForm):
    """A day off of the institution, or a day it works although others rest."""

    kind = forms.ChoiceField(label=_("Kind"), choices=OWN_KINDS)
    name = TextsFormField(label=_("Name"))

    class Meta:
        model = Day
        fields: ClassVar[Any] = ["date", "kind", "name", "source"]
        labels: ClassVar[Any] = {
            "date": _("Day"),
            "source": _("The act or order that says so"),
        }
        help_texts: ClassVar[Any] = {"source": ""}
        widgets: ClassVar[Any] = {"date": day_input()}


class NationalDayForm(OwnDayForm):
    """A day that the state sets apart for everybody."""

    kind = forms.ChoiceField(label=_("Kind"), choices=NATIONAL_KINDS)
    week = forms.TypedChoiceField(
        label=_("Counts for"), choices=Day.Week.choices, coerce=int
    )

    class Meta(OwnDayForm.Meta):
        fields: ClassVar[Any] = ["date", "kind", "week", "name", "source"]


class PeriodForm(ValuesForm):
    """A stretch of the calendar of the learning process."""

    name = TextsFormField(label=_("Name"))

    class Meta:
        model = Period
        fields: ClassVar[Any] = ["kind", "name", "starts_on", "ends_on"]
        labels: ClassVar[Any] = {
            "kind": _("Kind"),
            "starts_on": _("First day"),
            "ends_on": _("Last day"),
        }
        widgets: ClassVar[Any] = {"starts_on": day_input(), "ends_on": day_input()}
