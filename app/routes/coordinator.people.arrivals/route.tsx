import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LONGEST_REFUSAL } from "~/domain/people/transfer";
import { listArrivals } from "~/features/transfers/list-arrivals.server";
import { receiveStudent } from "~/features/transfers/receive-student.server";
import { refuseTransfer } from "~/features/transfers/refuse-transfer.server";
import { parseForm } from "~/http/parse-form.server";
import { grade, studentNumber, tick } from "~/http/person-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Arrival } from "./arrival";

export const handle: PageHandle = { title: "transfers:arrivals.title" };

const Answer = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("receive"),
    transferId: z.uuid(),
    grade,
    studentNumber,
    advisoryId: z.uuid().optional(),
    isAnother: tick,
  }),
  z.object({
    intent: z.literal("refuse"),
    transferId: z.uuid(),
    reason: z.string().trim().max(LONGEST_REFUSAL).default(""),
  }),
]);

const REFUSALS = {
  not_permitted: { status: 403, key: "people:fault.not_permitted" },
  not_found: NOT_FOUND,
  answered_already: { status: 409, key: "transfers:fault.answered_already" },
  number_taken: { status: 409, key: "people:fault.number_taken", field: "studentNumber" },
  known_already: { status: 409, key: "people:fault.known_already", field: "isAnother" },
  no_advisory: { status: 409, key: "people:fault.no_advisory", field: "advisoryId" },
  reason_missing: { status: 422, key: "transfers:fault.reason_missing", field: "reason" },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listArrivals(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Answer, context);
  if (!form.ok) return form.reply;
  const asked = form.value;
  if (asked.intent === "refuse") {
    const refusal = await refuseTransfer(context.wiring, actor, asked);
    if (!refusal.ok) return refuse(context, refusal, REFUSALS, form.typed);
    return redirectWithToast("/coordinator/people/arrivals", "transfers:toast.refused");
  }
  const { advisoryId = null, studentNumber: number = null, ...arrival } = asked;
  const outcome = await receiveStudent(context.wiring, actor, { ...arrival, advisoryId, studentNumber: number });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/coordinator/people/${outcome.value.personId}`, "transfers:toast.received");
}

export default function Arrivals() {
  const { t } = useTranslation(["transfers", "people"]);
  const { arrivals, advisories, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("arrivals.title")}
      lead={t("arrivals.lead")}
      back={{ to: "/coordinator/people", label: t("people:title") }}
    >
      {arrivals.length === 0 && <EmptyState title={t("arrivals.none")}>{t("arrivals.noneText")}</EmptyState>}
      {arrivals.map((arrival) => (
        <Card key={arrival.id}>
          <Arrival arrival={arrival} advisories={advisories} today={today} reply={reply} />
        </Card>
      ))}
    </Page>
  );
}
