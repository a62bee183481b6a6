import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openConsentRecord } from "~/features/consents/open-consent-record.server";
import { parseParams } from "~/http/parse-params.server";
import { qrPath } from "~/http/qr-path.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { isRightToLeft } from "~/i18n";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { QrSquare } from "~/ui/qr-square";
import { wordsOf } from "./words.server";

export const handle: PageHandle = { titleFrom: (data) => data.guardian };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openConsentRecord(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw notFound();
  const { consent, text, school } = outcome.value;
  const { language, guardian_full_name: guardian, student_full_name: student, letter_code: letterCode } = consent;
  const help = { name: school.helpName, phone: formatPhone(school.helpPhone) };
  return {
    id: consent.id,
    guardian,
    letterCode,
    text: text && { ...text, direction: isRightToLeft(text.language) ? "rtl" : "ltr" },
    hasOwnText: text?.language === language,
    words: wordsOf({ language, guardian, student, help }, context.language),
    school: { name: school.name, postalAddress: school.postalAddress },
    qr: qrPath(`${context.wiring.env.origin}/letters/${letterCode}`),
  };
}

export default function ConsentLetter() {
  const { t } = useTranslation("consent");
  const { guardian, letterCode, text, hasOwnText, words, school, qr, id } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<span className="print:hidden">{t("letter.title", { guardian })}</span>}
      back={{ to: `/coordinator/consents/${id}`, label: t("record.back") }}
      actions={<PrintButton />}
    >
      <div className="space-y-6">
        <div>
          <p className="font-serif text-title-3 font-semibold">{school.name}</p>
          <p className="text-ink-soft">{school.postalAddress}</p>
        </div>
        {!hasOwnText && <Notice tone="wait">{t("letter.missing")}</Notice>}
        {hasOwnText && text && !text.released && <Notice tone="wait">{t("letter.draft")}</Notice>}
        <p className="font-semibold" lang={words.language}>
          {words.to} · {words.about}
        </p>
        {text && (
          <div lang={text.language} dir={text.direction} className="whitespace-pre-line">
            {text.body}
          </div>
        )}
        <div lang={words.language} className="space-y-6">
          <div className="space-y-3">
            <p>
              ☐ {words.agree} <Beside language={words.beside?.language} words={words.beside?.agree} />
            </p>
            <p>
              ☐ {words.refuse} <Beside language={words.beside?.language} words={words.beside?.refuse} />
            </p>
          </div>
          <dl className="grid gap-x-8 sm:grid-cols-2">
            {words.lines.map((line, at) => (
              <div key={line} className="flex flex-col-reverse">
                <dt className="border-t border-line-strong pt-1 text-small text-ink-soft">
                  {line} <Beside language={words.beside?.language} words={words.beside?.lines[at]} />
                </dt>
                <dd className="h-12" />
              </div>
            ))}
          </dl>
          <p>{words.help}</p>
        </div>
        <div className="flex items-center gap-6">
          <QrSquare qr={qr} label={words.own} />
          <div className="min-w-0 flex-1">
            <p lang={words.language}>{words.own}</p>
            <p lang={words.language}>
              {words.code}: <strong className="tracking-widest">{letterCode}</strong>
            </p>
            <p className="text-small text-ink-soft">{t("letter.scan")}</p>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The same words for whoever at the school reads the signed paper. */
function Beside({ language, words }: { language: string | undefined; words: string | undefined }) {
  if (!words) return null;
  return (
    <span lang={language} className="text-small text-ink-soft">
      · {words}
    </span>
  );
}
