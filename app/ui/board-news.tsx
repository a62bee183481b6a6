import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LiveRegion } from "./live-region";
import { useText } from "./use-text";

interface News {
  at: string;
  run: string;
  items: { key: string; what: string; by: string | null; student: string; title: string }[];
  olderKeys: string[];
}

const LOOK_AGAIN_MS = 5_000;
const TOLD = 3;

/**
 * Says what other coordinators decided since the page was read, and shows it: the rows are read again, what was ticked or
 * typed stays. A page in the background does not ask; it asks for all that it missed when it is looked at again.
 */
export function BoardNews({ seen }: { seen: News }) {
  const { t } = useTranslation("board");
  const text = useText();
  const { told, more, isFailing } = useNews(seen);
  return (
    <>
      <LiveRegion shown={told.length > 0}>
        {[
          ...told.map(({ what, by, student, title }) =>
            text(`board:news.${what}` as "board:news.locked", { by: by ?? t("pair.somebody"), student, title }),
          ),
          more > 0 && t("news.more", { count: more }),
        ]
          .filter(Boolean)
          .join(" ")}
      </LiveRegion>
      <LiveRegion shown={isFailing}>{isFailing && t("newsFailing")}</LiveRegion>
    </>
  );
}

function useNews(seen: News) {
  const reread = useReread();
  const known = useRef({ at: seen.at, run: seen.run, keys: new Set(keysOf(seen)) });
  const [told, setTold] = useState<{ items: News["items"]; more: number }>({ items: [], more: 0 });
  const [isFailing, setFailing] = useState(false);
  useEffect(() => {
    let isGone = false;
    let isAsking = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible") return;
      isAsking = true;
      const news = await askSince(known.current.at);
      isAsking = false;
      if (isGone) return;
      setFailing(news === null);
      if (news === null) return;
      const fresh = keysOf(news).filter((key) => !known.current.keys.has(key));
      const isOtherPlan = news.run !== known.current.run;
      const items = news.items.filter(({ key }) => !known.current.keys.has(key)).slice(0, TOLD);
      for (const key of fresh) known.current.keys.add(key);
      known.current = { ...known.current, at: news.at, run: news.run };
      if (fresh.length > 0) setTold({ items, more: fresh.length - items.length });
      if (fresh.length > 0 || isOtherPlan) reread();
    };
    const timer = setInterval(ask, LOOK_AGAIN_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [reread]);
  return { told: told.items, more: told.more, isFailing };
}

function keysOf({ items, olderKeys }: News): string[] {
  return [...items.map(({ key }) => key), ...olderKeys];
}

/** Reads the page again once nothing else is on its way: it would take what a decision of one's own is answered with. */
function useReread(): () => void {
  const { revalidate } = useRevalidator();
  const isIdle = useNavigation().state === "idle";
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    if (!isStale || !isIdle) return;
    setStale(false);
    revalidate();
  }, [isStale, isIdle, revalidate]);
  return useCallback(() => setStale(true), []);
}

/** Null when there is no answer: no network, a server that is down, or a session that has ended. */
async function askSince(since: string): Promise<News | null> {
  try {
    const answer = await fetch(`/coordinator/matches/news?since=${encodeURIComponent(since)}`);
    const isNews = answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json");
    return isNews ? ((await answer.json()) as News) : null;
  } catch {
    // What the browser says of a failed request differs between browsers and helps nobody here.
    return null;
  }
}
