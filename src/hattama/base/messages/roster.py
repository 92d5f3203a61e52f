"""Refused files, refused rows and marked rows of lists."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

SEE_CARD = _("Compare it with the identity card and correct it.")
CHECK_ROW = _("Check the row; it is imported as it stands.")

FILES = {
    "sheet-file-too-large": Refusal(
        _("The file “%(name)s” is larger than %(limit_mb)s MB."),
        _("Leave only the list in it, or divide the list into several files."),
    ),
    "sheet-file-empty": Refusal(
        _("The file “%(name)s” is empty."),
        _("Open it on your device, save it again and choose it once more."),
    ),
    "sheet-file-unknown": Refusal(
        _("“%(name)s” is not a table (its content: %(found)s)."),
        _("Save the list as XLSX, ODS or CSV and choose that file."),
    ),
    "sheet-unpacks-too-large": Refusal(
        _("The workbook “%(name)s” unpacks to more than %(limit_mb)s MB."),
        _("Copy the list alone into a new workbook and choose that file."),
    ),
    "sheet-locked": Refusal(
        _("The workbook “%(name)s” is protected by a password."),
        _("Save it without a password and choose it once more."),
    ),
    "sheet-damaged": Refusal(
        _(
            "The workbook “%(name)s” cannot be read: it is damaged or has cells"
            " far away from the list."
        ),
        _("Copy the list alone into a new workbook and choose that file."),
    ),
    "sheet-line-unreadable": Refusal(
        _(
            "“%(name)s” cannot be read: a quotation mark opened before line %(line)s"
            " is not closed, or the line is too long."
        ),
        _("Close or remove the quotation mark, or save the list as XLSX."),
    ),
    "sheet-too-long": Refusal(
        _("“%(name)s” has more than %(rows)s rows or %(columns)s columns."),
        _("Delete empty rows and columns at the end, or divide the list."),
    ),
    "sheet-empty": Refusal(
        _("No visible sheet of “%(name)s” has anything in it."),
        _("Put the list on the first sheet and choose the file once more."),
    ),
}

LISTS = {
    "no-heading": Refusal(
        _("No row with headings was found, such as IIN, family name, given name."),
        _("Add a heading row, or say on the mapping page what the columns are."),
    ),
    "no-rows": Refusal(
        _("There is nothing below the headings."),
        _("Fill in the list and choose the file once more."),
    ),
    "column-missing": Refusal(
        _("There is no column for the name: neither a full name nor a family name"
          " with a given name."),
        _("Add it, or say on the mapping page which column it is."),
    ),
    "heading-twice": Refusal(
        _("Columns %(first)s and %(second)s mean the same (“%(heading)s”)."),
        _("Delete one of them, or say on the mapping page which one counts."),
    ),
    "heading-unclear": Refusal(
        _("Columns %(first)s and %(second)s mean the same (“%(heading)s”);"
          " neither was read."),
        _("Say on the mapping page which one counts."),
    ),
    "other-sheets": Refusal(
        _("The workbook has more sheets; only the first one was read."),
        _("Import each of the others as a file of its own, if it is a list."),
    ),
}  # fmt: skip

IIN = {
    "iin-digits-lost": Refusal(
        _("A spreadsheet shortened the IIN and lost its last digits."),
        _("Format the column as text, enter the IINs again and save the file."),
    ),
    "iin-not-digits": Refusal(
        _("The IIN contains something other than digits."), SEE_CARD
    ),
    "iin-length": Refusal(
        _("An IIN has 12 digits; this one has %(digits)s."), SEE_CARD
    ),
    "iin-check-digit": Refusal(
        _("The IIN has a wrong digit: its check digit does not fit."), SEE_CARD
    ),
    "iin-birth-date": Refusal(
        _("The IIN begins with %(digits)s, which is no date."), SEE_CARD
    ),
    "iin-century": Refusal(
        _("The seventh digit of the IIN is %(digit)s; it must be from 1 to 6."),
        SEE_CARD,
    ),
    "iin-other-birth-date": Refusal(
        _("The birth date is %(born)s here but %(iin_born)s by the IIN."), CHECK_ROW
    ),
    "iin-other-sex": Refusal(
        _("The sex differs from what the IIN says."), CHECK_ROW
    ),
    "iin-again": Refusal(
        _("Row %(first)s has the same IIN with other particulars."),
        _("Keep one row per person; find out which spelling is right."),
    ),
}  # fmt: skip

NAMES = {
    "name-missing": Refusal(
        _("The row has no name."), _("Enter the name or delete the row.")
    ),
    "name-incomplete": Refusal(
        _("The name is not complete: “%(text)s”."),
        _("Enter the family name and the given name."),
    ),
    "name-characters": Refusal(
        _("“%(text)s” contains what no name contains: %(wrong)s"),
        _("Write the name with letters only, as in the identity card."),
    ),
    "name-too-long": Refusal(
        _("The name is longer than %(limit)s characters."),
        _("Check whether several cells ran together."),
    ),
    "name-mixed-alphabets": Refusal(
        _("“%(word)s” mixes Latin and Cyrillic letters that look alike."),
        _("Type the word again in one keyboard layout."),
    ),
    "row-again": Refusal(
        _("The row repeats row %(first)s."), _("Nothing to do: it is read once.")
    ),
    "person-again": Refusal(
        _("Row %(first)s has the same name and birth date."),
        _("Check whether this is one person; then keep one row."),
    ),
    "email-again": Refusal(
        _("Row %(first)s has the same e-mail address."),
        _("Check whose address it is: each person needs an own one."),
    ),
}

VALUES = {
    "date-unreadable": Refusal(
        _("“%(text)s” is not a date."), _("Write it as 31.12.2004.")
    ),
    "birth-date-future": Refusal(
        _("The birth date %(born)s is in the future."), CHECK_ROW
    ),
    "birth-date-young": Refusal(
        _("By the birth date %(born)s the person is only %(age)s years old."), CHECK_ROW
    ),
    "birth-date-old": Refusal(
        _("By the birth date %(born)s the person is %(age)s years old."), CHECK_ROW
    ),
    "sex-unknown": Refusal(
        _("“%(text)s” is not understood as a sex; it was left empty."),
        _("Write male or female."),
    ),
    "language-unknown": Refusal(
        _("“%(text)s” is not understood as a language of study; it was left empty."),
        _("Write Kazakh, Russian or English."),
    ),
    "funding-unknown": Refusal(
        _("“%(text)s” is not understood as a kind of funding; it was left empty."),
        _("Write state order or paid."),
    ),
    "year-unknown": Refusal(
        _("“%(text)s” is not a year of study; it was left empty."),
        _("Write a number from 1 to 7."),
    ),
    "administration-unknown": Refusal(
        _("“%(text)s” is not understood as yes or no; it was taken as no."),
        _("Write yes for members of the administration."),
    ),
    "group-unknown": Refusal(
        _("There is no group “%(group)s” yet."),
        _("Check its spelling, or create the group."),
    ),
    "email-unreadable": Refusal(
        _("“%(text)s” is not an e-mail address."),
        _("Correct it, or leave the cell empty."),
    ),
    "phone-odd": Refusal(
        _("“%(text)s” is not a telephone number; it was left out."),
        _("Write it as +7 701 123 45 67."),
    ),
    "text-formula": Refusal(
        _("“%(text)s” is a formula and not a text."),
        _("Replace it by its value."),
    ),
    "text-html": Refusal(
        _("“%(text)s” contains signs of a web page."),
        _("Replace it by plain text."),
    ),
    "text-too-long": Refusal(
        _("The text is longer than %(limit)s characters."),
        _("Check whether several cells ran together."),
    ),
}  # fmt: skip

REFUSALS = FILES | LISTS | IIN | NAMES | VALUES
