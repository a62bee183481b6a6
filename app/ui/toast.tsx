import { useLocation } from "@remix-run/react";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Tone, toneGround, toneIcons, toneText } from "./tone";

/** What the last step achieved, said once at the top of the next page; the answer that sets it also forgets it. */
export function Toast({ sentence, tone = "go" }: { sentence: string | null; tone?: Tone }) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const [closed, setClosed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or sentence is another toast
  useEffect(() => setClosed(false), [sentence, key]);
  const Icon = toneIcons[tone];
  return (
    <div role="status" className="page-width print:hidden">
      {sentence && !closed && (
        <div className={`mt-4 flex items-start gap-3 rounded-md border-s-4 px-4 py-2 ${toneGround[tone]}`}>
          <Icon aria-hidden className={`mt-1.5 size-5 shrink-0 ${toneText[tone]}`} />
          <p className="min-w-0 flex-1 py-0.5 font-semibold">{sentence}</p>
          <button type="button" onClick={() => setClosed(true)} aria-label={t("toast.close")} className="-me-2 grid size-9 shrink-0 place-items-center rounded-md">
            <X aria-hidden className="size-5" />
          </button>
        </div>
      )}
    </div>
  );
}
