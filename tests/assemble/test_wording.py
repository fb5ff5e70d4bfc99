"""Every word of the tables for attributions does what its table says."""

import pytest

from pipeline.assemble.antecedents import meant_gender
from pipeline.assemble.attributions import parse_attribution
from pipeline.assemble.lone_names import name_behind_office
from pipeline.assemble.speakers import NOBODY, FoundSpeaker
from pipeline.assemble.wording import without_listener, without_occasion, writer
from pipeline.german import load_toml
from pipeline.german.grammar import words
from pipeline.german.speech import answers
from tests.reading import read_section

SPEECH = load_toml("speech.toml")
RELIANCE = SPEECH["reliance"]
# Alone they may be bodies: „…“, sagt Eva Kurz von der Konferenz der Räte.
ALSO_BODIES = {"konferenz": "Pressekonferenz", "versammlung": "Einwohnerversammlung"}
SAID = "„Wir packen hier alle gemeinsam an.“"


@pytest.mark.parametrize("name", SPEECH["told"]["names"])
def test_medium_is_no_part_of_the_speaker(name: str) -> None:
    assert without_listener(f"sagte Eva Kurz dem {name}") == "sagte Eva Kurz"


@pytest.mark.parametrize("end", SPEECH["told"]["ends"])
def test_compound_of_a_medium_is_no_part_of_the_speaker(end: str) -> None:
    assert without_listener(f"sagte Eva Kurz der Altmühl{end}") == "sagte Eva Kurz"


@pytest.mark.parametrize("end", SPEECH["occasions"]["ends"])
def test_occasion_is_no_part_of_the_speaker(end: str) -> None:
    occasion = ALSO_BODIES.get(end, end.capitalize())
    assert without_occasion(f"sagte Eva Kurz am {occasion}") == "sagte Eva Kurz"


@pytest.mark.parametrize("preposition", SPEECH["occasions"]["prepositions"])
@pytest.mark.parametrize("article", ["", *SPEECH["occasions"]["articles"]])
def test_preposition_ties_an_occasion_to_the_verb(preposition: str, article: str) -> None:
    joint = f"{preposition} {article}".strip()
    assert without_occasion(f"sagte Eva Kurz {joint} Eröffnung") == "sagte Eva Kurz"


@pytest.mark.parametrize(
    "opening",
    [
        *(f"{word} Eva Kurz" for word in (*RELIANCE["first"], *RELIANCE["bodies"])),
        *(f"{word} das Jugendamt" for word in RELIANCE["bodies"]),
        *(f"Nach {word} von Eva Kurz" for word in RELIANCE["words"]),
        *(f"Nach {word} der Fähranstalt" for word in RELIANCE["told"]),
        *(f"Eva Kurz {word}" for word in RELIANCE["last"]),
    ],
)
def test_quotation_completes_a_sentence_that_relies_on_somebody(opening: str) -> None:
    (quote,) = read_section(f"{opening} war es „ein voller Erfolg für alle im Ort“.").quotes
    assert quote.attribution == f"{opening} war es"


@pytest.mark.parametrize("words", RELIANCE["sayings"])
def test_sentence_says_whose_the_quotation_before_it_is(words: str) -> None:
    (quote,) = read_section(f"„Wir packen hier alle an.“ {words} Eva Kurz.").quotes
    assert quote.attribution == f"{words} Eva Kurz"


@pytest.mark.parametrize("party", SPEECH["parties"]["names"])
def test_party_is_neither_function_nor_employer(party: str) -> None:
    speaker = parse_attribution(f"sagt Eva Kurz ({party})")
    assert (speaker.name, speaker.roles, speaker.organisation) == ("Eva Kurz", (), None)


@pytest.mark.parametrize("joint", SPEECH["told"]["joints"])
def test_listener_is_no_part_of_a_function(joint: str) -> None:
    speaker = parse_attribution(f"schrieben die Pflegekräfte {joint} Menschen")
    assert speaker == FoundSpeaker(None, "group", ("Pflegekräfte",), None)


@pytest.mark.parametrize("verb", SPEECH["rumour"]["verbs"])
@pytest.mark.parametrize("joint", SPEECH["rumour"]["joints"])
def test_body_on_whose_word_it_is_said(verb: str, joint: str) -> None:
    body = "Altmühltaler Bahn" if joint.endswith("der") else "Altmühltaler Blitzhaus"
    dative = body if joint.endswith("der") else "Altmühltaler Blitzhaus"
    assert writer(f"{verb} {joint} {dative}") == body


@pytest.mark.parametrize("opening", SPEECH["speaks"]["answers"])
def test_who_answers_is_somebody_else(opening: str) -> None:
    assert answers(f"{opening}t sie")


@pytest.mark.parametrize("gender", ["m", "f"])
def test_pronoun_means_somebody_named_before(gender: str) -> None:
    for pronoun in SPEECH["pronouns"][gender]:
        assert meant_gender(f"sagt {pronoun}") == gender
        assert parse_attribution(f"sagt {pronoun} zu Eva Kurz") == NOBODY


@pytest.mark.parametrize("noun", SPEECH["speaks"]["statements"])
def test_body_speaks_in_its_paper(noun: str) -> None:
    assert writer(f"In einem {noun} des Jugendamts heißt es") == "Jugendamt"


@pytest.mark.parametrize("noun", SPEECH["speaks"]["slogans"])
def test_slogan_is_said_by_nobody(noun: str) -> None:
    assert noun in SPEECH["speaks"]["said"]
    for quote in read_section(f"Unser {noun} heute: {SAID}").quotes:
        assert quote.attribution is None


@pytest.mark.parametrize("word", SPEECH["speaks"]["referring"])
def test_sentence_about_a_quotation_makes_it_no_utterance(word: str) -> None:
    lead, rest = "Die Halle war am Abend voll.", "endet der Tag im Rathaus."
    assert not read_section(f"{lead} {SAID} {word} {rest}").quotes
    assert read_section(f"{lead} {SAID} Am Abend war Ruhe.").quotes


@pytest.mark.parametrize("function", sorted(words("functions_with_field")))
def test_field_of_work_behind_a_function_is_no_name(function: str) -> None:
    assert name_behind_office(f"sagt {function.capitalize()} Pflege") is None
    assert name_behind_office(f"sagt {function.capitalize()} Obiang") is not None
