import { useTranslation } from "react-i18next";
import { SITE_MODES } from "~/domain/placement/post";
import { RadioGroup, Select } from "~/ui/choice-fields";
import { PinField } from "~/ui/pin-field";
import { TextField } from "~/ui/text-fields";
import type { FormChoices } from "./form-view.server";

/** A place the organisation has named before, or a new one by address, by area or by pin. */
export function SiteField({ choices: { sites, areas, centre } }: { choices: FormChoices }) {
  const { t } = useTranslation("placements");
  const newPlace = (
    <div className="mt-6 space-y-6 group-[:has(option[value=new]:not(:checked))]/site:hidden">
      <RadioGroup
        name="siteMode"
        label={t("field.mode")}
        required
        choices={SITE_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`), hint: t(`modeHint.${mode}`) }))}
      />
      <TextField name="siteName" label={t("field.siteName")} hint={t("field.siteNameHint")} />
      <div className="space-y-6 group-[:has([value=remote]:checked)]/site:hidden">
        <p className="text-ink-soft">{t("field.whereHint")}</p>
        <TextField name="street" label={t("field.street")} autoComplete="address-line1" />
        <div className="grid gap-x-4 gap-y-6 sm:grid-cols-2">
          <TextField name="city" label={t("field.city")} autoComplete="address-level2" />
          <TextField name="postcode" label={t("field.postcode")} autoComplete="postal-code" inputMode="numeric" />
        </div>
        {areas.length > 0 && (
          <Select name="areaId" label={t("field.area")} emptyLabel={t("field.noArea")} choices={areas} />
        )}
        {centre && (
          <PinField label={t("field.pin")} hint={t("field.pinHint")} centre={centre} centreLabel={centre.label} />
        )}
      </div>
    </div>
  );
  if (sites.length === 0)
    return (
      <div className="group/site">
        <input type="hidden" name="siteId" value="new" />
        {newPlace}
      </div>
    );
  return (
    <div className="group/site">
      <Select
        name="siteId"
        label={t("field.site")}
        required
        choices={[...sites, { value: "new", label: t("field.newSite") }]}
      />
      {newPlace}
    </div>
  );
}
