import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

interface FamilyRowProps {
  adult: { linkId: string; name: string; sees: boolean; knowsPlaces: boolean; isKeptOut: boolean };
  reply: FormReply | undefined;
}

/** One adult of the family: what they read, and the button that changes it. */
export function FamilyRow({ adult: { linkId, name, sees, knowsPlaces, isKeptOut }, reply }: FamilyRowProps) {
  const { t } = useTranslation("consent");
  const shown = sees ? (knowsPlaces ? "sees" : "seesNoPlace") : "seesNothing";
  return (
    <Row
      title={name}
      detail={t(`family.${isKeptOut ? "keptOut" : shown}`)}
      actions={
        !isKeptOut && (
          <Form reply={reply}>
            <input type="hidden" name="linkId" value={linkId} />
            <Button name="sight" value={sees ? "hide" : "show"} pendingText={t("family.saving")}>
              {t(sees ? "family.hide" : "family.show", { name })}
            </Button>
          </Form>
        )
      }
    />
  );
}
