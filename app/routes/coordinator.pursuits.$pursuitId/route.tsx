import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PLACE_HOLDING_STATES } from "~/domain/pursuit/lifecycle";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { StudentCalls } from "~/ui/call-list";
import { ConversationLink } from "~/ui/conversation-link";
import { EndorsementNote } from "~/ui/endorsement-note";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ScansLink } from "~/ui/scans-link";
import { actOnPursuit, PursuitAction } from "./act-on-pursuit.server";
import { CaseFacts, CaseState } from "./case-facts";
import { CaseHistory } from "./case-history";
import { DecisionForms } from "./decision-forms";
import { FamilyList } from "./family-list";
import { GateList } from "./gate-list";
import { RecordAnswerForm } from "./record-answer-form";
import { UnreadMentors } from "./unread-mentors";
import { toView } from "./view.server";
import { VisitSection } from "./visit-section";

export const handle: PageHandle = { titleFrom: (data) => `${data.student} → ${data.title}` };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openPursuit(context.wiring, actor, parseParams(params, "pursuitId"));
  if (!outcome.ok) throw notFound();
  return toView(outcome.value, context.language);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, PursuitAction, context);
  if (!form.ok) return form.reply;
  return actOnPursuit(context, actor, { pursuitId, sent: form.value, typed: form.typed });
}

/** The step that is needed now comes first, so that a phone shows it without scrolling past everything that is known. */
export default function PursuitCase() {
  const { t } = useTranslation("pursuits");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const intent = reply?.values?.intent;
  const answerReply = intent === "answer" ? reply : undefined;
  const visitReply = VISIT_INTENTS.includes(String(intent)) ? reply : undefined;
  const caseReply = reply?.values?.kind === undefined && intent !== "answer" && !visitReply ? reply : undefined;
  const isWaitingForGates = isOnTheWay(data.state) && data.gates.some(({ state }) => state === "open");
  const gates = data.gates.length > 0 && (
    <Section title={t("case.gates")} lead={t("case.gatesLead")}>
      <GateList gates={data.gates} mentorId={data.mentorId} today={data.today} reply={reply} />
      <p className="mt-3 text-small text-ink-soft">{t("case.law")}</p>
    </Section>
  );
  return (
    <Page title={`${data.student} → ${data.title}`} back={{ to: "/coordinator/pursuits", label: t("case.back") }}>
      {/* Somebody else was faster: the form that was sent is not here any more. */}
      {data.state !== "requested" && intent === "approve" && <ErrorSummary errors={reply?.errors ?? {}} />}
      <CaseState state={data.state} note={data.note} />
      {data.endorsement && <EndorsementNote endorsement={data.endorsement} />}
      {data.state === "requested" && (
        <Section title={t("case.decide")} lead={t("case.approveLead")}>
          <DecisionForms state={data.state} isWithAdvisor={data.endorsement?.state === "open"} reply={caseReply} />
        </Section>
      )}
      {data.unread.length > 0 && (
        <UnreadMentors unread={data.unread} reply={intent === "read_mentors" ? reply : undefined} />
      )}
      {isWaitingForGates && gates}
      {(data.canPlanVisits || data.visits.length > 0) && (
        <VisitSection
          visits={data.visits}
          canPlan={data.canPlanVisits}
          today={data.today}
          place={data.place}
          timeZone={data.timeZone}
          reply={visitReply}
        />
      )}
      {data.isInternshipPaused && (
        <Section title={t("case.resume.title")} lead={t("case.resume.lead")}>
          <p className="mb-4">
            {data.mentor ? t("case.resume.now", { mentor: data.mentor }) : t("case.resume.nobody")}
          </p>
          <Form reply={caseReply}>
            <Button name="intent" value="resume" pendingText={t("case.resume.going")}>
              {t("case.resume.go")}
            </Button>
          </Form>
        </Section>
      )}
      {data.canComplete && (
        <Section title={t("case.complete")} lead={t("case.completeLead")}>
          <Form reply={caseReply}>
            <Button name="intent" value="complete" pendingText={t("case.completing")}>
              {t("case.complete")}
            </Button>
          </Form>
        </Section>
      )}
      {data.answers.length > 0 && (
        <Section title={t("case.answer.title")} lead={t("case.answer.lead")}>
          <RecordAnswerForm
            // Another state asks for another answer: nothing of the last one stays in the form.
            key={data.state}
            answers={data.answers}
            student={data.student}
            organisation={data.organisation}
            reply={answerReply}
          />
        </Section>
      )}
      {data.hasConversation && <ConversationLink pursuitId={data.pursuitId} />}
      <StudentCalls {...data} />
      <Section title={t("case.about")}>
        <CaseFacts data={data} />
      </Section>
      <Section title={t("case.consents")}>
        <FamilyList consents={data.consents} />
      </Section>
      {!isWaitingForGates && gates}
      {data.state === "approved" && <DecisionForms state={data.state} isWithAdvisor={false} reply={caseReply} />}
      <Section title={t("case.history")}>
        <CaseHistory acts={data.acts} timeZone={data.timeZone} />
        <ScansLink noun="pursuit" id={data.pursuitId} />
      </Section>
    </Page>
  );
}

const VISIT_INTENTS = ["plan_visit", "date_visit", "call_off", "took_place", "missed"];

const isOnTheWay = (state: string) => (PLACE_HOLDING_STATES as readonly string[]).includes(state);
