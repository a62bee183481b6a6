import { showInvitationCode } from "~/domain/people/invitation";
import type { InvitationCode } from "~/features/people/invite-person.server";
import { qrPath } from "~/http/qr-path.server";
import { sentenceFor } from "~/http/text.server";
import { isLanguage, type Language } from "~/i18n";
import { fillWords } from "~/locales/fill-words";
import { type InvitationLetterWords, invitationLetterWords } from "~/locales/invitation-letter-words";
import { formatDay, formatPhone } from "~/ui/format";

/** A letter as it is printed: in the language of whoever gets it, or of whoever prints it where there are no words in that. */
export function wordsOfLetter(invitation: InvitationCode, { origin, printer }: { origin: string; printer: Language }) {
  const { name, school, language, lastDay } = invitation;
  const draft = isLanguage(language) ? undefined : invitationLetterWords[language];
  const spoken = isLanguage(language) ? language : printer;
  const written = draft ? language : spoken;
  const values = {
    ...{ name, school: school.name, address: `${new URL(origin).host}/join` },
    day: formatDay(lastDay, written, { withYear: true }),
  };
  const help = { name: school.helpName, phone: formatPhone(school.helpPhone) };
  const say = (key: keyof InvitationLetterWords, filled: Record<string, string> = values) =>
    draft ? fillWords(draft[key], filled) : sentenceFor({ language: spoken }, `invitations:letter.${key}`, filled);
  const code = showInvitationCode(invitation.code);
  return {
    code,
    language: written,
    hasOwnWords: written === language,
    isDraft: draft !== undefined,
    from: school.name,
    postalAddress: school.postalAddress,
    title: say("title"),
    lead: say(invitation.as === "student" ? "leadStudent" : "leadGuardian"),
    steps: [say("open"), say("type"), say("mail")],
    codeIs: say("codeIs"),
    once: say("once"),
    help: say("help", help),
    scan: say("scan"),
    qr: qrPath(`${origin}/join/${code}`),
  };
}

export type Letter = ReturnType<typeof wordsOfLetter>;
