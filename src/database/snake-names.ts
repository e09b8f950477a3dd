import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `workflowId` in an entity is `workflow_id` in SQL, which the functions of the record are written against. */
export class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
