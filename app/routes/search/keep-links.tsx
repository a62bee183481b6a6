import { Link } from "@remix-run/react";
import { BookmarkPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addressOf, readWish } from "./search-params";

const look = "inline-flex min-h-11 items-center gap-2 text-accent underline underline-offset-4";

/** Keeps what is looked for now, and leads to what was kept before. */
export function KeepLinks({ asked }: { asked: URLSearchParams }) {
  const { t } = useTranslation("search");
  return (
    <p className="flex flex-wrap gap-x-6">
      <Link to={`/student/searches/new${addressOf({ ...readWish(asked), page: 1 })}`} className={look}>
        <BookmarkPlus aria-hidden className="size-5 shrink-0" />
        {t("keep.title")}
      </Link>
      <Link to="/student/searches" className={look}>
        {t("saved.title")}
      </Link>
    </p>
  );
}
