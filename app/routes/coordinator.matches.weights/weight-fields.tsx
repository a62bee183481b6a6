import { useTranslation } from "react-i18next";
import { EDITED_STUDENT_PARTS, type MatchWeights, PLACEMENT_PARTS } from "~/domain/matching/weights";
import type { WeightsPreview } from "~/features/matching/preview-weights.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField } from "~/ui/text-fields";
import { Preview } from "./preview";
import { useChangedSince } from "./use-changed-since";
import { WeightSide } from "./weight-side";

interface WeightFieldsProps {
  weights: MatchWeights;
  reply: FormReply | undefined;
  /** What was tried last, with the numbers that came back in `reply`. */
  preview: WeightsPreview | null;
}

/** A percentage for each part of both sides. They are saved once it was seen what these very numbers would change. */
export function WeightFields({ weights, reply, preview }: WeightFieldsProps) {
  const { t } = useTranslation("matching");
  const { isChanged: isStale, mark, compare } = useChangedSince(preview ? reply?.values : undefined);
  const maySave = preview !== null && !isStale;
  return (
    <Form reply={reply} className="space-y-8" onInput={compare}>
      <input ref={mark} type="hidden" name="basedOn" value={weights.version} />
      <WeightSide title={t("weights.student")} name="student" parts={EDITED_STUDENT_PARTS} points={weights.student} />
      <WeightSide title={t("weights.placement")} name="placement" parts={PLACEMENT_PARTS} points={weights.placement} />
      <fieldset className="space-y-5">
        <legend className="mb-3 font-serif text-title-2 font-semibold">{t("weights.both")}</legend>
        <NumberField
          name="dislikes"
          required
          label={t("weights.dislikes")}
          hint={t("weights.dislikesHint")}
          defaultValue={weights.dislikes / 100}
        />
        <NumberField
          name="related"
          required
          label={t("weights.related")}
          hint={t("weights.relatedHint")}
          defaultValue={weights.related / 100}
        />
      </fieldset>
      <Preview preview={preview} isStale={isStale} />
      <div className="flex flex-wrap gap-3">
        <Button
          look={maySave ? "quiet" : "primary"}
          name="intent"
          value="preview"
          pendingText={t("weights.previewing")}
        >
          {t("weights.preview")}
        </Button>
        {maySave && (
          <>
            <input type="hidden" name="seal" value={preview.seal} />
            <Button look="primary" name="intent" value="save" pendingText={t("weights.saving")}>
              {t("weights.save")}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}
