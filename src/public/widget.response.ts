import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { isJsonObject, type JsonObject, ownValue } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { WidgetConfig } from '../database/entities/workflow.entity';
import { triggerNodeIds } from '../workflows/trigger-nodes';

export class WidgetView {
  @ApiProperty()
  enabled: boolean;

  @ApiProperty()
  title: string;

  @ApiProperty()
  description: string;

  @ApiProperty()
  buttonLabel: string;

  @ApiPropertyOptional({ description: 'In the smallest unit.' })
  minAmount?: string;

  @ApiPropertyOptional({ description: 'In the smallest unit.' })
  maxAmount?: string;

  @ApiPropertyOptional({ type: 'integer', description: "The trigger's `chainId`." })
  chainId?: number;

  @ApiPropertyOptional({ description: "The trigger's `tokenAddress`." })
  tokenAddress?: string;

  @ApiPropertyOptional({ description: "The trigger's `toAddress`, else its `contractAddress`." })
  recipientAddress?: string;

  /** What is told of the trigger are addresses on a chain, where they are public already. */
  constructor(widget: WidgetConfig, definition: JsonObject) {
    const payload = triggerPayload(definition);
    const chainId = ownValue(payload, 'chainId');
    this.enabled = true;
    this.title = widget.title;
    this.description = widget.description;
    this.buttonLabel = widget.buttonLabel;
    this.minAmount = widget.minAmount;
    this.maxAmount = widget.maxAmount;
    this.chainId = typeof chainId === 'number' ? chainId : undefined;
    this.tokenAddress = addressIn(payload, 'tokenAddress');
    this.recipientAddress =
      addressIn(payload, 'toAddress') ?? addressIn(payload, 'contractAddress');
  }
}

export class PublicWidget {
  @ApiProperty({ example: 'wf_0VUz1ZBkxMoX9wcXJLPl7a' })
  workflowId: string;

  @ApiProperty()
  workflowName: string;

  @ApiProperty({ type: WidgetView })
  widget: WidgetView;

  constructor(workflow: { id: string; name: string }, widget: WidgetView) {
    this.workflowId = workflow.id;
    this.workflowName = workflow.name;
    this.widget = widget;
  }
}

function triggerPayload(definition: JsonObject): JsonObject {
  const [first = 'root'] = triggerNodeIds(definition as unknown as WorkflowDefinition);
  const nodes = isJsonObject(definition.nodes) ? definition.nodes : {};
  const node = ownValue(nodes, first);
  return isJsonObject(node) && isJsonObject(node.payload) ? node.payload : {};
}

/** Hexadecimal or base 58: nothing else that stands there is shown. */
function addressIn(payload: JsonObject, key: string): string | undefined {
  const value = ownValue(payload, key);
  return typeof value === 'string' && /^[0-9A-Za-z]{20,64}$/.test(value) ? value : undefined;
}
