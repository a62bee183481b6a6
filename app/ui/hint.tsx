import { useLocation } from "@remix-run/react";
import { Lightbulb } from "lucide-react";
import { createContext, useContext, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Hint as HintName } from "~/domain/hint/hint";
import { Button } from "./button";
import { Form } from "./form";

/** The pages whose hint still stands for whoever reads. */
export const HintsLeft = createContext<readonly HintName[]>([]);

/** What a page is for, in words for somebody who opens it for the first time, until they have read it or want no hints. */
export function Hint({ of }: { of: HintName }) {
  const { t } = useTranslation("hints");
  const { pathname, search } = useLocation();
  const isLeft = useContext(HintsLeft).includes(of);
  const heading = useId();
  if (!isLeft) return null;
  // Where a form says what it still needs, that comes first: the hint is back on the next look.
  return (
    <aside
      aria-labelledby={heading}
      className="in-[main:has([role=alert])]:hidden max-w-text space-y-3 rounded-md border border-line bg-accent-soft px-4 py-4 print:hidden"
    >
      <h2 id={heading} className="flex items-center gap-2 text-base font-semibold">
        <Lightbulb aria-hidden className="size-5 shrink-0 text-accent" />
        {t(`${of}.title`)}
      </h2>
      <p>{t(`${of}.text`)}</p>
      <Form action="/account/hints" preventScrollReset className="flex flex-wrap gap-3" scope={`hint-${of}`}>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <input type="hidden" name="hint" value={of} />
        <Button name="wants" value="read">
          {t("gotIt")}
        </Button>
        <Button name="wants" value="none">
          {t("noHints")}
        </Button>
      </Form>
    </aside>
  );
}
