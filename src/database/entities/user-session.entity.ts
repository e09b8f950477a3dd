import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { User } from './user.entity';

/** A person that has signed in with a password; signing out deletes the row. */
@Entity('user_sessions')
@Unique('user_sessions_hash_key', ['hash'])
@Index('user_sessions_by_user', ['userId'])
export class UserSession {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_sessions_pkey' })
  id: string;

  @Column('text')
  userId: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  hash: Buffer;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_sessions_user_id_fkey' })
  user: Relation<User>;
}
