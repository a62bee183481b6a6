/** A gift that nobody has paid may have a payment under way whose event was lost; younger than this it is asked for. */
export const YOUNG_DAYS = 14;
