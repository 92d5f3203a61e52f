"""A person, a student's studies, a guardian."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.forms import TextsFormField, ValuesForm, day_input
from hattama.core.iin import parse_iin
from hattama.core.roster.contacts import read_phone
from hattama.core.roster.names import clean, read_name
from hattama.people.forms.checks import checked
from hattama.people.models import Group, Guardian, Institution, Person, Student

LETTERS = [("kk", _("Kazakh")), ("ru", _("Russian")), ("en", _("English"))]
STUDY = [*LETTERS, ("ug", _("Uyghur")), ("uz", _("Uzbek"))]


class PersonForm(ValuesForm):
    """A person's particulars."""

    language = forms.ChoiceField(label=_("Language of letters"), choices=LETTERS)
    position = TextsFormField(label=_("Position"), required=False)

    class Meta:
        model = Person
        fields: ClassVar[Any] = [
            "surname",
            "given",
            "patronymic",
            "iin",
            "birth",
            "sex",
            "email",
            "phone",
            "language",
            "position",
            "administrative",
            "outside",
        ]
        labels: ClassVar[Any] = {
            "surname": _("Family name"),
            "given": _("Given name"),
            "patronymic": _("Patronymic"),
            "iin": _("IIN"),
            "birth": _("Birth date"),
            "sex": _("Sex"),
            "email": _("E-mail"),
            "phone": _("Telephone"),
            "administrative": _("Belongs to the administration"),
            "outside": _("Works elsewhere: where"),
        }
        help_texts: ClassVar[Any] = {
            "iin": _("Twelve digits; may be left empty."),
            "administrative": _("Such people sit in no appeals commission."),
            "outside": _("For members of commissions from outside."),
        }
        widgets: ClassVar[Any] = {"birth": day_input()}

    def clean_surname(self) -> str:
        """No digits, formulas or signs of a web page."""
        return self._name("surname")

    def clean_given(self) -> str:
        """As the family name."""
        return self._name("given")

    def clean_patronymic(self) -> str:
        """As the family name."""
        return self._name("patronymic")

    def clean_iin(self) -> str:
        """Twelve digits that check themselves, or nothing."""
        text = self.cleaned_data["iin"]
        return checked(parse_iin, text).number if text else ""

    def clean_phone(self) -> str:
        """Written as +77011234567."""
        text = self.cleaned_data["phone"]
        return checked(read_phone, text) if text else ""

    def _name(self, field: str) -> str:
        text = clean(self.cleaned_data[field])
        return checked(read_name, text) if text else ""


class StaffForm(PersonForm):
    """Somebody of the staff, or an outside member of a commission."""


class NewStudentForm(PersonForm):
    """A student and the group."""

    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.objects.none())
    position = None  # type: ignore[assignment]

    class Meta(PersonForm.Meta):
        exclude: ClassVar[Any] = ["position", "administrative", "outside"]

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = Group.objects.filter(programme__institution=institution)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]


class StudiesForm(ValuesForm):
    """Where a student's studies stand."""

    language = forms.ChoiceField(label=_("Language of study"), choices=STUDY)

    class Meta:
        model = Student
        fields: ClassVar[Any] = [
            "group",
            "course",
            "language",
            "funding",
            "status",
            "debts",
            "credits",
        ]
        labels: ClassVar[Any] = {
            "group": _("Group"),
            "course": _("Year of study"),
            "funding": _("Funding"),
            "status": _("Status"),
            "debts": _("Subjects not passed"),
            "credits": _("Credits earned"),
        }

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = Group.objects.filter(programme__institution=institution)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]


class GuardianForm(ValuesForm):
    """A parent or another lawful representative."""

    class Meta:
        model = Guardian
        fields: ClassVar[Any] = ["name", "phone", "email"]
        labels: ClassVar[Any] = {
            "name": _("Full name"),
            "phone": _("Telephone"),
            "email": _("E-mail"),
        }

    def clean_name(self) -> str:
        """No digits, formulas or signs of a web page."""
        text = clean(self.cleaned_data["name"])
        return checked(read_name, text) if text else ""
