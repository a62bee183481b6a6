import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { type Lost, sendLostAgain, useLost } from "./lost-connection";
import { Notice } from "./notice";

const PRESS = {
  page: "lost.tryAgain",
  unsent: "lost.sendNow",
  unsure: "lost.sendNow",
  foreign: "lost.openAnew",
} as const satisfies Record<Lost, string>;

/** Says that the connection is lost while something waits for it, over the page, which stays as it is. */
export function ConnectionNote() {
  const { t } = useTranslation();
  const lost = useLost();
  if (lost === null) return null;
  return (
    <div role="alert" className="lost-connection fixed inset-x-0 bottom-0 z-20 p-3 print:hidden">
      <div className="mx-auto max-w-text rounded-md bg-surface shadow-float">
        <Notice
          tone="wait"
          title={t(lost === "foreign" ? "lost.foreignTitle" : "lost.title")}
          actions={
            <Button type="button" onClick={lost === "foreign" ? () => window.location.reload() : sendLostAgain}>
              {t(PRESS[lost])}
            </Button>
          }
        >
          <p>{t(`lost.${lost}`)}</p>
        </Notice>
      </div>
    </div>
  );
}
