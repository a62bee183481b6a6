import { useTranslation } from "react-i18next";
import { controlLook } from "~/ui/field";
import { LiveRegion } from "~/ui/live-region";
import { ORGANISATION_NAME } from "./search-params";
import { useFieldOfAddress } from "./use-search-as-you-type";

interface FindOrganisationProps {
  form: string;
  asked: URLSearchParams;
  /** How many there are to choose from. */
  count: number;
  onType: () => void;
}

/** Narrows the list of organisations by their names: as one types, or with the form's button. */
export function FindOrganisation({ form, asked, count, onType }: FindOrganisationProps) {
  const { t } = useTranslation("search");
  const field = useFieldOfAddress(ORGANISATION_NAME);
  const typed = asked.get(ORGANISATION_NAME)?.trim() ?? "";
  return (
    <div className="mb-2">
      <label htmlFor="find-organisation" className="block text-small text-ink-soft">
        {t("organisation.find")}
      </label>
      <input
        ref={field}
        id="find-organisation"
        type="search"
        form={form}
        name={ORGANISATION_NAME}
        maxLength={60}
        autoComplete="off"
        enterKeyHint="search"
        defaultValue={typed}
        onChange={onType}
        className={`${controlLook} mt-1`}
      />
      {typed !== "" && <LiveRegion shown={count === 0}>{t("organisation.found", { count })}</LiveRegion>}
    </div>
  );
}
