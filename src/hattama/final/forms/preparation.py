"""Forms of acquaintance, meetings, packs and technical checks."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.final.forms.inputs import MomentField
from hattama.final.models import Candidate, Meeting, PackPart
from hattama.final.queries.words import CHECK_ITEMS, TOPICS
from hattama.people.models import Person


class AcquaintanceForm(forms.Form):
    """By when each must confirm."""

    confirm_by = MomentField(label=_("Confirm by"))


class MeetingForm(forms.Form):
    """A meeting to come."""

    kind = forms.ChoiceField(choices=Meeting.Kind.choices, label=_("What for"))
    starts_at = MomentField(label=_("Begins"))
    link = forms.URLField(
        required=False, assume_scheme="https", label=_("Link of the video room")
    )


class MeetingRecordForm(forms.Form):
    """What came of a meeting."""

    topics = forms.MultipleChoiceField(
        choices=list(TOPICS.items()),
        required=False,
        label=_("What was explained"),
        widget=forms.CheckboxSelectMultiple,
    )
    present = forms.ModelMultipleChoiceField(Person.objects.none(), required=False)
    passed = forms.ModelMultipleChoiceField(Candidate.objects.none(), required=False)

    def __init__(
        self, *args: Any, meeting: Meeting, people: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        pks = [person.pk for person in people]
        self.fields["present"].queryset = Person.objects.filter(pk__in=pks)  # type: ignore[attr-defined]
        candidates = Candidate.objects.filter(attestation=meeting.attestation_id)
        self.fields["passed"].queryset = candidates.select_related("student__person")  # type: ignore[attr-defined]


class PackPartForm(forms.Form):
    """A part of a pack."""

    kind = forms.ChoiceField(label=_("What it is"))
    file = forms.FileField(label=_("File"))

    def __init__(self, *args: Any, kinds: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (kind, PackPart.Kind(kind).label) for kind in kinds
        ]


class TechnicalCheckForm(forms.Form):
    """What works and what does not; what is not asked stays open."""

    remark = forms.CharField(required=False, max_length=500, label=_("Remark"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("yes", _("works")), ("no", _("does not work"))]
        for code, label in CHECK_ITEMS.items():
            self.fields[code] = forms.ChoiceField(
                choices=choices,
                required=False,
                label=str(label),
                widget=forms.RadioSelect,
            )
        self.order_fields([*CHECK_ITEMS, "remark"])

    def said(self, answer: str) -> list[str]:
        """Which items were answered so: "yes" or "no"."""
        return [code for code in CHECK_ITEMS if self.cleaned_data[code] == answer]
