import { useTranslation } from "react-i18next";
import { Notice } from "./notice";

export interface ShownNumber {
  label: string;
  phone: string;
}

/** Whom to call in danger. A short number such as 911 is a link as well: it is what a phone calls. */
export function EmergencyNumbers({ numbers }: { numbers: readonly ShownNumber[] }) {
  const { t } = useTranslation("concerns");
  return (
    <Notice tone="stop" title={t("danger.title")}>
      <p>{t("danger.text")}</p>
      <ul className="my-2 space-y-1">
        {numbers.map(({ label, phone }) => (
          <li key={`${label}${phone}`} className="text-lead font-semibold">
            {label && `${label}: `}
            <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`} className="text-accent underline underline-offset-4">
              <bdi className="whitespace-nowrap">{phone}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p>{t("danger.mandated")}</p>
    </Notice>
  );
}
