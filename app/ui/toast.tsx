import { useLocation } from "@remix-run/react";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Tone, toneGround, toneIcons, toneText } from "./tone";

export interface ToastMessage {
  sentence: string;
}

/**
 * What the last step achieved, said once at the top of the page it led to. The root's data stay in the browser while
 * people walk on, so a message belongs to the place where it arrived and to no other; there it stays when the page reads
 * itself again. Where the page stays scrolled to what was decided about, the message comes into sight there.
 */
export function Toast({ message, tone = "go" }: { message: ToastMessage | null; tone?: Tone }) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const [arrived, setArrived] = useState({ message, key });
  const [closed, setClosed] = useState<ToastMessage | null>(null);
  if (message !== null && arrived.message !== message) setArrived({ message, key });
  const said = arrived.key === key && arrived.message !== closed ? arrived.message : null;
  const [floats, setFloats] = useState(false);
  useEffect(() => setFloats(said !== null && window.scrollY > 0), [said]);
  const Icon = toneIcons[tone];
  return (
    <div role="status" className={`page-width print:hidden ${floats ? "floating-toast sticky top-0 z-20" : ""}`}>
      {said && (
        <div className={`mt-4 flex items-start gap-3 rounded-md border-s-4 px-4 py-2 ${toneGround[tone]}`}>
          <Icon aria-hidden className={`mt-1.5 size-5 shrink-0 ${toneText[tone]}`} />
          <p className="min-w-0 flex-1 py-0.5 font-semibold">{said.sentence}</p>
          <button
            type="button"
            onClick={() => setClosed(said)}
            aria-label={t("toast.close")}
            className="-my-1 -me-3 grid size-11 shrink-0 place-items-center rounded-md"
          >
            <X aria-hidden className="size-5" />
          </button>
        </div>
      )}
    </div>
  );
}
