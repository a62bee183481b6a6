import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LONGEST_NOTE, showInvitationCode } from "~/domain/people/invitation";
import { invitePerson } from "~/features/people/invite-person.server";
import { openPerson } from "~/features/people/open-person.server";
import { takeInvitationBack } from "~/features/people/take-invitation-back.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import type { FormReply } from "~/ui/form-reply";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { Letter } from "./letter";
import { type Letter as Words, wordsOfLetter } from "./letter-words.server";
import { refusals } from "./refusals.server";
import { Ways } from "./ways";

export const handle: PageHandle = { title: "invitations:invite.short" };

const Way = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("mail") }),
  z.object({ intent: z.literal("letter") }),
  z.object({ intent: z.literal("hand"), note: z.string().trim().max(LONGEST_NOTE).default("") }),
  z.object({ intent: z.literal("take_back") }),
]);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openPerson(context.wiring, actor, { personId: parseParams(params, "memberId").memberId });
  if (!outcome.ok && outcome.reason === "went_into")
    throw redirect(safeRedirect(`/coordinator/people/${outcome.detail?.personId}/invite`));
  if (!outcome.ok) throw notFound();
  const { person, inviting } = outcome.value;
  return { id: person.id, name: person.nameUsed, ...inviting };
}

/** What a code answers is shown by this answer and by none after it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { memberId: personId } = parseParams(params, "memberId");
  const form = await parseForm(request, Way, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "take_back") {
    const back = await takeInvitationBack(context.wiring, actor, { personId });
    if (!back.ok) return refuse(context, back, refusals, form.typed);
    return redirectWithToast(`/coordinator/people/${personId}`, "invitations:toast.takenBack");
  }
  const { intent: way } = form.value;
  const note = form.value.intent === "hand" ? form.value.note : "";
  const outcome = await invitePerson(context.wiring, actor, { personId, way, note });
  if (!outcome.ok && outcome.reason === "went_into")
    return redirectWithToast(`/coordinator/people/${outcome.detail?.personId}/invite`, "people:toast.went_into");
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  if (outcome.value === null) return redirectWithToast(`/coordinator/people/${personId}`, "invitations:toast.mailed");
  const { origin } = context.wiring.env;
  const shown =
    way === "letter"
      ? { letter: wordsOfLetter(outcome.value, { origin, printer: context.language }) }
      : { code: showInvitationCode(outcome.value.code) };
  return json({ ok: true as const, ...shown }, { headers: { "Cache-Control": "no-store" } });
}

export default function Invite() {
  const { t } = useTranslation("invitations");
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormReply | { letter: Words } | { code: string } | undefined;
  const back = { to: `/coordinator/people/${view.id}`, label: view.name };
  if (answer && "letter" in answer)
    return (
      <Page
        title={<span className="print:hidden">{t("letter.page", { name: view.name })}</span>}
        lead={<span className="print:hidden">{t("letter.shownOnce")}</span>}
        back={back}
        actions={<PrintButton />}
      >
        <Letter words={answer.letter} />
      </Page>
    );
  const code = answer && "code" in answer ? answer.code : null;
  return (
    <Page title={t("invite.title", { name: view.name })} lead={t("invite.lead")} back={back}>
      <Ways view={view} code={code} reply={answer && !("code" in answer) ? answer : undefined} />
    </Page>
  );
}
