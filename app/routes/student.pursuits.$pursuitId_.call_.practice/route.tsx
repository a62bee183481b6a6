import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { practiceTurns, SCENES } from "~/domain/first-call/practice";
import { openCallCoach } from "~/features/first-calls/open-call-coach.server";
import { spokenScript } from "~/http/first-call.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { Row, RowList } from "~/ui/card";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { PracticeCall } from "./practice-call";

export const handle: PageHandle = { title: "coach:you.practice.title" };

/** Where the practice is stands in the address alone: nothing of it is kept, and the back button goes one line back. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const outcome = await openCallCoach(context.wiring, actor, { pursuitId });
  if (!outcome.ok || outcome.value.standing === "closed") throw notFound();
  const asked = new URL(request.url).searchParams;
  const { script, callLanguage, speak } = spokenScript(outcome.value, {
    language: context.language,
    asked: asked.get("in"),
  });
  const scene = SCENES.find((one) => one === asked.get("scene")) ?? null;
  const turns = scene === null ? [] : practiceTurns(script, scene);
  const turn = Math.min(turns.length, Math.max(1, Number.parseInt(asked.get("turn") ?? "1", 10) || 1));
  return {
    ...{ pursuitId, callLanguage, scene, turn, count: turns.length },
    shown: turns
      .slice(0, turn)
      .map((one) =>
        one.by === "host"
          ? { by: one.by, lines: [speak("hear", one.line)] }
          : { by: one.by, lines: one.lines.map((line) => speak("say", line)) },
      ),
  };
}

/** The other side of a call, line by line. */
export default function PracticeFirstCall() {
  const { t } = useTranslation("coach");
  const { pursuitId, scene, ...call } = useLoaderData<typeof loader>();
  const back = { to: `/student/pursuits/${pursuitId}/call?in=${call.callLanguage}`, label: t("you.practice.back") };
  return (
    <Page title={t("you.practice.title")} lead={scene === null && t("you.practice.lead")} back={back}>
      {scene === null ? (
        <RowList label={t("you.practice.title")}>
          {SCENES.map((one) => (
            <Row
              key={one}
              title={
                <TextLink to={`?scene=${one}&in=${call.callLanguage}`}>
                  {one === "reached" ? t("you.practice.reached") : t(`you.branch.${one}`)}
                </TextLink>
              }
            />
          ))}
        </RowList>
      ) : (
        <PracticeCall scene={scene} {...call} />
      )}
    </Page>
  );
}
