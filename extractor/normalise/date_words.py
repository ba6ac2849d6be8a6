"""Words for days in ten languages that the CLDR does not list: today, tomorrow, month abbreviations and case endings."""

RELATIVE: dict[str, dict[str, int]] = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2},
    "ru": {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1},
    "uk": {"сьогодні": 0, "вчора": -1, "завтра": 1},
    "fr": {"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1},
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "mañana": 1},
    "tr": {"bugün": 0, "dün": -1, "yarın": 1},
    "az": {"bu gün": 0, "dünən": -1, "sabah": 1},
    "pl": {"dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1},
    "ar": {"اليوم": 0, "أمس": -1, "غدا": 1},
}

MONTH_ABBREVIATIONS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "okt": 10,
    "dez": 12,
    "ноя": 11,
    "окт": 10,
    "янв": 1,
    "фев": 2,
}
"""Abbreviations that news datelines use in any language."""

NO_ENDINGS = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "ar", "ru", "uk", "pl"})
"""Languages that hang no ending on a whole month name; the forms of the Slavic ones are made from ENDINGS."""

ENDINGS: dict[str, tuple[str, ...]] = {
    "ru": ("а", "я", "у", "ю", "е", "ом", "ем"),
    "uk": ("а", "я", "у", "ю", "і", "ом", "ем", "ому"),
    "pl": ("a", "u", "iu", "em", "iem", "ie", "zie", "ym"),
}
"""Case endings of months, folded: в октябре, у жовтні, w styczniu."""

ACCUSATIVE: dict[str, dict[str, str]] = {"ru": {"а": "у"}, "uk": {"а": "у", "я": "ю"}, "pl": {"a": "e"}}
"""How the last letter of a weekday changes, folded: в пятницу, у неділю, w środę."""
