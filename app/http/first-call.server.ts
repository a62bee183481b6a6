import { BRANCHES, makeScript } from "~/domain/first-call/script";
import type { CallCoach } from "~/features/first-calls/open-call-coach.server";
import { isLanguage, type Language, languages } from "~/i18n";
import { sentenceFor } from "./text.server";

/** A space at which a phone number does not break. */
const STAYS = "\u00a0";

/** A sentence of a call in its language, and what it means in the reader's where that is another one. */
interface SpokenLine {
  key: string;
  words: string;
  meaning: string | null;
}

/**
 * The script of a first call with its sentences. `asked` is the language that the student chose for the call; else it is the one in
 * which the host is written to, where the product has it.
 */
export function spokenScript(coach: CallCoach, { language, asked }: { language: Language; asked: string | null }) {
  const { pursuit, mentorName, firstName, school } = coach;
  const script = makeScript({ ...pursuit, hasMentorName: mentorName !== null });
  const callLanguage = [asked, coach.callLanguage].find(isLanguage) ?? language;
  const values = {
    ...{
      student: firstName,
      mentor: mentorName ?? "",
      school: school.name,
      phone: school.helpPhone.replaceAll(" ", STAYS),
    },
    ...{ title: pursuit.title, organisation: pursuit.organisation },
  };
  const speak = (side: "say" | "hear", line: string): SpokenLine => {
    const key = `coach:${side}.${line}` as "coach:say.who";
    const meaning = callLanguage === language ? null : sentenceFor({ language }, key, values);
    return { key: line, words: sentenceFor({ language: callLanguage }, key, values), meaning };
  };
  return { script, callLanguage, languages, speak, branches: BRANCHES };
}
