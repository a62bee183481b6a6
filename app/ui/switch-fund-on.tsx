import { useTranslation } from "react-i18next";
import { Notice } from "./notice";
import { TextLink } from "./text-link";

interface SwitchFundOnProps {
  /** In which the school takes gifts: whoever has chosen Live has the last step before them. */
  book: "test" | "live";
  /** The server can keep keys, so that the first step is done. */
  canConnect: boolean;
  /** Who reads it may enter the key. */
  mayRun: boolean;
}

const STEPS = ["server", "key", "webhook", "open", "try", "live"] as const;

/** How the fund is switched on, step by step, and which step is next. */
export function SwitchFundOn({ book, canConnect, mayRun }: SwitchFundOnProps) {
  const { t } = useTranslation("fund");
  const key = book === "live" ? "on.nextLive" : "on.nextKey";
  const asked = book === "live" ? "on.nextLiveAdmin" : "on.nextAdmin";
  return (
    <Notice
      tone="wait"
      title={t("on.title")}
      actions={canConnect && mayRun && <TextLink to="/coordinator/fund/settings">{t("on.toSettings")}</TextLink>}
    >
      <p>{t(canConnect ? (mayRun ? key : asked) : "on.nextServer")}</p>
      <ol className="mt-2 list-decimal space-y-1 ps-6">
        {STEPS.map((step) => (
          <li key={step}>{t(`on.step.${step}`)}</li>
        ))}
      </ol>
    </Notice>
  );
}
