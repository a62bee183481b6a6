import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { type MailCategory, type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { renderMail } from "~emails/render";

export const MAIL_KINDS = Object.keys(mailKinds) as MailKind[];

export interface MailPreview {
  kind: MailKind;
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
  asked: { kind: MailKind; language: string; case: string | null },
): Promise<Outcome<MailPreview, "not_permitted">> {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  const { kind } = asked;
  const { category } = mailKinds[kind];
  const school = await withScope(wiring, actor, (tx) => getSchool(tx, actor.schoolId));
  const sender = {
    name: school.name,
    postalAddress: school.postal_address,
    helpName: school.help_name,
    helpPhone: school.help_phone,
  };
  // The example's own school is made up; this is how ours writes.
  const { schoolName } = mailCatalogue[kind].example as { schoolName?: string };
  const ours = schoolName && { schoolName: sender.name, helpName: sender.helpName, helpPhone: sender.helpPhone };
  const { field, names } = casesOf(kind);
  const render = (name: string | null) =>
    renderMail({
      kind,
      props: {
        ...mailCatalogue[kind].example,
        ...ours,
        ...(name !== null && { [field]: name }),
      } as MailProps<MailKind>,
      language: asked.language,
      to: "reader@example.org",
      from: wiring.mailer.from,
      sender: kind === "sign-in" ? null : sender,
      unsubscribeLink: category === "transactional" ? null : `${wiring.env.origin}/unsubscribe/example`,
    });
  const cases = [];
  for (const name of names) cases.push({ name, subject: (await render(name)).subject });
  const { subject, html, text, headers } = await render(names.find((name) => name === asked.case) ?? null);
  return done({ kind, category, cases, subject, html, text, headers: Object.entries(headers) });
}

function casesOf(kind: MailKind): { field: string; names: readonly string[] } {
  const { shape } = mailKinds[kind].props as { shape: Record<string, { options?: readonly string[] }> };
  const field = ["event", "status"].find((name) => shape[name]?.options) ?? "";
  return { field, names: shape[field]?.options ?? [] };
}
