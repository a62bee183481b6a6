import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { answerSuggestion } from "~/features/pursuits/answer-suggestion.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { answerVisit } from "~/features/visits/answer-visit.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { CallOffForm, visitRefusals, visitToast } from "~/http/visit-answer.server";
import { LinkButton } from "~/ui/button";
import { Card } from "~/ui/card";
import { ConversationLink } from "~/ui/conversation-link";
import { formatDayOf } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { useText } from "~/ui/use-text";
import { CallOffForm as CallOff } from "~/ui/visit-forms";
import { VisitList } from "~/ui/visit-list";
import { AnswerForms } from "./answer-forms";
import { NotedForYou } from "./noted-for-you";
import { PursuitSteps } from "./pursuit-steps";

export const handle: PageHandle = { titleFrom: (data) => data.title };

const Answer = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["want", "no_thanks", "take", "refuse_offer"]) }),
  CallOffForm,
  z.object({ intent: z.literal("withdraw"), reason: z.string().max(1000).default("") }),
]);

const REFUSALS: Refusals<"not_permitted" | "not_found" | "wrong_state" | "still_needed" | "lead_waits"> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  lead_waits: { status: 409, key: "pursuits:fault.lead_waits" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const outcome = await openPursuit(context.wiring, actor, parseParams(params, "pursuitId"));
  if (!outcome.ok) throw notFound();
  const { pursuit, consents, gates, school, visits, recorded, calling } = outcome.value;
  return {
    id: pursuit.pursuit_id,
    title: pursuit.title,
    organisation: pursuit.organisation_name,
    listingId: pursuit.listing_id,
    state: pursuit.state,
    kind: pursuit.kind,
    // The student reads that it is held, never which guardian said what.
    held:
      pursuit.state === "approved" &&
      consents.some((consent) => consent.state === "refused" || consent.state === "revoked"),
    textForStudent: pursuit.state === "declined" ? pursuit.decline_for_student : "",
    note: pursuit.student_note,
    expiresAt: pursuit.state === "suggested" ? pursuit.expires_at : null,
    familyAgreed: gates.some((gate) => gate.kind === "looking_consent" && gate.state === "met"),
    endorsement: endorsementOf(gates),
    hasConversation: pursuit.contacted_at !== null,
    mayPrepareCall: calling !== "closed" && pursuit.state !== "suggested",
    timeZone: school.timeZone,
    visits,
    recorded,
  };
}

/** Whether the advisor's word is still waited for, and not what it was. */
function endorsementOf(gates: readonly { kind: string; state: string }[]): "open" | "read" | null {
  const gate = gates.find(({ kind }) => kind === ENDORSEMENT.kind);
  if (!gate) return null;
  return gate.state === "open" ? "open" : "read";
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, Answer, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  switch (form.value.intent) {
    case "want":
    case "no_thanks": {
      const answer = form.value.intent;
      const outcome = await answerSuggestion(wiring, actor, { pursuitId, answer });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast(
        `/student/pursuits/${pursuitId}`,
        answer === "want" ? "pursuits:toast.wanted" : "pursuits:toast.dismissed",
      );
    }
    case "take":
    case "refuse_offer": {
      const take = form.value.intent === "take";
      const outcome = await answerOffer(wiring, actor, { pursuitId, answer: take ? "take" : "no_thanks" });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      const here = `/student/pursuits/${pursuitId}`;
      const { withdrawn } = outcome.value;
      if (withdrawn > 0) return redirectWithToast(here, "pursuits:toast.takenOthers", { count: withdrawn });
      return redirectWithToast(here, take ? "pursuits:toast.taken" : "pursuits:toast.refusedOffer");
    }
    case "call_off": {
      const outcome = await answerVisit(wiring, actor, { pursuitId, ...form.value });
      if (!outcome.ok) return refuse(context, outcome, visitRefusals, form.typed);
      return redirectWithToast(`/student/pursuits/${pursuitId}`, visitToast("call_off"));
    }
    case "withdraw": {
      const outcome = await withdrawPursuit(wiring, actor, { pursuitId, reason: form.value.reason });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast("/student", "pursuits:toast.withdrawn");
    }
  }
}

export default function StudentPursuit() {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const visitReply = reply?.values?.intent === "call_off" ? reply : undefined;
  const isWithAdvisor = data.state === "requested" && data.endorsement === "open";
  const key = isWithAdvisor ? "withAdvisor" : data.state;
  const next = data.held ? t("next.approvedHeld") : text(`pursuits:next.${key}` as "pursuits:next.requested");
  return (
    <Page title={data.title} lead={data.organisation} back={{ to: "/student", label: t("one.back") }}>
      <Card>
        <PursuitBadge state={data.state} />
        <p className="mt-3 text-lead">{next}</p>
        {data.textForStudent && (
          <div className="mt-4">
            <p className="font-semibold">{t("one.text")}</p>
            <p className="whitespace-pre-line">{data.textForStudent}</p>
          </div>
        )}
        {data.expiresAt && (
          <p className="mt-2 text-ink-soft">
            {t("one.expires", { day: formatDayOf(data.expiresAt, i18n.language, data.timeZone) })}
          </p>
        )}
        <AnswerForms state={data.state} kind={data.kind} reply={visitReply ? undefined : reply} />
      </Card>
      {data.hasConversation && <ConversationLink pursuitId={data.id} />}
      {data.mayPrepareCall && (
        <Section title={text("coach:you.title")} lead={text("coach:you.linkHint")}>
          <LinkButton to={`/student/pursuits/${data.id}/call`} icon={Phone}>
            {text("coach:you.link")}
          </LinkButton>
        </Section>
      )}
      {data.visits.length > 0 && (
        <Section title={t("one.visits")}>
          <VisitList visits={data.visits} timeZone={data.timeZone} label={t("one.visits")}>
            {(visit) =>
              visit.state === "dated" && !visit.hasBegun && <CallOff visit={visit} reply={visitReply} says="student" />
            }
          </VisitList>
        </Section>
      )}
      <Section title={t("one.steps")}>
        <PursuitSteps state={data.state} familyAgreed={data.familyAgreed} endorsement={data.endorsement} />
      </Section>
      {data.note && (
        <Section title={t("one.yourNote")}>
          <p className="whitespace-pre-line">{data.note}</p>
        </Section>
      )}
      <NotedForYou recorded={data.recorded} timeZone={data.timeZone} />
      <LinkButton to={`/placements/${data.listingId}`}>{t("one.placement")}</LinkButton>
    </Page>
  );
}
