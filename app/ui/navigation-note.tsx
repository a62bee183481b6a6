import { useNavigation } from "@remix-run/react";
import { LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLost } from "./lost-connection";

/** Words for a wait: shown when the next page takes longer than most of a second. */
export function NavigationNote() {
  const { t } = useTranslation();
  const isLost = useLost() !== null;
  const busy = useNavigation().state !== "idle" && !isLost;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-20 flex justify-center print:hidden">
      {busy && (
        <p className="flex animate-late items-center gap-2 rounded-full border border-line bg-surface px-4 py-2 opacity-0 shadow-float">
          <LoaderCircle aria-hidden className="size-5 animate-spin text-accent motion-reduce:animate-none" />
          {t("loading")}
        </p>
      )}
    </div>
  );
}
