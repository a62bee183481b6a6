import { Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IMPORT_KINDS, type ImportKind } from "~/domain/imports/kind";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { FileField } from "~/ui/text-fields";

/** Sends one file; what is wrong with it is said beside the field. */
export function UploadForm({ kind, reply }: { kind: ImportKind; reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  return (
    <Form reply={reply} encType="multipart/form-data">
      <RadioGroup
        name="kind"
        label={t("list.kind.label")}
        required
        choices={IMPORT_KINDS.map((value) => ({ value, label: t(`list.kind.${value}`) }))}
        defaultValue={kind}
      />
      <FileField
        name="file"
        label={t("list.file")}
        hint={t("list.fileHint")}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        required
      />
      <Button look="primary" icon={Upload} pendingText={t("list.sending")}>
        {t("list.send")}
      </Button>
    </Form>
  );
}
