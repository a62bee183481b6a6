import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { letterCodeOfTask } from "~/domain/notice/letter-code";
import { openTaskToTell } from "~/features/tasks/open-task-to-tell.server";
import { parseParams } from "~/http/parse-params.server";
import { qrPath } from "~/http/qr-path.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { isRightToLeft } from "~/i18n";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { QrSquare } from "~/ui/qr-square";
import { answerLines, scanWords } from "./answer-lines.server";

export const handle: PageHandle = { title: "calls:letter.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { toldTaskId: taskId } = parseParams(params, "toldTaskId");
  const outcome = await openTaskToTell(context.wiring, actor, { taskId });
  if (!outcome.ok) throw notFound();
  const { task, school, today } = outcome.value;
  const { to, said, answers } = task;
  // What nobody wrote in their language, or what does not hold any more, is no letter.
  if (!to || !said) throw notFound();
  return {
    taskId,
    to: { name: to.name, post: to.post[0]?.value ?? "", language: to.language },
    direction: isRightToLeft(to.language) ? ("rtl" as const) : ("ltr" as const),
    day: formatDay(today, to.language, { withYear: true }),
    said,
    isByHand: [...to.numbers, ...to.post].some(({ isCareful }) => isCareful) || task.facts.household === true,
    lines: answers && answerLines(answers, to.language),
    scan: { ...scanWords(to.language, context.language), code: letterCodeOfTask(taskId) },
    qr: qrPath(`${context.wiring.env.origin}/letters/${letterCodeOfTask(taskId)}`),
    school: { name: school.name, postalAddress: school.postalAddress },
  };
}

export default function NoticeLetter() {
  const { t } = useTranslation("calls");
  const { taskId, to, direction, day, said, isByHand, lines, scan, qr, school } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<span className="print:hidden">{t("letter.for", { name: to.name })}</span>}
      back={{ to: `/coordinator/tasks/${taskId}`, label: t("letter.back") }}
      actions={<PrintButton />}
    >
      {isByHand && (
        <div className="print:hidden">
          <Notice tone="wait">{t("letter.byHand")}</Notice>
        </div>
      )}
      <div lang={to.language} dir={direction} className="space-y-6">
        <div>
          <p className="font-serif text-title-3 font-semibold">{school.name}</p>
          <p className="text-ink-soft">{school.postalAddress}</p>
        </div>
        <div>
          <p>{to.name}</p>
          {to.post && <p>{to.post}</p>}
          <p className="mt-3">{day}</p>
        </div>
        <h2 className="text-title-2">{said.title}</h2>
        <p className="whitespace-pre-line">{said.words}</p>
        {lines && (
          <>
            <div className="space-y-3">
              {lines.ticks.map((line) => (
                <p key={line}>☐ {line}</p>
              ))}
            </div>
            <dl className="grid gap-x-8 sm:grid-cols-2">
              {lines.signed.map((line) => (
                <div key={line} className="flex flex-col-reverse">
                  <dt className="border-t border-line-strong pt-1 text-small text-ink-soft">{line}</dt>
                  <dd className="h-12" />
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-6">
        <QrSquare qr={qr} label={scan.own} />
        <div>
          <p lang={scan.language}>{scan.own}</p>
          <p lang={scan.language}>
            {scan.is}: <strong className="tracking-widest">{scan.code}</strong>
          </p>
          <p className="text-small text-ink-soft">{t("letter.scan")}</p>
        </div>
      </div>
    </Page>
  );
}
