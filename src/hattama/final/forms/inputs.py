"""Inputs that several forms of this room share."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.people.models import Person


class StaffField(forms.CharField):
    """A person typed by name, with the staff list to choose from.

    The page shows the list once (`final/_staff.html`); without JavaScript the browser
    completes the name from it all the same.
    """

    def __init__(self, **rest: Any) -> None:
        widget = forms.TextInput({"list": "staff", "autocomplete": "off"})
        super().__init__(max_length=300, widget=widget, **rest)
        self.staff: Mapping[str, Person] = {}

    def clean(self, value: Any) -> Any:
        """Find who is meant.

        Raises:
            ValidationError: when nobody of the staff is called so.
        """
        typed = " ".join(super().clean(value).split())
        if not typed:
            return None
        if typed not in self.staff:
            raise forms.ValidationError(
                _("Nobody of the staff is called “%(name)s”."), params={"name": typed}
            )
        return self.staff[typed]


class MomentField(forms.DateTimeField):
    """A day and time on the institution's clocks, to the minute."""

    def __init__(self, **rest: Any) -> None:
        widget = forms.DateTimeInput(
            {"type": "datetime-local", "step": "300"}, format="%Y-%m-%dT%H:%M"
        )
        super().__init__(
            input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"], widget=widget, **rest
        )


class DayField(forms.DateField):
    """A day."""

    def __init__(self, **rest: Any) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(input_formats=["%Y-%m-%d", "%d.%m.%Y"], widget=widget, **rest)


def give_staff(form: forms.BaseForm, staff: Mapping[str, Person]) -> None:
    """Let the form's staff fields know whom they can find."""
    for field in form.fields.values():
        if isinstance(field, StaffField):
            field.staff = staff
