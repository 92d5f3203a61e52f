"""What people write on the documents' pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.documents.actions.drafting import CODE_LENGTH, CODE_LETTERS
from hattama.documents.models import Document


class SignForm(forms.Form):
    """The signatory proves once more who is at the keys."""

    password = forms.CharField(
        label=_("Your password"),
        help_text=_("A signature needs it again, although you are signed in."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class RefuseForm(forms.Form):
    """Why somebody does not sign."""

    reason = forms.CharField(
        label=_("What is wrong"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CodeForm(forms.Form):
    """The code printed under the QR."""

    code = forms.CharField(
        label=_("Check code"),
        help_text=_("12 letters and digits under the square code, as ABCD-EFGH-JKLM."),
        max_length=40,
    )

    def clean_code(self) -> str:
        """Take the code as people type it: small letters, spaces, hyphens."""
        typed: str = self.cleaned_data["code"].upper()
        code = "".join(letter for letter in typed if letter in CODE_LETTERS)
        if len(code) != CODE_LENGTH:
            raise forms.ValidationError(_("A check code has 12 letters and digits."))
        return code


class RegisterFilter(forms.Form):
    """Which part of the register is wanted."""

    q = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *Document.Kind.choices],
    )
    year = forms.IntegerField(
        label=_("Year"), required=False, min_value=2000, max_value=2100
    )
