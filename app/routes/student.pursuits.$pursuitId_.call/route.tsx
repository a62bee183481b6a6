import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Ear } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { CALL_OUTCOMES } from "~/domain/first-call/outcome";
import { type LogCallRefusal, logFirstCall } from "~/features/first-calls/log-first-call.server";
import { openCallCoach } from "~/features/first-calls/open-call-coach.server";
import { civilDay } from "~/http/civil-day.server";
import { spokenScript } from "~/http/first-call.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { CallList } from "~/ui/call-list";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { CallLogForm } from "./call-log-form";
import { CallScript } from "./call-script";

export const handle: PageHandle = { title: "coach:you.title" };

const Call = z.object({
  callId: z.uuid(),
  outcome: z.enum(CALL_OUTCOMES),
  callBackOn: civilDay.optional(),
  note: z.string().trim().max(500).default(""),
});

const REFUSALS: Refusals<LogCallRefusal> = {
  not_permitted: { status: 403, key: "coach:you.fault.not_permitted" },
  not_found: NOT_FOUND,
  not_open: { status: 409, key: "coach:you.fault.not_open" },
  day_missing: { status: 422, key: "coach:you.fault.day_missing", field: "callBackOn" },
  day_past: { status: 422, key: "coach:you.fault.day_past", field: "callBackOn" },
  day_far: { status: 422, key: "coach:you.fault.day_far", field: "callBackOn" },
  too_many: { status: 429, key: "coach:you.fault.tooMany" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const outcome = await openCallCoach(context.wiring, actor, { pursuitId });
  if (!outcome.ok) throw notFound();
  const coach = outcome.value;
  const asked = new URL(request.url).searchParams.get("in");
  const { script, callLanguage, languages, speak, branches } = spokenScript(coach, {
    language: context.language,
    asked,
  });
  const { opening, reason, wish, ending } = script;
  return {
    ...{ pursuitId, standing: coach.standing, today: coach.today, calls: coach.calls },
    ...{ title: coach.pursuit.title, organisation: coach.pursuit.organisation },
    ...{ phone: coach.school.helpPhone, timeZone: coach.school.timeZone },
    ...{ callLanguage, languages, callId: crypto.randomUUID() },
    lines: [...opening, ...reason, ...wish, ...ending].map((line) => speak("say", line)),
    branches: branches.map((branch) => ({
      branch,
      hear: speak("hear", branch),
      lines: script.branches[branch].map((line) => speak("say", line)),
    })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, Call, context);
  if (!form.ok) return form.reply;
  const { callBackOn = null, ...call } = form.value;
  const outcome = await logFirstCall(context.wiring, actor, { pursuitId, callBackOn, ...call });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/student/pursuits/${pursuitId}/call`, "coach:toast.saved");
}

/** What to say on the first call, what may come back, and where to note how it went. */
export default function FirstCall() {
  const { t } = useTranslation("coach");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { pursuitId, standing, title, organisation } = data;
  const here = `/student/pursuits/${pursuitId}`;
  return (
    <Page
      title={t("you.title")}
      lead={t("you.lead", { organisation, title })}
      back={{ to: here, label: t("you.back") }}
    >
      {standing === "practice" && <Notice tone="wait">{t("you.notYet")}</Notice>}
      {standing === "closed" && <Notice>{t("you.closed")}</Notice>}
      {data.calls.length > 0 && (
        <Section title={t("you.log.list")}>
          <CallList calls={data.calls} timeZone={data.timeZone} reader="you" />
        </Section>
      )}
      {standing !== "closed" && (
        <>
          <Section title={t("you.before.title")}>
            <ul className="list-disc space-y-2 ps-6">
              <li>{t("you.before.together")}</li>
              <li>{t("you.before.own", { phone: data.phone })}</li>
              <li>{t("you.before.day")}</li>
              <li>{t("you.before.calm")}</li>
            </ul>
            <LinkButton to={`${here}/call/practice?in=${data.callLanguage}`} icon={Ear} className="mt-5">
              {t("you.practice.link")}
            </LinkButton>
          </Section>
          <CallScript {...data} />
        </>
      )}
      {/* Also once no call may be made any more: what was just typed is still there, with why it was not kept. */}
      {(standing === "may_call" || reply) && (
        <CallLogForm callId={data.callId} noted={data.calls.length} today={data.today} reply={reply} />
      )}
      <Section title={t("you.wrong.title")} lead={t("you.wrong.text")}>
        <TextLink to={`/concern?conversation=${pursuitId}`}>{t("you.wrong.link")}</TextLink>
      </Section>
    </Page>
  );
}
