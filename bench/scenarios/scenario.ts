import type { Environment } from '../environment';
import type { Row } from '../report';

export interface Settings {
  /** Interleaved rounds, each of which measures every side once. */
  rounds: number;
}

export interface Scenario {
  name: string;
  run(environment: Environment, settings: Settings): Promise<Row[]>;
}
