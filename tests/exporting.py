"""Records to export: one of every kind of value, and one whose every text is hostile."""

from dataclasses import replace

from schemas import Address, Brochure, Contact, Email, Name, PhoneKind, Website
from tests.editions import contact, edition, landkreis, partner, person, phone, quote, span
from tests.records import finding

HOSTILE = [
    '=HYPERLINK("http://kreis-altmuehlau.de","x")',
    "+49-1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    " =1+1",
    "＝1+1",
    "#REF!",
    "TRUE",
    "007",
    "1e5",
    "_x0041_",
    'a "b" c',
    "a; b, c: d",
    "a\\nb\\;c\\",
    "a\nb",
    "Ä ö ß ş 😀 e\u0301",
    "a\u202eb\u2066c",
    "ü😀" * 5_000,
    "<script>alert(1)</script> &amp; ]]>",
    "BEGIN:VCARD",
    "END:VCARD\r\nBEGIN:VCARD",
]
"""Texts that mean something to one program or another."""


def whole() -> Contact:
    """Return a contact that has every value there is."""
    numbers = [phone("+493023125014"), phone("+493023125015"), phone("+491713920012")]
    kinds: tuple[PhoneKind, ...] = ("phone", "fax", "mobile")
    phones = [replace(n, kind=k) for n, k in zip(numbers, kinds, strict=True)]
    short = replace(phone("+49115"), raw="115", e164=None)
    mails = ("kern@kreis-altmuehlau.de", "ehrenamt@kreis-altmuehlau.de")
    urls = ("https://kreis-altmuehlau.de/a,b;c?d=1", "https://www.kreis-altmuehlau.de")
    return replace(
        contact(
            Name(full="Dr. Steffi Kern", title="Dr.", given="Steffi", family="Kern"),
            organisation="Landratsamt Altmühlau",
            units=("Fachdienst 04", "Ehrenamt"),
            roles=("Lotsin", "Leiterin"),
        ),
        id="99999/steffi-kern",
        phones=(*phones, short),
        emails=tuple(Email(address=mail, raw=mail, span=span(0)) for mail in mails),
        websites=tuple(Website(url=url, raw=url, span=span(0)) for url in urls),
    )


def office() -> Contact:
    """Return an office without a person, an address or a number."""
    bare = contact(None, organisation="Landratsamt", units=("Jugendamt",))
    return replace(bare, id="99999/jugendamt", address=None)


def hostile(text: str) -> Contact:
    """Return a contact all of whose texts are this one."""
    return replace(
        contact(
            Name(full=text, title=text, given=text, family=text),
            organisation=text,
            units=(text, text),
            roles=(text,),
        ),
        id=f"99999/{text}",
        address=Address(street=text, house_number=text, postal_code=text, city=text, span=span(0)),
        phones=(replace(phone("+491"), raw=text, e164=None),),
        emails=(Email(address=text, raw=text, span=span(0)),),
        websites=(),
    )


def altmuehlau(*contacts: Contact) -> Brochure:
    """Return a brochure with one section, in which the first contact has a finding."""
    doubt = finding("The number is odd; ring first.", "warning", "phone.area_mismatch")
    of_contact = replace(doubt, path="/landkreise/0/contacts/0/phones/0")
    done = replace(doubt, path="/landkreise/0/contacts/0", accepted="rung")
    section = landkreis(
        "99999",
        "Landkreis Altmühlau",
        land="Bayern",
        contacts=contacts,
        partners=(partner("Tafel e. V.", role="hilft"),),
        quotes=(quote("Wir; packen an.", "Eva Kurz"),),
        findings=(of_contact, done),
    )
    return edition(section)


PLAIN = altmuehlau(whole(), office(), person("Jan Roth"))
"""With every kind of value."""

HOSTILES = altmuehlau(*map(hostile, HOSTILE))
