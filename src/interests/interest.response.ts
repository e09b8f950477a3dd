import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import type { UserInterest } from '../database/entities';

export class AddInterestDto {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'payments' })
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'value must not be blank' })
  value: string;
}

export class InterestSettingsDto {
  @ApiProperty()
  @IsBoolean()
  enabled: boolean;
}

export class InterestView {
  @ApiProperty({ example: 'interest_ab12cd34ef56' })
  tagId: string;

  @ApiProperty()
  value: string;

  @ApiProperty({ enum: ['interest'] })
  readonly kind = 'interest';

  @ApiProperty({ enum: ['manual'] })
  readonly source = 'manual';

  @ApiProperty({ type: Number, description: 'From 0 to 1. What a person has named counts whole.' })
  readonly strength = 1;

  @ApiProperty({ format: 'date-time' })
  lastSeen: string;

  constructor({ tagId, value, lastSeen }: UserInterest) {
    this.tagId = tagId;
    this.value = value;
    this.lastSeen = lastSeen.toISOString();
  }
}

export class InterestId {
  @ApiProperty()
  tagId: string;

  constructor(tagId: string) {
    this.tagId = tagId;
  }
}

export class InterestSettings {
  @ApiProperty({ description: 'Whether interests are used; off unless the person says so.' })
  enabled: boolean;

  constructor(enabled: boolean) {
    this.enabled = enabled;
  }
}
