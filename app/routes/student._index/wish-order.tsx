import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";

interface WishOrderProps {
  wish: { listingId: string; title: string };
  /** Where it stands on the list, from 0. */
  place: number;
  count: number;
}

/** Moves a saved placement one up or down. What is sent is where it goes, so that pressing twice does what pressing once does. */
export function WishOrder({ wish: { listingId, title }, place, count }: WishOrderProps) {
  const { t } = useTranslation("pursuits");
  return (
    <Form method="post" action="/student?index" preventScrollReset className="flex gap-2">
      <input type="hidden" name="listingId" value={listingId} />
      {place > 0 && (
        <Button name="place" value={String(place - 1)} icon={ArrowUp} aria-label={t("student.upLabel", { title })}>
          {t("student.up")}
        </Button>
      )}
      {place < count - 1 && (
        <Button name="place" value={String(place + 1)} icon={ArrowDown} aria-label={t("student.downLabel", { title })}>
          {t("student.down")}
        </Button>
      )}
    </Form>
  );
}
