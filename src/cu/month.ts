/** A calendar month in UTC, its end being the start of the next one. */
export interface Month {
  start: Date;
  end: Date;
}

export function monthOf(moment: Date): Month {
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()];
  return { start: new Date(Date.UTC(year, month)), end: new Date(Date.UTC(year, month + 1)) };
}
