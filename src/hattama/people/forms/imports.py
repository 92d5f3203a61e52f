"""A list that is handed in, and what its columns mean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.core.roster import Column, Kind
from hattama.core.roster.columns import fields_of
from hattama.people.forms.structure import NamedChoice
from hattama.people.models import Group, Institution, Programme, RosterImport

# Columns that a list may have but that nothing is done with.
UNREAD = {"username", "idnumber", "unit", "programme_title"}
FIELDS = {
    "iin": _("IIN"),
    "family_name": _("Family name"),
    "given_name": _("Given name"),
    "patronymic": _("Patronymic"),
    "full_name": _("Full name"),
    "sex": _("Sex"),
    "born": _("Birth date"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "group": _("Group"),
    "language": _("Language of study"),
    "funding": _("Funding"),
    "programme": _("Code of the programme"),
    "year": _("Year of study"),
    "guardian_name": _("Guardian: name"),
    "guardian_phone": _("Guardian: telephone"),
    "guardian_email": _("Guardian: e-mail"),
    "position": _("Position"),
    "administration": _("Belongs to the administration"),
}


class RosterForm(forms.Form):
    """Whom the list names, and the file."""

    kind = forms.ChoiceField(
        label=_("The list names"),
        choices=RosterImport.Kind.choices,
        widget=forms.RadioSelect,
        initial=RosterImport.Kind.STUDENTS,
    )
    file = forms.FileField(
        label=_("File"), help_text=_("XLSX, XLS, ODS or CSV, at most 20 MB.")
    )


class MappingForm(forms.Form):
    """What each column means, and where people of unknown groups go."""

    def __init__(
        self,
        institution: Institution,
        kind: Kind,
        columns: tuple[Column, ...],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for column in columns:
            self.fields[f"column-{column.index}"] = column_field(column, kind)
        if kind == "students":
            self.fields |= group_fields(institution)

    def mapping(self, heading: int) -> dict[str, Any]:
        """The choices as an import keeps them."""
        given = self.cleaned_data
        chosen = {str(c.index): given[f"column-{c.index}"] for c in self.columns}
        group, programme = given.get("group"), given.get("programme")
        return {
            "heading": heading,
            "columns": chosen,
            "group": group.pk if group else None,
            "programme": programme.pk if programme else None,
            "make_groups": bool(given.get("make_groups")),
        }


def column_field(column: Column, kind: Kind) -> forms.ChoiceField:
    """The meanings to choose from, the guessed one first chosen."""
    known = [field for field in fields_of(kind) if field not in UNREAD]
    return forms.ChoiceField(
        label=column.name,
        required=False,
        choices=[("", _("Not read")), *((field, FIELDS[field]) for field in known)],
        initial="" if column.field in UNREAD else column.field,
    )


def group_fields(institution: Institution) -> dict[str, forms.Field]:
    """Where rows without a group and rows of unknown groups go."""
    groups = Group.objects.filter(programme__institution=institution)
    return {
        "group": forms.ModelChoiceField(
            label=_("Group of rows that name none"), queryset=groups, required=False
        ),
        "make_groups": forms.BooleanField(
            label=_("Make groups that do not exist yet"), required=False, initial=True
        ),
        "programme": NamedChoice(
            label=_("Programme of new groups"),
            queryset=Programme.objects.filter(institution=institution),
            required=False,
            help_text=_("Where the list itself names no known programme."),
        ),
    }
