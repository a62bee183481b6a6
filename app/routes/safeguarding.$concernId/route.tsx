import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { handConcernBack } from "~/features/concerns/hand-concern-back.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { takeConcernOn } from "~/features/concerns/take-concern-on.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Timeline } from "~/ui/timeline";
import { LookAfter } from "./look-after";
import { Said } from "./said";

export const handle: PageHandle = { title: "concerns:list.title" };

const Move = z.object({ intent: z.enum(["unseal", "take", "hand_back"]) });
const REFUSALS = {
  not_permitted: { status: 403, key: "concerns:fault.not_permitted" },
  not_found: NOT_FOUND,
  not_opened: { status: 409, key: "concerns:fault.not_opened" },
  not_yours: { status: 409, key: "concerns:fault.not_yours" },
} as const;
const MOVES = { unseal: unsealConcern, take: takeConcernOn, hand_back: handConcernBack } as const;
const DONE = {
  unseal: "concerns:toast.unsealed",
  take: "concerns:toast.taken",
  hand_back: "concerns:toast.handedBack",
} as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await openConcern(context.wiring, actor, parseParams(params, "concernId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const asked = parseParams(params, "concernId");
  const form = await parseForm(request, Move, context);
  if (!form.ok) return form.reply;
  const { intent } = form.value;
  const outcome = await MOVES[intent](context.wiring, actor, asked);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/safeguarding/${asked.concernId}`, DONE[intent]);
}

export default function Concern() {
  const { t, i18n } = useTranslation(["concerns", "suspensions"]);
  const { id, number, raisedAt, timeZone, takenBy, takenAt, isMine, reads, said } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const write = (moment: string) => formatMoment(moment, i18n.language, timeZone);
  return (
    <Page
      title={t("one.title", { number })}
      lead={t("list.raised", { when: write(raisedAt) })}
      back={{ to: "/safeguarding", label: t("one.back") }}
    >
      {said ? (
        <>
          <Notice tone="wait">{t("one.law")}</Notice>
          <Said concernId={id} said={said} timeZone={timeZone} />
          {said.mentorId && (
            <LinkButton to={`/safeguarding/mentors/${said.mentorId}`}>{t("suspensions:link")}</LinkButton>
          )}
        </>
      ) : (
        <Notice title={t("one.sealed")}>
          <p>{t("one.sealedText")}</p>
          <Form reply={reply} className="mt-3">
            <Button look="primary" name="intent" value="unseal" pendingText={t("one.opening")}>
              {t("one.open")}
            </Button>
          </Form>
        </Notice>
      )}
      {takenBy !== null && <p>{t("one.takenBy", { name: takenBy, when: takenAt ? write(takenAt) : "" })}</p>}
      {(isMine || (said && takenBy === null)) && <LookAfter isMine={isMine} reply={reply} />}
      {reads.length > 0 && (
        <Section title={t("one.reads")}>
          <Timeline
            label={t("one.reads")}
            entries={reads.map(({ name, at }) => ({ key: `${name}${at}`, at, when: write(at), title: name }))}
          />
        </Section>
      )}
    </Page>
  );
}
