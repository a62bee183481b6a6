import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PLACE_HOLDING_STATES } from "~/domain/pursuit/lifecycle";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { CaseFacts, CaseState } from "./case-facts";
import { CaseHistory } from "./case-history";
import { DecisionForms } from "./decision-forms";
import { FamilyList } from "./family-list";
import { GateList } from "./gate-list";
import { toView } from "./view.server";

export const handle: PageHandle = { titleFrom: (data) => `${data.student} → ${data.title}` };

const day = z.iso.date();
const Decision = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve") }),
  z.object({ intent: z.literal("complete") }),
  z.object({
    intent: z.literal("decline"),
    textForStudent: z.string().trim().min(1).max(2000),
    textForStaff: z.string().max(2000).default(""),
  }),
  z.object({ intent: z.literal("gate"), kind: z.string().max(40), on: day, note: z.string().trim().min(1).max(1000) }),
]);

type Reason =
  | "not_permitted"
  | "not_found"
  | "wrong_state"
  | "still_needed"
  | "no_place"
  | "not_open"
  | "not_a_visit"
  | "only_by_consent"
  | "date_in_future";
const REFUSALS: Refusals<Reason> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  no_place: { status: 409, key: "pursuits:fault.no_place" },
  not_open: { status: 409, key: "pursuits:fault.gate_not_open" },
  not_a_visit: { status: 409, key: "pursuits:fault.not_a_visit" },
  only_by_consent: { status: 422, key: "pursuits:fault.only_by_consent" },
  date_in_future: { status: 422, key: "pursuits:fault.date_in_future", field: "on" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openPursuit(context.wiring, actor, parseParams(params, "pursuitId"));
  if (!outcome.ok) throw notFound();
  return toView(outcome.value, context.language);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, Decision, context);
  if (!form.ok) return form.reply;
  const here = `/coordinator/pursuits/${pursuitId}`;
  const { wiring } = context;
  if (form.value.intent === "approve") {
    const outcome = await approvePursuit(wiring, actor, { pursuitId });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    if (outcome.value.state === "contacted") return redirectWithToast(here, "pursuits:toast.contacted");
    return redirectWithToast(here, "pursuits:toast.approved", { count: 1 });
  }
  if (form.value.intent === "complete") {
    const outcome = await completePursuit(wiring, actor, { pursuitId });
    return outcome.ok
      ? redirectWithToast(here, "pursuits:toast.completed")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  if (form.value.intent === "decline") {
    const outcome = await declinePursuit(wiring, actor, { pursuitId, ...form.value });
    return outcome.ok
      ? redirectWithToast(here, "pursuits:toast.declined")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  const outcome = await confirmGate(wiring, actor, { pursuitId, ...form.value });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(here, outcome.value.contacted ? "pursuits:toast.gateContacted" : "pursuits:toast.gate");
}

/** The step that is needed now comes first, so that a phone shows it without scrolling past everything that is known. */
export default function PursuitCase() {
  const { t } = useTranslation("pursuits");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const caseReply = reply?.values?.kind === undefined ? reply : undefined;
  const isWaitingForGates = isOnTheWay(data.state) && data.gates.some(({ state }) => state === "open");
  const gates = data.gates.length > 0 && (
    <Section title={t("case.gates")} lead={t("case.gatesLead")}>
      <GateList gates={data.gates} today={data.today} reply={reply} />
      <p className="mt-3 text-small text-ink-soft">{t("case.law")}</p>
    </Section>
  );
  return (
    <Page title={`${data.student} → ${data.title}`} back={{ to: "/coordinator/pursuits", label: t("case.back") }}>
      {/* Somebody else was faster: the form that was sent is not here any more. */}
      {data.state !== "requested" && reply?.values?.intent === "approve" && <ErrorSummary errors={reply.errors} />}
      <CaseState state={data.state} note={data.note} />
      {data.state === "requested" && (
        <Section title={t("case.decide")} lead={t("case.approveLead")}>
          <DecisionForms state={data.state} reply={caseReply} />
        </Section>
      )}
      {isWaitingForGates && gates}
      {data.canComplete && (
        <Section title={t("case.complete")} lead={t("case.completeLead")}>
          <Form reply={caseReply}>
            <Button name="intent" value="complete" pendingText={t("case.completing")}>
              {t("case.complete")}
            </Button>
          </Form>
        </Section>
      )}
      <Section title={t("case.about")}>
        <CaseFacts data={data} />
      </Section>
      <Section title={t("case.consents")}>
        <FamilyList consents={data.consents} />
      </Section>
      {!isWaitingForGates && gates}
      {data.state === "approved" && <DecisionForms state={data.state} reply={caseReply} />}
      <Section title={t("case.history")}>
        <CaseHistory acts={data.acts} timeZone={data.timeZone} />
      </Section>
    </Page>
  );
}

const isOnTheWay = (state: string) => (PLACE_HOLDING_STATES as readonly string[]).includes(state);
