import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { User } from './user.entity';

/** A subject that a person has said to care for. */
@Entity('user_interests')
@Index('user_interests_by_time', ['userId', 'lastSeen', 'tagId'])
export class UserInterest {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_interests_pkey' })
  userId: string;

  /** The same for the same subject, whatever its case. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_interests_pkey' })
  tagId: string;

  @Column('text')
  value: string;

  @CreateDateColumn({ type: 'timestamptz' })
  lastSeen: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_interests_user_id_fkey' })
  user: Relation<User>;
}
