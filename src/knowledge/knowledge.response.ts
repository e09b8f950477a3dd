import { ApiProperty } from '@nestjs/swagger';
import type { OrganizationDocument } from '../database/entities';
import { TagView } from '../templates/tag.response';

/** A document without its text. */
export class DocumentItem {
  @ApiProperty({ example: 'doc_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty({ example: 'Refund policy' })
  title: string;

  @ApiProperty({ type: [TagView] })
  tags: TagView[];

  @ApiProperty({ description: 'Id of the user or service account that made it.' })
  createdBy: string;

  @ApiProperty()
  updatedBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(document: OrganizationDocument) {
    this.id = document.id;
    this.organizationId = document.organizationId;
    this.title = document.title;
    this.tags = document.tags.map((name) => new TagView(name));
    this.createdBy = document.createdBy;
    this.updatedBy = document.updatedBy;
    this.createdAt = document.createdAt.toISOString();
    this.updatedAt = document.updatedAt.toISOString();
  }
}

export class DocumentView extends DocumentItem {
  @ApiProperty()
  content: string;

  constructor(document: OrganizationDocument) {
    super(document);
    this.content = document.content;
  }
}
