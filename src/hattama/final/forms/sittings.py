"""How a commission's hearings are laid out in time."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.core.calendar import WorkCalendar
from hattama.core.norms.rulebook import Rulebook
from hattama.core.slots import Break, Day, days_needed


class LayOutForm(forms.Form):
    """First day, opening time, length of a slot, one pause."""

    first_day = forms.DateField(
        label=_("First day"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The working days after it follow until everybody has a time."),
    )
    opens = forms.TimeField(
        label=_("First hearing at"), widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    slot = forms.IntegerField(label=_("Minutes for one student"), min_value=1)
    pause_since = forms.TimeField(
        label=_("Pause from"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, "%H:%M"),
    )
    pause_until = forms.TimeField(
        label=_("Pause until"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, "%H:%M"),
    )
    order = forms.ChoiceField(
        label=_("Order of the queue"),
        choices=[("name", _("By name")), ("group", _("By group, then by name"))],
    )
    meeting_link = forms.URLField(
        label=_("Outside video room"), required=False, assume_scheme="https"
    )

    def clean(self) -> dict[str, Any]:
        """A pause has a beginning and an end, in this order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = cleaned.get("pause_since"), cleaned.get("pause_until")
        if bool(since) != bool(until) or (since and until and since >= until):
            self.add_error("pause_until", _("The pause ends before it begins."))
        return cleaned

    def day(self, book: Rulebook, zone: ZoneInfo) -> Day:
        """Give the day that the fields describe, with the limits of the rulebook."""
        filled = self.cleaned_data
        pause = (
            (Break(filled["pause_since"], filled["pause_until"]),)
            if filled["pause_since"]
            else ()
        )
        return Day(
            opens=filled["opens"],
            zone=zone,
            slot=filled["slot"],
            breaks=pause,
            longest_slot=book.number("slot-minutes"),
            minutes=book.number("sitting-hours-per-day") * 60,
        )

    def days(self, students: int, day: Day, calendar: WorkCalendar) -> list[date]:
        """Give the first day and the working days after it that hold everybody.

        Raises:
            RuleBroken: as `core.slots.days_needed`.
        """
        dates = [self.cleaned_data["first_day"]]
        while len(dates) < days_needed(students, day):
            dates.append(calendar.next_working_day(dates[-1]))
        return dates


def moments(dates: list[date], day: Day) -> list[datetime]:
    """The first hearing's time on each day."""
    return [datetime.combine(one, day.opens, day.zone) for one in dates]
