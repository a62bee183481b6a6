import { useTranslation } from "react-i18next";
import type { ContactMerge } from "~/features/outreach/list-contact-merges.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface MergedHereProps {
  merge: ContactMerge;
  timeZone: string;
  reply: FormReply | undefined;
}

/** Somebody who went into this contact in the last week, with the way back. */
export function MergedHere({ merge, timeZone, reply }: MergedHereProps) {
  const { t, i18n } = useTranslation("outreach");
  const who = [merge.name, merge.mail].filter(Boolean).join(", ");
  return (
    <Notice title={t("merged.title", { who, when: formatMoment(merge.mergedAt, i18n.language, timeZone) })}>
      <p>{t("merged.text")}</p>
      <Form reply={reply} scope={merge.id} className="mt-3">
        <input type="hidden" name="mergeId" value={merge.id} />
        <Button name="intent" value="undo_merge" pendingText={t("saving")}>
          {t("merged.undo")}
        </Button>
      </Form>
    </Notice>
  );
}
