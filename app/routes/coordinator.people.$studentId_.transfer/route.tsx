import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { mayAnnounce } from "~/domain/people/transfer";
import { announceTransfer } from "~/features/transfers/announce-transfer.server";
import { openTransfer } from "~/features/transfers/open-transfer.server";
import { takeTransferBack } from "~/features/transfers/take-transfer-back.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { day } from "~/http/person-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Announce } from "./announce";
import { Preview } from "./preview";
import { Standing } from "./standing";

export const handle: PageHandle = { title: "transfers:title" };

const Change = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("announce"),
    toSchoolId: z.uuid("transfers:fault.no_school"),
    lastDay: day,
    firstDay: day,
  }),
  z.object({ intent: z.literal("take_back"), transferId: z.uuid() }),
]);

const REFUSALS = {
  not_permitted: { status: 403, key: "people:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_school: { status: 422, key: "transfers:fault.no_school", field: "toSchoolId" },
  announced_already: { status: 409, key: "transfers:fault.announced_already" },
  received_already: { status: 409, key: "transfers:fault.received_already" },
  days_crossed: { status: 422, key: "transfers:fault.days_crossed", field: "firstDay" },
  day_far: { status: 422, key: "transfers:fault.day_far", field: "firstDay" },
  answered_already: { status: 409, key: "transfers:fault.answered_already" },
} as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { studentId } = parseParams(params, "studentId");
  const outcome = await openTransfer(context.wiring, actor, { studentId });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { studentId } = parseParams(params, "studentId");
  const form = await parseForm(request, Change, context);
  if (!form.ok) return form.reply;
  const asked = form.value;
  if (asked.intent === "take_back") {
    const back = await takeTransferBack(context.wiring, actor, asked);
    if (!back.ok) return refuse(context, back, REFUSALS, form.typed);
    return redirectWithToast(`/coordinator/people/${studentId}`, "transfers:toast.takenBack");
  }
  const outcome = await announceTransfer(context.wiring, actor, { ...asked, studentId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/coordinator/people/${studentId}/transfer`, "transfers:toast.announced");
}

export default function TransferPage() {
  const { t } = useTranslation("transfers");
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { id, name, transfer } = view;
  const isOpen = transfer === null || mayAnnounce(transfer.stage);
  return (
    <Page title={t("of", { name })} lead={isOpen && t("lead")} back={{ to: `/coordinator/people/${id}`, label: name }}>
      {transfer && <Standing transfer={transfer} name={name} reply={reply} />}
      {isOpen && <Preview view={view} />}
      {isOpen && <Announce view={view} reply={reply} />}
    </Page>
  );
}
