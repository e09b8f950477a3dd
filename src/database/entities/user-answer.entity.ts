import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { JsonObject } from '../../../definition/json';
import { User } from './user.entity';

/** What a person has answered to a question at the beginning. */
@Entity('user_answers')
export class UserAnswer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_answers_pkey' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_answers_pkey' })
  questionId: string;

  @Column('text')
  responseType: string;

  @Column('json')
  responseData: JsonObject;

  @CreateDateColumn({ type: 'timestamptz' })
  answeredAt: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_answers_user_id_fkey' })
  user: Relation<User>;
}
