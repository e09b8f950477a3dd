import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

export class TransactionHashesDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 200, example: [`0x${'1f'.repeat(32)}`] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  txHashes: string[];
}
