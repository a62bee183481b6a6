/**
 * Languages that people of a school can be written down with (ISO 639-1): the twenty most spoken at home in the United States
 * beside those of recent newcomers to Washington. Whether a text exists in one of them is another question.
 */
export const PEOPLE_LANGUAGES = [
  ...[
    "en",
    "es",
    "am",
    "ar",
    "bn",
    "de",
    "fa",
    "fr",
    "gu",
    "hi",
    "hmn",
    "ht",
    "it",
    "ja",
    "km",
    "ko",
    "lo",
    "my",
    "ne",
  ],
  ...[
    "om",
    "pa",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "sm",
    "so",
    "sw",
    "ta",
    "te",
    "ti",
    "tl",
    "uk",
    "ur",
    "vi",
    "yue",
    "zh",
  ],
] as const;

const KNOWN: ReadonlySet<string> = new Set(PEOPLE_LANGUAGES);

export const isPeopleLanguage = (code: string) => KNOWN.has(code);
