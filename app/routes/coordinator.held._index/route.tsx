import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { HELD_HOURS } from "~/domain/settings";
import { openHeld } from "~/features/conversations/open-held.server";
import { saveHeldReader } from "~/features/conversations/save-held-reader.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ReaderForm } from "./reader-form";
import { WaitingList } from "./waiting-list";

export const handle: PageHandle = { title: "conversations:desk.title" };

const wrong = "conversations:fault.hours";
const ReaderAsked = z.object({
  /** Left out for all coordinators. */
  readerId: z.uuid().optional(),
  hours: z.coerce.number(wrong).int(wrong).min(HELD_HOURS.least, wrong).max(HELD_HOURS.most, wrong),
});

const REFUSALS = {
  not_permitted: { status: 403, key: "conversations:fault.not_permitted" },
  unknown_reader: { status: 422, key: "conversations:fault.unknownReader", field: "readerId" },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openHeld(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, ReaderAsked, context);
  if (!form.ok) return form.reply;
  const outcome = await saveHeldReader(context.wiring, actor, {
    hours: form.value.hours,
    readerId: form.value.readerId ?? "",
  });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/coordinator/held", "conversations:toast.readerSaved");
}

export default function HeldDesk() {
  const { t } = useTranslation("conversations");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} back={{ to: "/conversations", label: t("all.title") }}>
      {page.waiting.length === 0 ? (
        <EmptyState title={t("desk.none")}>{t("desk.noneText")}</EmptyState>
      ) : (
        <WaitingList waiting={page.waiting} readerName={page.readerName} timeZone={page.timeZone} />
      )}
      <div>
        <LinkButton to="/coordinator/held/words">{t("words.link")}</LinkButton>
      </div>
      <Section title={t("desk.who")} lead={t("desk.whoLead")}>
        <ReaderForm page={page} reply={reply} />
      </Section>
    </Page>
  );
}
