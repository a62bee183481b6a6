/** What is asked of a voice; a `SpeechSynthesisVoice` has it. */
export interface Voice {
  lang: string;
  localService: boolean;
  default: boolean;
}

/**
 * The device's own voice for a language, null where it has none. A voice that is not on the device would send the words
 * to its maker, so it is none. Devices write a language as `es-US`, as `es_US` or as `es`.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const [wanted] = language.toLowerCase().split("-");
  const own = voices.filter(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === wanted);
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}
