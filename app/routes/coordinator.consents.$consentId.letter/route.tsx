import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openConsentRecord } from "~/features/consents/open-consent-record.server";
import { parseParams } from "~/http/parse-params.server";
import { qrPath } from "~/http/qr-path.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { isRightToLeft } from "~/i18n";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";

export const handle: PageHandle = { titleFrom: (data) => data.guardian };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openConsentRecord(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw notFound();
  const { consent, text, school } = outcome.value;
  return {
    id: consent.id,
    guardian: consent.guardian_full_name,
    student: consent.student_full_name,
    letterCode: consent.letter_code,
    text,
    direction: isRightToLeft(consent.language) ? "rtl" : "ltr",
    school,
    qr: qrPath(`${context.wiring.env.origin}/coordinator/letters/${consent.letter_code}`),
  };
}

export default function ConsentLetter() {
  const { t } = useTranslation("consent");
  const { guardian, student, letterCode, text, direction, school, qr, id } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("letter.title", { guardian })}
      back={{ to: `/coordinator/consents/${id}`, label: t("record.back") }}
      actions={<PrintButton />}
    >
      <div className="space-y-6">
        <p className="whitespace-pre-line text-ink-soft">{`${school.name}\n${school.postalAddress}`}</p>
        <p className="font-semibold">
          {t("letter.to", { guardian })} · {t("letter.about", { student })}
        </p>
        {!text && <Notice tone="wait">{t("letter.missing")}</Notice>}
        {text && !text.released && <Notice tone="wait">{t("letter.draft")}</Notice>}
        {text && (
          <div lang={text.language} dir={direction} className="whitespace-pre-line">
            {text.body}
          </div>
        )}
        <div className="space-y-3">
          <p>☐ {t("letter.agree")}</p>
          <p>☐ {t("letter.refuse")}</p>
        </div>
        <dl className="grid gap-6 sm:grid-cols-2">
          {(["nameLine", "relationshipLine", "dateLine", "signLine"] as const).map((line) => (
            <div key={line} className="border-t border-line-strong pt-1">
              <dt className="text-small text-ink-soft">{t(`letter.${line}`)}</dt>
              <dd className="h-2" />
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap items-center gap-6">
          <svg
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={t("letter.scan")}
            className="size-32 bg-white text-black"
            shapeRendering="crispEdges"
          >
            <path d={qr.path} fill="currentColor" />
          </svg>
          <div>
            <p>
              {t("letter.place")}: <strong className="tracking-widest">{letterCode}</strong>
            </p>
            <p className="text-small text-ink-soft">{t("letter.scan")}</p>
            <p>{t("letter.help", { name: school.helpName, phone: school.helpPhone })}</p>
          </div>
        </div>
      </div>
    </Page>
  );
}
