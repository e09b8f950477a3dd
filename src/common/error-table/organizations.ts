import type { ErrorSpec } from './error-spec';

/** Organizations and what they have: members, restrictions, compute units, knowledge. */
export const ORGANIZATION_ERRORS = {
  cuExhausted: {
    code: 402001,
    status: 402,
    message: 'The organization has used up its compute units.',
  },
  publishingRestricted: {
    code: 403008,
    status: 403,
    message: 'A restriction of the organization lets owners publish only.',
  },
  actionDisabled: {
    code: 403009,
    status: 403,
    message: 'The organization has disabled an action of this workflow.',
  },
  organizationNotFound: { code: 404030, status: 404, message: 'There is no such organization.' },
  memberNotFound: { code: 404031, status: 404, message: 'There is no such member.' },
  inviteNotFound: { code: 404032, status: 404, message: 'There is no such invite.' },
  restrictionNotFound: { code: 404035, status: 404, message: 'There is no such restriction.' },
  interestNotFound: { code: 404036, status: 404, message: 'There is no such interest.' },
  documentNotFound: { code: 404062, status: 404, message: 'There is no such document.' },
  connectorTypeNotFound: {
    code: 404063,
    status: 404,
    message: 'There is no such type of connector.',
  },
  nameTaken: { code: 409010, status: 409, message: 'This name is taken.' },
  slugTaken: { code: 409011, status: 409, message: 'This slug is taken.' },
  lastOwner: {
    code: 409013,
    status: 409,
    message: 'The organization would have no owner: make somebody else one first.',
  },
  inviteOver: {
    code: 409014,
    status: 409,
    message: 'The invite is no longer open: it was answered, cancelled or has expired.',
  },
  alreadyMember: { code: 409015, status: 409, message: 'This person is a member already.' },
  alreadyInvited: { code: 409016, status: 409, message: 'This address has an open invite.' },
  organizationBusy: {
    code: 409017,
    status: 409,
    message: 'Runs of the organization are under way: cancel them first.',
  },
  alreadyRestricted: { code: 409018, status: 409, message: 'This restriction is in force.' },
  cuUnlimited: {
    code: 409040,
    status: 409,
    message: 'The organization has no limit: give it a subscription with an allowance first.',
  },
  tooManyDocuments: {
    code: 409051,
    status: 409,
    message: 'The organization has as many documents as it may have.',
  },
} as const satisfies Record<string, ErrorSpec>;
