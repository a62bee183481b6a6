/** More contacts of one organisation no page shows; the list of contacts finds them all by its name. */
export const MOST_CONTACTS_SHOWN = 20;

/** More listings of one organisation its page does not show; the list of listings finds them all by its name. */
export const MOST_LISTINGS_SHOWN = 100;
