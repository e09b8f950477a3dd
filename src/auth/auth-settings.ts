/** Who may make an account: who holds an invite, or everybody. */
export const SIGN_UP_MODES = ['invited', 'open'] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

export interface OidcSettings {
  /** As it stands in the tokens; its keys are found below `/.well-known/openid-configuration`. */
  issuer: string;
  /** What `aud` of a token must hold. */
  audience: string;
}

/** How people sign in. */
export class AuthSettings {
  constructor(
    readonly signUp: SignUpMode = 'invited',
    /** How long a session lasts, in milliseconds. */
    readonly sessionMs = 7 * 86_400_000,
    /** Whose JWTs are taken beside our own sessions; nobody's when absent. */
    readonly oidc?: OidcSettings,
    /** Ids of the users and service accounts that administer the installation. */
    readonly admins: ReadonlySet<string> = new Set(),
  ) {}
}
