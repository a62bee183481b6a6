import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { controlLook } from "~/ui/field";
import { TextLink } from "~/ui/text-link";
import { type DeskView, tabAddress } from "./view";

/** Finds listings by title or organisation; the words stay in the address. */
export function SearchBox({ view }: { view: Pick<DeskView, "state" | "words"> }) {
  const { t } = useTranslation("placements");
  return (
    <Form method="get" action="/coordinator/listings" role="search" className="flex flex-wrap items-end gap-3">
      {view.state !== "in_review" && <input type="hidden" name="show" value={view.state} />}
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="q" className="block font-semibold">
          {t("desk.search")}
        </label>
        <input
          key={view.words}
          id="q"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={view.words}
          className={`${controlLook} mt-1.5`}
        />
      </div>
      <Button icon={Search}>{t("desk.find")}</Button>
      {view.words && (
        <TextLink to={tabAddress(view.state, "")} className="inline-flex min-h-11 items-center">
          {t("desk.showAll")}
        </TextLink>
      )}
    </Form>
  );
}
