import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person: by password, or by the subject of an OIDC issuer. */
@Entity('users')
@Unique('users_login_key', ['login'])
@Unique('users_subject_key', ['issuer', 'subject'])
export class User {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'users_pkey' })
  id: string;

  /** In lower case. */
  @Column('text', { nullable: true })
  email: string | null;

  /** Whether the person has shown that the address is theirs: by an invite sent there, or by the issuer. */
  @Column('boolean', { default: false })
  emailVerified: boolean;

  /** The e-mail address that goes with the password; null without one. */
  @Column('text', { nullable: true })
  login: string | null;

  /** Argon2id, with its parameters. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('text', { nullable: true })
  issuer: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('boolean', { default: false })
  interestsEnabled: boolean;

  /** When the questions for those who are new were answered. */
  @Column('timestamptz', { nullable: true })
  onboardedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
