"""presidio-analyzer: German phone numbers and mails, on the blank German pipeline."""

from collections.abc import Sequence

from benchmarks.contenders.passing import Tool, measure


def load() -> Tool:
    """Return the tool; the engine is given its pipeline, as its documentation shows."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import EmailRecognizer, PhoneRecognizer
    from presidio_analyzer.predefined_recognizers.generic.email_recognizer import tldextract

    # the list of top-level domains that it brings along: otherwise it is fetched from the network
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    engine = SpacyNlpEngine(models=[{"lang_code": "de", "model_name": "blank"}])
    engine.nlp = {"de": spacy.blank("de")}
    phones = PhoneRecognizer(supported_regions=["DE"], supported_language="de")
    mails = EmailRecognizer(supported_language="de")
    registry = RecognizerRegistry(recognizers=[phones, mails], supported_languages=["de"])
    analyzer = AnalyzerEngine(registry, engine, supported_languages=["de"])
    entities = ["PHONE_NUMBER", "EMAIL_ADDRESS"]

    def count_values(texts: Sequence[str]) -> int:
        return sum(len(analyzer.analyze(text, "de", entities=entities)) for text in texts)

    return count_values


if __name__ == "__main__":
    measure(load)
