import { useTranslation } from "react-i18next";
import { isRightToLeft } from "~/i18n";
import { Notice } from "~/ui/notice";
import { QrSquare } from "~/ui/qr-square";
import type { Letter as Words } from "./letter-words.server";

/** One letter on a page of its own, to be folded and posted or handed over. Fits A4 and Letter. */
export function Letter({ words }: { words: Words }) {
  const { t } = useTranslation("invitations");
  const { language, qr } = words;
  return (
    <article className="break-after-page space-y-6 border-b border-line pb-10 last:break-after-auto print:border-0">
      {!words.hasOwnWords && (
        <div className="print:hidden">
          <Notice tone="wait">{t("letter.noWords")}</Notice>
        </div>
      )}
      {words.isDraft && (
        <div className="print:hidden">
          <Notice tone="wait">{t("letter.draft")}</Notice>
        </div>
      )}
      <div>
        <p className="font-serif text-title-3 font-semibold">{words.from}</p>
        <p className="text-ink-soft">{words.postalAddress}</p>
      </div>
      <div lang={language} dir={isRightToLeft(language) ? "rtl" : "ltr"} className="space-y-6">
        <h2 className="text-title-2">{words.title}</h2>
        <p>{words.lead}</p>
        <ol className="list-decimal space-y-2 ps-6">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-6">
          <QrSquare qr={qr} label={words.scan} />
          <p>
            {words.codeIs}
            <strong dir="ltr" className="block text-title-3 tracking-widest tabular-nums">
              {words.code}
            </strong>
          </p>
        </div>
        <p>{words.once}</p>
        <p>{words.help}</p>
      </div>
    </article>
  );
}
