"""Refusals about people, posts, accounts, imports and own values."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

PERSONS = {
    "iin-taken": Refusal(
        _("Somebody here has this IIN already: %(name)s."),
        _("Look whether it is the same person; else check the IIN."),
    ),
    "account-needs-email": Refusal(
        _("%(name)s has no e-mail address, so no letter can be sent."),
        _("Enter the address and invite again."),
    ),
    "account-address-taken": Refusal(
        _("Another account uses the e-mail address of %(name)s already."),
        _("Enter an address of the person’s own and invite again."),
    ),
    "programme-code-taken": Refusal(
        _("There is already a programme with the code %(number)s."),
        _("Change that programme, or enter another code."),
    ),
    "group-name-taken": Refusal(
        _("The programme has a group “%(group)s” already."),
        _("Enter another name."),
    ),
    "unit-in-itself": Refusal(
        _("A unit cannot be a part of itself."),
        _("Choose another unit above it, or none."),
    ),
}

POSTS = {
    "post-ends-before-it-begins": Refusal(
        _("The post would end on %(until)s, before it begins on %(since)s."),
        _("Choose a later last day."),
    ),
    "post-held-already": Refusal(
        _("The person holds this office already, from %(since)s."),
        _("Relieve of it first, or choose days after its end."),
    ),
    "post-over": Refusal(
        _("The post ended already, on %(until)s."),
        _("Give a new appointment if the office is held again."),
    ),
}

IMPORTS = {
    "import-done": Refusal(
        _("This list was imported already, on %(at)s."),
        _("Hand the list in again if it has changed."),
    ),
    "import-other-now": Refusal(
        _("Since you looked at the preview, somebody has changed the people here."),
        _("Look at the preview again and confirm it then."),
    ),
    "iin-of-another": Refusal(
        _("%(name)s has this IIN."),
        _("Check the IIN, or correct the name on the page of that person first."),
    ),
    "person-unclear": Refusal(
        _("Several people are called %(name)s; the row does not say which one."),
        _("Add the IIN or the birth date to the row."),
    ),
    "group-missing": Refusal(
        _("The row names no group."),
        _("Fill it in, or choose on the mapping page a group for such rows."),
    ),
    "group-unclear": Refusal(
        _("Several programmes have a group “%(group)s”."),
        _("Add a column with the code of the programme."),
    ),
    "group-not-made": Refusal(
        _("There is no group “%(group)s” and new groups are not to be made."),
        _("Correct the group, or let new groups be made on the mapping page."),
    ),
    "programme-missing": Refusal(
        _("No programme is known for the new group “%(group)s”."),
        _("Choose a programme for new groups on the mapping page."),
    ),
}

OWN_VALUES = {
    "own-value-in-force": Refusal(
        _("This value counts since %(since)s and stays on record."),
        _("Set a new value from a later day."),
    ),
}

REFUSALS = PERSONS | POSTS | IMPORTS | OWN_VALUES
