import { ApiProperty } from '@nestjs/swagger';

export class WebhookSecretView {
  @ApiProperty({
    description: 'To be kept secret: who has it may send events of the integrations.',
  })
  secret: string;

  @ApiProperty({
    description: 'Where integrations of the organization send their events, with `?secret=`.',
    example: 'https://weft.example.com/v1/orgs/org_0Vz8Kq1c2ZsVxN4tP7mRbA/integrations/webhook',
  })
  webhookUrl: string;

  constructor(secret: string, webhookUrl: string) {
    this.secret = secret;
    this.webhookUrl = webhookUrl;
  }
}
