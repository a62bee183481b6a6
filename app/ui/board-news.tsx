import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LiveRegion } from "./live-region";
import { useText } from "./use-text";

interface News {
  run: string;
  items: { key: string; what: string; by: string | null; student: string; title: string }[];
}

const LOOK_AGAIN_MS = 5_000;
const TOLD = 3;

/**
 * Says what other coordinators decide while the page is open, and shows it: the rows are read again, what was ticked or typed
 * stays. A page in the background does not ask.
 */
export function BoardNews({ seen }: { seen: News }) {
  const { t } = useTranslation("board");
  const text = useText();
  const { data, state, load } = useFetcher<News>();
  const { revalidate } = useRevalidator();
  const known = useRef({ keys: new Set(seen.items.map(({ key }) => key)), run: seen.run });
  const [told, setTold] = useState<News["items"]>([]);
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") load("/coordinator/matches/news");
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [state, load]);
  useEffect(() => {
    if (!data) return;
    const fresh = data.items.filter(({ key }) => !known.current.keys.has(key));
    const isOtherPlan = data.run !== known.current.run;
    if (fresh.length === 0 && !isOtherPlan) return;
    known.current = { keys: new Set(data.items.map(({ key }) => key)), run: data.run };
    if (fresh.length > 0) setTold((before) => [...fresh, ...before].slice(0, TOLD));
    revalidate();
  }, [data, revalidate]);
  return (
    <LiveRegion shown={told.length > 0}>
      {told
        .map(({ what, by, student, title }) =>
          text(`board:news.${what}` as "board:news.locked", { by: by ?? t("pair.somebody"), student, title }),
        )
        .join(" ")}
    </LiveRegion>
  );
}
