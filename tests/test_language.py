"""Which language a post is in, and with whose pronouns it is judged."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from acctaudit.analyzers import wording
from acctaudit.duplicates import hashed
from acctaudit.errors import NotMeasured
from acctaudit.language import LANGUAGES, known_languages, languages, told
from acctaudit.story import story
from acctaudit.text import is_farewell

ENGLISH = "The bridge is open to all from Monday on"
SENTENCES = {
    "en": [ENGLISH, "Thank you for the visit, and see you at the fair"],
    "de": ["Die Brücke ist ab Montag für alle offen", "Wir haben das Dach und die Tür"],
    "fr": ["Le pont est ouvert à tous dès lundi", "Nous sommes dans les jardins"],
    "es": ["El puente está abierto para todos desde hoy", "Los niños y las flores"],
    "it": ["Il ponte è aperto a tutti da oggi", "Siamo nella città con gli amici"],
    "pt": ["A ponte está aberta para todos, não só hoje", "Os jardins da cidade com você"],
    "nl": ["De brug is open voor alle mensen uit het dorp", "Wij zijn er ook bij"],
    "sv": ["Bron är öppen för alla och det är gratis", "Vi har inte sett den från torget"],
    "da": ["Broen er åben for alle, og det er gratis", "Jeg har ikke set den fra torvet"],
    "fi": ["Silta on auki ja se on kaikille", "Tämä ei ole niin kuin oli"],
    "pl": ["Most jest otwarty dla wszystkich od poniedziałku", "To nie jest tak"],
    "tr": ["Köprü herkes için açık ve çok güzel", "Bu bir gün daha ne kadar güzel"],
    "id": ["Jembatan ini sudah dibuka untuk semua orang", "Kami akan ada dengan anda"],
}  # fmt: skip


def tongues(texts: list[str], codes: list[object] | None = None) -> list[str | None]:
    words = hashed(texts)
    found = languages(words, told(words).likely, codes)
    return [known_languages()[i] if i >= 0 else None for i in found.tolist()]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(language, text) for language, texts in SENTENCES.items() for text in texts],
)
def test_a_sentence_is_told_by_its_common_words(language: str, sentence: str) -> None:
    assert tongues([sentence]) == [language]


def test_what_the_platform_says_comes_first() -> None:
    assert tongues([ENGLISH] * 4, ["de", "en-GB", "ja", "und"]) == ["de", "en", None, "en"]


def test_a_word_of_many_languages_goes_to_the_commonest_of_the_account() -> None:
    german = SENTENCES["de"][0]
    assert tongues(["Live in Wien"]) == [None]
    assert tongues([german, "Live in Wien"]) == ["de", "de"]
    assert tongues([ENGLISH, ENGLISH, german, "Live in Wien"])[3] == "en"


def test_a_text_without_common_words_takes_the_main_language_if_there_is_one() -> None:
    texts = [*SENTENCES["fr"], SENTENCES["fr"][0], "Travaux terminés", "https://a.example"]
    assert tongues(texts) == ["fr", "fr", "fr", "fr", None]
    mixed = [*SENTENCES["fr"], *SENTENCES["de"], "Travaux terminés"]
    assert tongues(mixed)[-1] is None
    scarce = [SENTENCES["fr"][0], "Travaux terminés", "Visite guidée"]
    assert tongues(scarce) == ["fr", None, None]


def test_order_of_texts_is_of_no_account() -> None:
    texts = [text for texts in SENTENCES.values() for text in texts] + ["Live in Wien"]
    assert tongues(texts) == tongues(texts[::-1])[::-1]


def test_more_texts_than_a_block() -> None:
    texts = [SENTENCES["en"][0], SENTENCES["de"][0]] * 40_000
    assert tongues(texts) == ["en", "de"] * 40_000


def persons(texts: list[str], language: str | None = None) -> list[bool]:
    """Whether each text holds a person, in an account of that many posts."""
    tale = story()
    for text in texts:
        tale = tale.says(text, **({"lang": language} if language else {}))
    account = tale.account()
    voice = wording.voice(account, wording.said(account), frozenset())
    assert len(voice.rows) == len(texts)
    return [bool(speaks) for speaks in voice.person]


@pytest.mark.parametrize(
    ("text", "language", "speaks"),
    [
        ("Le mur du jardin est fini", "fr", False),  # du is German for you
        ("Die Mutter ist aus dem Haus", "de", False),
        ("The tu quoque is a fallacy", "en", False),  # tu is French
        ("Me gusta el puente", "es", True),
        ("The io port is closed", "en", False),  # io is Italian for I
        ("Io vedo il ponte", "it", True),
        ("I ponti della città", "it", False),  # i is an Italian article, and English
        ("I see the bridge", "en", True),
        ("Mine is the best", "en", True),
        ("Il nostro ponte è aperto", "it", True),
        ("Estamos en la feria", "es", True),
        ("Siamo alla fiera", "it", True),
        ("Abiertos los puentes de la ciudad", "es", False),
        ("J'ai vu le pont", "fr", True),
        ("Votre pont est ouvert", "fr", True),
        ("Der Bau, den Sie sehen", "de", True),
        ("Wo finden Sie den Bau", "de", True),
        ("Die Brücke und ihre Geschichte", "de", False),
        ("Sie ist offen", "de", False),
        ("Die Brücke ist offen. Sie ist lang", "de", False),
        ("Danke, dass ihr da wart", "de", True),
    ],
)
def test_a_post_is_judged_with_the_pronouns_of_its_own_language(
    text: str, language: str, *, speaks: bool
) -> None:
    assert persons([text], language) == [speaks]


def test_without_a_column_each_post_is_judged_in_the_language_that_it_is_in() -> None:
    texts = ["Le mur du jardin est dans la ville", "Habt ihr den Bau und das Dach gesehen"]
    assert persons(texts) == [False, True]


@pytest.mark.parametrize("language", ["pt", "nl", "sv", "fi", "tr"])
def test_other_languages_are_not_judged(language: str) -> None:
    account = story().posts(20, text=SENTENCES[language][0]).account()
    with pytest.raises(NotMeasured, match="not judged for this language"):
        wording.voice(account, wording.said(account), frozenset())


def test_one_post_in_four_in_another_language_is_too_many() -> None:
    account = story().posts(20, text=ENGLISH).posts(7, text=SENTENCES["nl"][0]).account()
    with pytest.raises(NotMeasured, match="not judged for this language"):
        wording.voice(account, wording.said(account), frozenset())


@pytest.mark.parametrize(
    "name",
    [
        "pronouns", "common_words", "farewells", "not_farewells", "event_words",
        "human_words", "shorteners",
    ],
)  # fmt: skip
def test_every_row_of_a_word_list_has_a_source_and_none_stands_twice(name: str) -> None:
    with (files("acctaudit") / "data" / f"{name}.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert all(row["source"] and row["source"] != "same" for row in rows)
    keys = [tuple(value for name, value in row.items() if name != "source") for row in rows]
    assert len(set(keys)) == len(keys)


def test_every_language_that_is_judged_has_both_kinds_of_words() -> None:
    rows = {
        name: list(
            csv.DictReader(
                (files("acctaudit") / "data" / f"{name}.csv")
                .read_text(encoding="utf-8")
                .splitlines()
            )
        )
        for name in ("pronouns", "common_words")
    }
    for found in rows.values():
        assert set(LANGUAGES) <= {row["language"] for row in found}


@pytest.mark.parametrize(
    "said",
    [
        "C'est notre dernier tweet. Merci à tous",
        "Ce compte n’est plus alimenté",
        "Este es nuestro último tuit. Gracias",
        "Esta cuenta ya no se actualiza",
        "Questo è il nostro ultimo tweet. Grazie",
        "Questo account non è più aggiornato",
    ],
)
def test_a_goodbye_is_heard_in_other_languages(said: str) -> None:
    assert is_farewell(said)


@pytest.mark.parametrize(
    "said",
    [
        "C'est notre dernier tweet du jour",
        "Voici notre dernier tweet avant Noël",
        "Este es nuestro último tuit del día",
        "Este es nuestro último tuit de hoy",
        "Questo è il nostro ultimo tweet di oggi",
        "Questo è il nostro ultimo post prima di Natale",
    ],
)
def test_the_last_of_the_day_is_no_goodbye_in_other_languages(said: str) -> None:
    assert not is_farewell(said)
