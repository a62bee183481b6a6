import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { NumberField, TextArea } from "~/ui/text-fields";
import type { ReviewView } from "./view.server";

const MOVES: Record<string, readonly ("publish" | "pause" | "archive" | "reopen")[]> = {
  in_review: ["publish", "archive"],
  published: ["pause", "archive"],
  paused: ["publish", "archive"],
  archived: ["reopen"],
};

/** What can be done with a listing as it stands. */
export function MoveForm({ data, reply }: { data: ReviewView; reply: FormReply | undefined }) {
  const { t } = useTranslation("placements");
  return (
    <Form reply={reply}>
      <input type="hidden" name="revision" value={data.revision} />
      <div className="flex flex-wrap gap-3">
        {(MOVES[data.state] ?? []).map((move) => (
          <Button
            key={move}
            name="intent"
            value={move}
            look={move === "publish" ? "primary" : move === "archive" ? "danger" : "quiet"}
            pendingText={t("form.saving")}
          >
            {t(`move.${move}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}

/** Its host was asked whether it is still open: whoever reached them says so here. */
export function AskedOpen({ asked }: { asked: NonNullable<ReviewView["asked"]> }) {
  const { t, i18n } = useTranslation("placements");
  const day = formatDay(asked.on, i18n.language);
  const until = formatDay(asked.until, i18n.language);
  return (
    <Notice
      tone="wait"
      actions={
        <Form>
          <Button name="intent" value="keep_open" pendingText={t("form.saving")}>
            {t("review.keepOpen")}
          </Button>
        </Form>
      }
    >
      {t("review.askedOpen", { day, until })}
    </Notice>
  );
}

/** Seats of this school, and a note that the host reads. */
export function ChangeForm({ data, reply }: { data: ReviewView; reply: FormReply | undefined }) {
  const { t } = useTranslation("placements");
  return (
    <Form reply={reply}>
      <NumberField
        name="seats"
        label={t("review.seats")}
        hint={t("review.seatsHint", { count: data.placesTaken })}
        required
        inputMode="numeric"
        defaultValue={data.seats}
      />
      <TextArea
        name="reviewNote"
        label={t("review.note")}
        hint={t("review.noteHint")}
        rows={3}
        defaultValue={data.note}
      />
      <Button name="intent" value="change" pendingText={t("form.saving")}>
        {t("review.save")}
      </Button>
    </Form>
  );
}
