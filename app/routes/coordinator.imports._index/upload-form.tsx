import { Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { FileField } from "~/ui/text-fields";

/** Sends one file; what is wrong with it is said beside the field. */
export function UploadForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  return (
    <Form reply={reply} encType="multipart/form-data">
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
