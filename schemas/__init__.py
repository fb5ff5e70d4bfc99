"""What leaves the house: the models of the published record."""

from schemas.brochure import (
    SCHEMA_VERSION,
    Brochure,
    Generator,
    Landkreis,
    Paragraph,
    Removed,
    Source,
)
from schemas.contact import Address, Contact, Email, Name, Phone, PhoneKind, Website
from schemas.correction import Correction, Value
from schemas.finding import Finding, FindingCode, Severity
from schemas.partner import Partner, PartnerKind
from schemas.quote import Quote, Speaker
from schemas.span import Box, Passage, Span

__all__ = [
    "SCHEMA_VERSION",
    "Address",
    "Box",
    "Brochure",
    "Contact",
    "Correction",
    "Email",
    "Finding",
    "FindingCode",
    "Generator",
    "Landkreis",
    "Name",
    "Paragraph",
    "Partner",
    "PartnerKind",
    "Passage",
    "Phone",
    "PhoneKind",
    "Quote",
    "Removed",
    "Severity",
    "Source",
    "Span",
    "Speaker",
    "Value",
    "Website",
]
