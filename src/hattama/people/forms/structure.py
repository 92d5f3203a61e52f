"""Units, programmes, groups and posts."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base import texts
from hattama.base.forms import TextsFormField, ValuesForm, day_input
from hattama.core.roster.contacts import read_text
from hattama.people.forms.checks import checked
from hattama.people.models import Group, Institution, Person, Post, Programme, Unit


class NamedChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among rows with a name in several languages."""

    def label_from_instance(self, obj: Any) -> str:
        """The name in the reader's language, after the code where there is one."""
        return f"{getattr(obj, 'code', '')} {texts.pick(obj.name)}".strip()


class UnitForm(ValuesForm):
    """A faculty, a department, an office."""

    name = TextsFormField(label=_("Name"))
    parent = NamedChoice(
        label=_("Part of"), queryset=Unit.objects.none(), required=False
    )

    class Meta:
        model = Unit
        fields: ClassVar[Any] = ["name", "parent"]

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = institution.units.order_by("pk")  # type: ignore[attr-defined]


class ProgrammeForm(ValuesForm):
    """A programme with the profile that changes the rules of final attestation."""

    name = TextsFormField(label=_("Name"))
    unit = NamedChoice(label=_("Unit"), queryset=Unit.objects.none())

    class Meta:
        model = Programme
        fields: ClassVar[Any] = ["code", "name", "unit", "level", "profile", "credits"]
        labels: ClassVar[Any] = {
            "code": _("Code"),
            "level": _("Level"),
            "profile": _("Profile"),
            "credits": _("Credits of the whole programme"),
        }

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = institution.units.order_by("pk")  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """No formulas or signs of a web page."""
        return checked(read_text, self.cleaned_data["code"])


class GroupForm(ValuesForm):
    """A study group and its curator."""

    programme = NamedChoice(label=_("Programme"), queryset=Programme.objects.none())

    class Meta:
        model = Group
        fields: ClassVar[Any] = ["name", "programme", "curator"]
        labels: ClassVar[Any] = {"name": _("Name"), "curator": _("Curator")}

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = Person.objects.filter(institution=institution, student__isnull=True)
        self.fields["programme"].queryset = institution.programmes.all()  # type: ignore[attr-defined]
        self.fields["curator"].queryset = staff  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """No formulas or signs of a web page."""
        return checked(read_text, self.cleaned_data["name"])


class AppointmentForm(ValuesForm):
    """An office, where, since when, by which order."""

    unit = NamedChoice(
        label=_("Unit"),
        queryset=Unit.objects.none(),
        required=False,
        help_text=_("Empty: the whole institution."),
    )

    class Meta:
        model = Post
        fields: ClassVar[Any] = ["office", "unit", "since", "until", "order"]
        labels: ClassVar[Any] = {
            "office": _("Office"),
            "since": _("From"),
            "until": _("To, the last day"),
            "order": _("Order: number and date"),
        }
        help_texts: ClassVar[Any] = {"order": ""}
        widgets: ClassVar[Any] = {"since": day_input(), "until": day_input()}

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = institution.units.order_by("pk")  # type: ignore[attr-defined]


class ReliefForm(forms.Form):
    """The last day of a post and the order that ends it."""

    until = forms.DateField(label=_("The last day"), widget=day_input())
    order = forms.CharField(label=_("Order: number and date"), max_length=200)
