import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { REFERENCE_LENGTH } from "~/features/clearances/judge-clearance.server";
import { openMentorChecks } from "~/features/clearances/open-mentor-checks.server";
import { planClearance } from "~/features/clearances/plan-clearance.server";
import { type RecordClearanceRefusal, recordClearance } from "~/features/clearances/record-clearance.server";
import { type WithdrawClearanceRefusal, withdrawClearance } from "~/features/clearances/withdraw-clearance.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { CheckForm } from "./check-form";
import { CheckHistory } from "./check-history";
import { KindStandings } from "./kind-standings";
import { WithdrawForm } from "./withdraw-form";

export const handle: PageHandle = { titleFrom: ({ name }) => name };

const Typed = z.object({
  type: z.string().trim().min(1).max(60),
  result: z.enum(["clear", "not_clear", "pending"]),
  checkedOn: civilDay,
  endsOn: civilDay.optional(),
  reference: z.string().trim().max(REFERENCE_LENGTH).default(""),
  replaces: z.uuid().optional(),
  shown: z.union([z.literal("none"), civilDay]).optional(),
});
const CheckFields = z.discriminatedUnion("intent", [
  Typed.extend({ intent: z.literal("review") }),
  Typed.extend({ intent: z.literal("record") }),
  z.object({ intent: z.literal("withdraw"), clearanceId: z.uuid() }),
]);

const REFUSALS: Refusals<RecordClearanceRefusal | WithdrawClearanceRefusal> = {
  not_permitted: { status: 403, key: "clearances:fault.not_permitted" },
  not_found: NOT_FOUND,
  own_check: { status: 403, key: "clearances:fault.own_check" },
  unknown_type: { status: 422, key: "clearances:fault.unknown_type", field: "type" },
  date_in_future: { status: 422, key: "clearances:fault.date_in_future", field: "checkedOn" },
  ends_before_check: { status: 422, key: "clearances:fault.ends_before_check", field: "endsOn" },
  ends_too_late: { status: 422, key: "clearances:fault.ends_too_late", field: "endsOn" },
  reference_missing: { status: 422, key: "clearances:fault.reference_missing", field: "reference" },
  reference_too_long: { status: 422, key: "clearances:fault.reference_too_long", field: "reference" },
  already_replaced: { status: 409, key: "clearances:fault.already_replaced" },
  end_not_shown: { status: 409, key: "clearances:fault.end_not_shown" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMentorChecks(context.wiring, actor, parseParams(params, "mentorId"));
  if (!outcome.ok) throw notFound();
  const wanted = new URL(request.url).searchParams;
  const named = (param: string) =>
    outcome.value.checks.find(({ id, isReplaced }) => id === wanted.get(param) && !isReplaced) ?? null;
  return { ...outcome.value, mistaken: named("correct"), misplaced: named("withdraw") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { mentorId } = parseParams(params, "mentorId");
  const form = await parseForm(request, CheckFields, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "withdraw") {
    const { clearanceId } = form.value;
    const outcome = await withdrawClearance(context.wiring, actor, { mentorId, clearanceId });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return redirectWithToast(`/coordinator/checks/${mentorId}`, "clearances:toast.withdrawn");
  }
  const { intent, endsOn = null, replaces = null, shown, ...rest } = form.value;
  const typed = { ...rest, mentorId, endsOn, replaces };
  if (intent === "review") {
    const outcome = await planClearance(context.wiring, actor, typed);
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ ok: true as const, expiresOn: outcome.value.expiresOn, values: form.typed });
  }
  const outcome = await recordClearance(context.wiring, actor, { ...typed, shown: shown === "none" ? null : shown });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(
    `/coordinator/checks/${mentorId}`,
    typed.result === "not_clear" ? "clearances:toast.not_clear" : "clearances:toast.recorded",
  );
}

export default function MentorChecks() {
  const { t } = useTranslation(["clearances", "mentors"]);
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { mentorId, name, places, checks, mistaken, misplaced } = data;
  const cancelTo = `/coordinator/checks/${mentorId}`;
  return (
    <Page title={name} lead={t("one.lead")} back={{ to: "/coordinator/checks", label: t("list.title") }}>
      <KindStandings standings={data.standings} />
      {misplaced ? (
        <Section id="form" title={t("withdraw.title")} lead={t("withdraw.lead")}>
          <WithdrawForm entry={misplaced} {...{ name, cancelTo, reply }} />
        </Section>
      ) : (
        <Section
          id="form"
          title={t(mistaken ? "form.correct" : "form.title")}
          lead={t(mistaken ? "form.correctLead" : "form.lead")}
        >
          <CheckForm
            key={`${mistaken?.id} ${checks.length}`}
            {...{ mistaken, cancelTo, reply }}
            kinds={data.kinds}
            today={data.today}
          />
        </Section>
      )}
      <Section title={t("history.title")}>
        <CheckHistory checks={checks} timeZone={data.timeZone} />
      </Section>
      <p className="print:hidden">
        <TextLink to={`/coordinator/mentors/${mentorId}/leaving`} className="inline-flex min-h-11 items-center">
          {t("mentors:leaving.ofLink")}
        </TextLink>
      </p>
      <p className="print:hidden">
        <TextLink to={`/coordinator/mentors/${mentorId}/address`} className="inline-flex min-h-11 items-center">
          {t("mentors:address.link")}
        </TextLink>
      </p>
      {places.length > 0 && (
        <Section title={t("one.places")}>
          <ul className="list-disc space-y-1 ps-5">
            {places.map((place) => (
              <li key={place.listing_id}>
                <TextLink to={`/coordinator/listings/${place.listing_id}`}>{place.title}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
