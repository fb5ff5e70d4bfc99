"""What the partners need of German grammar: sentences, words and noun phrases."""
