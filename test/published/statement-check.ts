import { type Division, divisionOf } from './divided-statement';
import { ACROSS, ELSEWHERE, type StatementException } from './undivided-statements';

export interface SentStatement {
  text: string;
  /** Of one that is prepared. */
  name: string | undefined;
  values: readonly unknown[];
}

/** Holds statements against the rule that each names the organization whose rows it means: the caller's. */
export class StatementCheck {
  private readonly known = new Map<string, Division>();

  constructor(private readonly tables: ReadonlySet<string>) {}

  /** `organizationId` is the caller's, where there is one. */
  problems({ text, values }: SentStatement, organizationId: string | undefined): string[] {
    const { undivided, parameters } = this.divisionOf(text);
    const shown = text.replace(/\s+/g, ' ').trim();
    const problems: string[] = [];
    if (undivided.length > 0 && !isListed(ACROSS, shown)) {
      problems.push(`${undivided.join(', ')} without an organization: ${shown}`);
    }
    if (organizationId === undefined || isListed(ELSEWHERE, shown)) return problems;
    const others = parameters
      .flatMap((number) => values[number - 1])
      .filter((value) => value !== organizationId);
    if (others.length > 0) problems.push(`of ${others.join(', ')}, not the caller's: ${shown}`);
    return problems;
  }

  private divisionOf(text: string): Division {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const division = divisionOf(text, this.tables);
    this.known.set(text, division);
    return division;
  }
}

function isListed(list: readonly StatementException[], statement: string): boolean {
  return list.some(({ pattern }) => pattern.test(statement.replaceAll('"', '')));
}
