import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type EndCoverRefusal, endCover } from "~/features/advisories/end-cover.server";
import { type GiveCoverRefusal, giveCover } from "~/features/advisories/give-cover.server";
import { openCovers } from "~/features/advisories/open-covers.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { CoverForm } from "./cover-form";
import { CoverList } from "./cover-list";

export const handle: PageHandle = { title: "home:cover.title" };

const CoverAction = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("give"),
    advisoryId: z.uuid(),
    personId: z.uuid(),
    from: civilDay,
    to: civilDay,
  }),
  z.object({ intent: z.literal("end"), coverId: z.uuid() }),
]);

const REFUSALS: Refusals<GiveCoverRefusal | EndCoverRefusal> = {
  not_permitted: { status: 403, key: "home:fault.not_permitted" },
  not_found: NOT_FOUND,
  not_staff: { status: 422, key: "home:cover.fault.not_staff", field: "personId" },
  own_advisory: { status: 422, key: "home:cover.fault.own_advisory", field: "personId" },
  covers_already: { status: 409, key: "home:cover.fault.covers_already", field: "from" },
  in_the_past: { status: 422, key: "home:cover.fault.in_the_past", field: "from" },
  ends_before_start: { status: 422, key: "home:cover.fault.ends_before_start", field: "to" },
  too_long: { status: 422, key: "home:cover.fault.too_long", field: "to" },
  is_over: { status: 409, key: "home:cover.fault.is_over" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await openCovers(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const form = await parseForm(request, CoverAction, context);
  if (!form.ok) return form.reply;
  const sent = form.value;
  const outcome =
    sent.intent === "give"
      ? await giveCover(context.wiring, actor, sent)
      : await endCover(context.wiring, actor, { coverId: sent.coverId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(
    "/advisor/cover",
    sent.intent === "give" ? "home:toast.coverGiven" : "home:toast.coverEnded",
  );
}

export default function Cover() {
  const { t } = useTranslation("home");
  const { covers, advisories, colleagues, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isEnding = reply?.values.intent === "end";
  const isShown = covers.some(({ id }) => id === reply?.values.coverId);
  return (
    <Page title={t("cover.title")} lead={t("cover.lead")} back={{ to: "/advisor", label: t("advisor.title") }}>
      {isEnding && !isShown && <ErrorSummary errors={reply.errors} />}
      {covers.length === 0 ? (
        <EmptyState title={t("cover.none")}>{t("cover.noneText")}</EmptyState>
      ) : (
        <CoverList covers={covers} today={today} reply={isEnding ? reply : undefined} />
      )}
      {advisories.length > 0 && (
        <Section title={t("cover.give")} lead={t("cover.giveLead")}>
          <CoverForm
            advisories={advisories}
            colleagues={colleagues}
            today={today}
            reply={isEnding ? undefined : reply}
          />
        </Section>
      )}
    </Page>
  );
}
