/** How the audit log is kept. */
export class AuditSettings {
  /** @param days after which entries are deleted; 0: never */
  constructor(readonly days = 365) {}
}
