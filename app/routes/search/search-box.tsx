import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import type { FormEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { SORTS } from "~/features/search/search-wish";
import { Button } from "~/ui/button";
import { controlLook } from "~/ui/field";

interface SearchBoxProps {
  id: string;
  box: RefObject<HTMLInputElement>;
  asked: URLSearchParams;
  canSortByDistance: boolean;
  onType: () => void;
  onTick: () => void;
  onSubmit: (event: FormEvent) => void;
}

/** The form of the search. The limits beside it belong to it by its id, so one button sends all without scripts. */
export function SearchBox({ id, box, asked, canSortByDistance, onType, onTick, onSubmit }: SearchBoxProps) {
  const { t } = useTranslation("search");
  const sorts = SORTS.filter((sort) => sort !== "near" || canSortByDistance);
  return (
    <Form
      id={id}
      method="get"
      role="search"
      onSubmit={onSubmit}
      className="grid items-end gap-4 sm:grid-cols-[1fr_auto] md:grid-cols-[1fr_auto_auto]"
    >
      <div>
        <label htmlFor="search-text" className="block font-semibold">
          {t("box.label")}
        </label>
        <input
          ref={box}
          id="search-text"
          type="search"
          name="q"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t("box.example")}
          defaultValue={asked.get("q") ?? ""}
          onChange={onType}
          className={`${controlLook} mt-1.5`}
        />
      </div>
      <Button look="primary" icon={Search}>
        {t("box.send")}
      </Button>
      <div className="sm:col-span-2 md:col-span-1">
        <label htmlFor="search-sort" className="block font-semibold">
          {t("sort.label")}
        </label>
        <select
          id="search-sort"
          name="sort"
          value={asked.get("sort") ?? "best"}
          onChange={onTick}
          className={`${controlLook} mt-1.5`}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </div>
    </Form>
  );
}
