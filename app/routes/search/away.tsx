import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Chips } from "./chips";
import { PARAMETERS } from "./search-params";

/** Names of areas and organisations come with an answer. */
const NO_NAMES = { areas: [], organisations: [] };

/** No engine answers. Nothing is known of the placements then, so nothing is said about them. */
export function AwayNotice({ asked }: { asked: URLSearchParams }) {
  const { t } = useTranslation("search");
  return (
    <Notice
      tone="stop"
      title={t("away.title")}
      actions={
        <LinkButton to={`/search?${asked}`} reloadDocument>
          {t("away.again")}
        </LinkButton>
      }
    >
      {t("away.text")}
    </Notice>
  );
}

/** The limits stay while no engine answers: they go along with the form, whose boxes are not there, and each can be taken off. */
export function KeptLimits({ asked, form }: { asked: URLSearchParams; form: string }) {
  const limits = Object.values(PARAMETERS).flatMap((name) => asked.getAll(name).map((value) => ({ name, value })));
  return (
    <>
      {limits.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" form={form} name={name} value={value} />
      ))}
      <Chips asked={asked} names={NO_NAMES} />
    </>
  );
}
