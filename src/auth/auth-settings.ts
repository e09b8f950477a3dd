/** Who may make an account: who holds an invite, or everybody. */
export const SIGN_UP_MODES = ['invited', 'open'] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

/** How people sign in. */
export class AuthSettings {
  constructor(
    readonly signUp: SignUpMode = 'invited',
    /** How long a session lasts, in milliseconds. */
    readonly sessionMs = 7 * 86_400_000,
  ) {}
}
