import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

interface SayOriginProps {
  origin: {
    said: string;
    organisation: string | null;
    /** The organisation that goes by the name the donor typed. */
    alike: string;
    choices: readonly { value: string; label: string }[];
    chosen: string;
  };
  isStipend: boolean;
  reply: FormReply | undefined;
}

/** Which organisation a gift is from, and how that is known; staff look and answer where nothing proves it. */
export function SayOrigin({ origin, isStipend, reply }: SayOriginProps) {
  const { t } = useTranslation("fund");
  const { said, organisation, alike, choices, chosen } = origin;
  const likely = choices.find(({ value }) => value === alike);
  if (said === "signed_in") return <p>{t("origin.signedIn", { name: organisation })}</p>;
  return (
    <Form reply={reply} scope="origin">
      <p>{said === "unasked" ? t(isStipend ? "origin.leadStipend" : "origin.lead") : t("origin.known")}</p>
      {likely && <p>{t("origin.alike", { name: likely.label })}</p>}
      <Select
        name="organisationId"
        label={t("origin.which")}
        required
        emptyLabel={t("origin.choose")}
        defaultValue={chosen}
        choices={[{ value: "none", label: t("origin.none") }, ...choices]}
      />
      <Button name="intent" value="origin" pendingText={t("fund.saving")}>
        {t("origin.save")}
      </Button>
    </Form>
  );
}
