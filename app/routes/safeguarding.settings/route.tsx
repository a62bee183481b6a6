import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LONGEST_NUMBERS } from "~/domain/concern/emergency-numbers";
import { nameLead, unnameLead } from "~/features/concerns/name-lead.server";
import { openSafeguarding } from "~/features/concerns/open-safeguarding.server";
import { saveSafeguarding } from "~/features/concerns/save-safeguarding.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireAdmin } from "~/http/require-actor.server";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { LeadList } from "./lead-list";
import { NumbersForm } from "./numbers-form";

export const handle: PageHandle = { title: "concerns:settings.title" };

const wrong = "concerns:settings.minutes_wrong";
const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["name", "end"]), personId: z.uuid() }),
  z.object({
    intent: z.literal("save"),
    emergencyNumbers: z.string().trim().min(1, "concerns:settings.no_numbers").max(LONGEST_NUMBERS),
    concernMinutes: z.coerce.number(wrong).int(wrong).min(5, wrong).max(1440, wrong),
  }),
]);
const REFUSALS = {
  not_permitted: { status: 403, key: "concerns:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_numbers: { status: 422, key: "concerns:settings.no_numbers", field: "emergencyNumbers" },
} as const;
const DONE = { name: "concerns:toast.named", end: "concerns:toast.ended", save: "concerns:toast.saved" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireAdmin(request, context);
  const outcome = await openSafeguarding(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireAdmin(request, context);
  const form = await parseForm(request, Change, context);
  if (!form.ok) return form.reply;
  const asked = form.value;
  const outcome =
    asked.intent === "save"
      ? await saveSafeguarding(context.wiring, actor, asked)
      : await (asked.intent === "name" ? nameLead : unnameLead)(context.wiring, actor, asked);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const isLater = asked.intent === "name" && outcome.value?.holds === "later";
  return redirectWithToast("/safeguarding/settings", isLater ? "concerns:toast.namedLater" : DONE[asked.intent]);
}

export default function SafeguardingSettings() {
  const { t } = useTranslation("concerns");
  const { staff, ...settings } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("settings.title")} lead={t("settings.lead")} back={{ to: "/safeguarding", label: t("list.title") }}>
      <LeadList staff={staff} reply={reply} />
      <Section title={t("settings.numbersTitle")}>
        <NumbersForm settings={settings} reply={reply} />
      </Section>
    </Page>
  );
}
