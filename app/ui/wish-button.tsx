import { useFetcher } from "@remix-run/react";
import { Bookmark, BookmarkCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

interface WishButtonProps {
  listingId: string;
  /** What it saves, for the screen reader. */
  title: string;
  saved: boolean;
  /** Where a browser without scripts goes on. */
  returnTo: string;
}

/** Saves a listing, or takes it off the list again. Pressing twice quickly does what pressing once does. */
export function WishButton({ listingId, title, saved, returnTo }: WishButtonProps) {
  const { t } = useTranslation("search");
  const fetcher = useFetcher();
  const sent = fetcher.formData?.get("intent");
  const isSaved = sent === undefined ? saved : sent === "save";
  const words = isSaved ? t("wish.saved") : t("wish.save");
  const action = `/placements/${listingId}`;
  return (
    <fetcher.Form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        // Stays on this page: only a browser without scripts needs to be led back.
        fetcher.submit({ intent: saved ? "unsave" : "save" }, { method: "post", action });
      }}
    >
      <input type="hidden" name="intent" value={saved ? "unsave" : "save"} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button icon={isSaved ? BookmarkCheck : Bookmark} aria-label={`${words}: ${title}`}>
        {words}
      </Button>
    </fetcher.Form>
  );
}
