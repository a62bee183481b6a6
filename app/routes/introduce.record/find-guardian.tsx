import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { controlLook } from "~/ui/field";
import { TextLink } from "~/ui/text-link";

interface FindGuardianProps {
  words: string;
  /** How many the words find, and how many of those stand in the field below. */
  found: number;
  shown: number;
}

/** Of many families finds some by a part of a name of an adult or a child, so that nobody reads through a thousand. */
export function FindGuardian({ words, found, shown }: FindGuardianProps) {
  const { t } = useTranslation("acting");
  return (
    <Form method="get" role="search" className="space-y-3">
      <label htmlFor="q" className="block font-semibold">
        {t("forFamily.find")}
      </label>
      <div className="flex flex-wrap items-end gap-3">
        <input
          key={words}
          id="q"
          name="q"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={words}
          className={`${controlLook} min-w-0 flex-1 basis-64`}
        />
        <Button icon={Search}>{t("forFamily.findGo")}</Button>
        {words && (
          <TextLink to="/introduce/record" className="inline-flex min-h-11 items-center">
            {t("forFamily.findAll")}
          </TextLink>
        )}
      </div>
      <p role="status" className="text-ink-soft">
        {t(found > shown ? "forFamily.foundMany" : "forFamily.found", { count: found, shown })}
      </p>
    </Form>
  );
}
