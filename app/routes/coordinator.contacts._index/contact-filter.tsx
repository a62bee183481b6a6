import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TOUCHED } from "~/domain/outreach/contact";
import type { ContactView } from "~/features/outreach/list-contacts.server";
import { Button } from "~/ui/button";
import { controlLook } from "~/ui/field";
import { TextLink } from "~/ui/text-link";

interface ContactFilterProps {
  view: ContactView;
  isNarrowed: boolean;
  tags: readonly string[];
  owners: readonly { personId: string; name: string }[];
}

/** Narrows the list by words, tag, who looks after them, and when somebody last called; all of it stands in the address. */
export function ContactFilter({ view, isNarrowed, tags, owners }: ContactFilterProps) {
  const { t } = useTranslation("outreach");
  const selects = [
    {
      name: "tag",
      value: view.tag,
      empty: t("list.anyTag"),
      choices: tags.map((tag) => ({ value: tag, label: tag })),
    },
    {
      name: "owner",
      value: view.owner ?? "",
      empty: t("list.anyOwner"),
      choices: [
        { value: "nobody", label: t("owner.nobody") },
        ...owners.map(({ personId, name }) => ({ value: personId, label: name })),
      ],
    },
    {
      name: "touched",
      value: view.touched === "any" ? "" : view.touched,
      empty: t("touched.any"),
      choices: TOUCHED.filter((each) => each !== "any").map((value) => ({ value, label: t(`touched.${value}`) })),
    },
  ] as const;
  return (
    <Form
      key={JSON.stringify(view)}
      method="get"
      action="/coordinator/contacts"
      role="search"
      className="flex flex-wrap items-end gap-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="q" className="block font-semibold">
          {t("list.search")}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={view.words}
          className={`${controlLook} mt-1.5`}
        />
      </div>
      {selects.map(({ name, value, empty, choices }) => (
        <div key={name} className="min-w-0 flex-1 basis-40">
          <label htmlFor={`filter-${name}`} className="block font-semibold">
            {t(`list.by.${name}`)}
          </label>
          <select id={`filter-${name}`} name={name} defaultValue={value} className={`${controlLook} mt-1.5`}>
            <option value="">{empty}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <Button icon={Search}>{t("list.find")}</Button>
      {isNarrowed && (
        <TextLink to="/coordinator/contacts" className="inline-flex min-h-11 items-center">
          {t("list.showAll")}
        </TextLink>
      )}
    </Form>
  );
}
