import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { controlLook } from "~/ui/field";
import { TextLink } from "~/ui/text-link";
import { listAddress, type PeopleView } from "./view";

/** Finds people by a part of a name or by the student's number; the words stay in the address. */
export function SearchBox({ show, words }: Pick<PeopleView, "show" | "words">) {
  const { t } = useTranslation("people");
  return (
    <Form method="get" action="/coordinator/people" role="search" className="flex flex-wrap items-end gap-3">
      {show !== "all" && <input type="hidden" name="show" value={show} />}
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="q" className="block font-semibold">
          {t("search")}
        </label>
        <input
          key={words}
          id="q"
          name="q"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={words}
          className={`${controlLook} mt-1.5`}
        />
      </div>
      <Button icon={Search}>{t("find")}</Button>
      {words && (
        <TextLink to={listAddress(show, "")} className="inline-flex min-h-11 items-center">
          {t("showAll")}
        </TextLink>
      )}
    </Form>
  );
}
