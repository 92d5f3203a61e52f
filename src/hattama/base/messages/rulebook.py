"""Refusals of rulebooks, of the institution's own values and of calendars."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

SEE_RULES = _("Open the rules of your institution and choose one that is in force.")

REFUSALS = {
    "own-value-too-lax": Refusal(
        _("An own value of %(own)s is laxer than the rule, which says %(value)s."),
        _("Keep the value of the rule or set a stricter one."),
    ),
    "own-value-too-small": Refusal(
        _("Nothing can be counted with an own value of %(own)s."),
        _("Set a larger value or keep the value of the rule."),
    ),
    "own-value-of-another-kind": Refusal(
        _("“%(own)s” is not a value that this rule can have."),
        _("Set a value of the same kind: a number, a share, a date or a choice."),
    ),
    "unknown-rule": Refusal(
        _("The rulebook %(book)s has no rule “%(rule)s” in force on that day."),
        SEE_RULES,
    ),
    "unknown-rulebook": Refusal(
        _("There is no rulebook “%(book)s”."),
        _("Choose the rulebook of universities or that of colleges."),
    ),
    "no-period": Refusal(
        _("The rule “%(rule)s” is not a period, so no date follows from it."),
        SEE_RULES,
    ),
    "unknown-week": Refusal(
        _("A working week has five or six days, not %(week)s."),
        _("Choose the week that your institution works."),
    ),
}
