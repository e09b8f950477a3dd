/** A statement that may do what no other may, by its text with single spaces and without quotes. */
export interface StatementException {
  pattern: RegExp;
  reason: string;
}

/** Statements on tables of organizations that name none. */
export const ACROSS: readonly StatementException[] = [
  { pattern: /FROM api_keys k .* WHERE k\.hash = \$1$/, reason: 'A key tells its organization.' },
  {
    pattern: /FROM organization_invites (i|OrganizationInvite) (INNER|LEFT) JOIN organizations/,
    reason: 'People see what they are invited to, and accept it, in all organizations.',
  },
  {
    pattern: /^SELECT OrganizationInvite\..* FROM organization_invites OrganizationInvite WHERE/,
    reason: 'The token of an invite tells its organization to who signs up with it.',
  },
  {
    pattern: /FROM organizations o INNER JOIN organization_members m ON .* AND m\.user_id = \$1/,
    reason: 'People list the organizations that they are in.',
  },
  {
    pattern: /FROM organization_members m JOIN workflows w .* WHERE m\.user_id = \$1/,
    reason: 'People find the organization of a workflow, of those that they are in.',
  },
  { pattern: /^SELECT FROM runs WHERE id = \$1$/, reason: 'A run id is taken for everybody.' },
  {
    pattern: /FROM workflows w INNER JOIN runs r .* WHERE r\.id = \$1/,
    reason: 'Who resumes a run by the secret of its workflow has no key.',
  },
  {
    pattern: /IN \('public_view', 'public_execute'\) AND w\.status <> 'archived'/,
    reason: 'What is public is found by its id alone.',
  },
  {
    pattern: /FROM templates t JOIN template_versions v /,
    reason: 'Public templates are found in all organizations, in the version that is public.',
  },
  {
    pattern: /FROM workflows w WHERE w\.source_template_id = \$1 \), measured/,
    reason: 'How often a public template is used, wherever that is.',
  },
  {
    pattern:
      /^INSERT INTO audit_entries .* SELECT coalesce\( ?\(SELECT r\.organization_id FROM runs/,
    reason: 'What strangers are refused is noted in the organization of the run or the workflow.',
  },
  {
    pattern: /^(INSERT INTO|SELECT encode\(hash, 'hex'\) AS hash, bytes FROM) payload_blobs /,
    reason: 'A large payload of a run is found by the hash of what is in it.',
  },
  {
    pattern: /^SELECT id, last_seq FROM runs WHERE id = ANY \(\$1\)$/,
    reason: 'Streams are woken by the ids of runs; what they then read names the organization.',
  },
  {
    pattern: /^UPDATE audit_entries SET outcome/,
    reason: 'What is done to a template or an invite is in the log of its organization.',
  },
  { pattern: /^WITH picked AS MATERIALIZED /, reason: 'Tallies are kept for all organizations.' },
  {
    pattern: /^INSERT INTO request_counts AS c .* FROM unnest\(/,
    reason: 'A process puts the counts of all organizations that asked it to those of the others.',
  },
];

/** Statements that name another organization than that of the caller. */
export const ELSEWHERE: readonly StatementException[] = [
  {
    pattern: /^SELECT Template\..* FROM templates Template WHERE /,
    reason: 'A template that may be seen is read in the organization that has it.',
  },
  {
    pattern: /^UPDATE audit_entries SET outcome/,
    reason: 'What belongs to no organization was noted in none before it was done.',
  },
  {
    pattern: /^UPDATE templates SET (public_version|promoted_at|archived_at) = /,
    reason: 'Administrators review what other organizations make public.',
  },
  {
    pattern: /^UPDATE templates SET fork_count = fork_count \+ 1/,
    reason: 'A fork of a public template counts in the organization that has it.',
  },
  {
    pattern: /^UPDATE cu_accounts SET monthly_cu = /,
    reason: 'Administrators set what other organizations may use.',
  },
];
