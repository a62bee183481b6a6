import { showInvitationCode } from "~/domain/people/invitation";
import type { InvitationCode } from "~/features/people/invite-person.server";
import { qrPath } from "~/http/qr-path.server";
import { sentenceFor } from "~/http/text.server";
import { isLanguage, type Language } from "~/i18n";
import { formatDay, formatPhone } from "~/ui/format";

/** A letter as it is printed: in the language of whoever gets it, or of whoever prints it where there are no words in that. */
export function wordsOfLetter(invitation: InvitationCode, { origin, printer }: { origin: string; printer: Language }) {
  const { name, school, language, lastDay } = invitation;
  const written = isLanguage(language) ? language : printer;
  const say = (key: Parameters<typeof sentenceFor>[1], values = {}) => sentenceFor({ language: written }, key, values);
  const code = showInvitationCode(invitation.code);
  return {
    code,
    language: written,
    hasOwnWords: written === language,
    from: school.name,
    postalAddress: school.postalAddress,
    title: say("invitations:letter.title", { name }),
    lead: say(`invitations:letter.lead.${invitation.as}`, { school: school.name }),
    steps: [
      say("invitations:letter.open", { address: `${new URL(origin).host}/join` }),
      say("invitations:letter.type"),
      say("invitations:letter.mail"),
    ],
    codeIs: say("invitations:letter.codeIs"),
    once: say("invitations:letter.once", { day: formatDay(lastDay, written, { withYear: true }) }),
    help: say("invitations:letter.help", { name: school.helpName, phone: formatPhone(school.helpPhone) }),
    scan: say("invitations:letter.scan"),
    qr: qrPath(`${origin}/join/${code}`),
  };
}

export type Letter = ReturnType<typeof wordsOfLetter>;
