export interface ErrorSpec {
  /** HTTP status, then three digits. Clients may branch on it: a code never changes its meaning. */
  code: number;
  status: number;
  message: string;
}
