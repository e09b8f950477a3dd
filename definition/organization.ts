/** What `$org` reads: the organization of a run, as it was when the run started. */
export interface OrganizationContext {
  id: string;
  name: string;
  slug: string;
  /** Name of the IANA database; null where the profile has none. */
  timezone: string | null;
  /** Tag of BCP 47; null where the profile has none. */
  language: string | null;
}

export const ORGANIZATION_FIELDS: readonly string[] = [
  ...(['id', 'name', 'slug', 'timezone', 'language'] satisfies (keyof OrganizationContext)[]),
];
