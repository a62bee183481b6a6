import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { type MailCategory, type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { casesOf, dayExamples, type RenderedMail, renderDayMail, renderMail, type Sender } from "~emails/render";

/** A kind of mail, or the mail of a day, which carries several. */
export type Previewed = MailKind | "day";

export const PREVIEWED: readonly Previewed[] = ["day", ...(Object.keys(mailKinds) as MailKind[])];

export interface MailPreview {
  kind: Previewed;
  category: MailCategory;
  /** What the same kind tells in its other cases, each with its subject; empty where there is one case only. */
  cases: { name: string; subject: string }[];
  subject: string;
  html: string;
  text: string;
  headers: [string, string][];
}

/** A kind of mail as it would leave this school, with an example's people. Nothing is stored and nobody is written to. */
export async function previewMail(
  wiring: Wiring,
  actor: Actor,
  { kind, language, case: asked }: { kind: Previewed; language: string; case: string | null },
): Promise<Outcome<MailPreview, "not_permitted">> {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  const school = await withScope(wiring, actor, (tx) => getSchool(tx, actor.schoolId));
  const sender = {
    name: school.name,
    postalAddress: school.postal_address,
    helpName: school.help_name,
    helpPhone: school.help_phone,
  };
  const { category, names, render } = writingOf(kind, { wiring, language, sender });
  const cases = [];
  for (const name of names) cases.push({ name, subject: (await render(name)).subject });
  const { subject, html, text, headers } = await render(names.find((name) => name === asked) ?? null);
  return done({ kind, category, cases, subject, html, text, headers: Object.entries(headers) });
}

interface Writing {
  category: MailCategory;
  names: string[];
  /** The case of that name; null for the first. */
  render(name: string | null): Promise<RenderedMail>;
}

interface Ours {
  wiring: Wiring;
  language: string;
  sender: Sender;
}

function writingOf(kind: Previewed, ours: Ours): Writing {
  return kind === "day" ? writingOfDay(ours) : writingOfKind(kind, ours);
}

const envelopeOf = ({ wiring, language }: Ours) => ({ language, to: "reader@example.org", from: wiring.mailer.from });

function writingOfDay(ours: Ours): Writing {
  const names = Object.keys(dayExamples);
  const parts = (name: string | null) => dayExamples[name ?? ""] ?? Object.values(dayExamples)[0] ?? [];
  const envelope = { ...envelopeOf(ours), sender: ours.sender, unsubscribeLink: null };
  return {
    category: "transactional",
    names,
    render: (name) => renderDayMail({ ...envelope, parts: parts(name) }),
  };
}

function writingOfKind(kind: MailKind, ours: Ours): Writing {
  const { category } = mailKinds[kind];
  const { name: schoolName, helpName, helpPhone } = ours.sender;
  const { example } = mailCatalogue[kind];
  // The example's own school is made up; this is how ours writes.
  const names = (example as { schoolName?: string }).schoolName && { schoolName, helpName, helpPhone };
  const cases = casesOf(kind);
  return {
    category,
    names: cases.map(({ name }) => name),
    render: (name) =>
      renderMail({
        ...envelopeOf(ours),
        kind,
        props: {
          ...example,
          ...names,
          ...cases.find((one) => one.name === name)?.change,
        } as MailProps<MailKind>,
        sender: kind === "sign-in" ? null : ours.sender,
        unsubscribeLink: category === "transactional" ? null : `${ours.wiring.env.origin}/unsubscribe/example`,
      }),
  };
}
