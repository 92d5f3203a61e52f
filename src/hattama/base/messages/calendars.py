"""Refusals about days and periods."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "day-taken": Refusal(
        _("There is an entry for %(day)s already."),
        _("Change that entry instead."),
    ),
    "year-not-laid-in": Refusal(
        _("The national days of %(year)s are not laid in yet."),
        _("Lay the year in first; then change single days."),
    ),
    "year-not-next": Refusal(
        _("Only the year %(year)s can be laid in now."),
        _("Lay the years in one after another."),
    ),
    "period-ends-before-it-begins": Refusal(
        _("The period would end on %(ends)s, before it begins on %(starts)s."),
        _("Choose a later last day."),
    ),
}
